import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import type { OwnField } from '../../shared/fleet/form';

/** What a form says of the clouds that its node has. */

/** "a, b, and c" */
export const listed = (parts: readonly string[]): string =>
	parts.length < 3
		? parts.join(' and ')
		: `${parts.slice(0, -1).join(', ')}, and ${parts[parts.length - 1]}`;

/** "about" -> "About" */
export const capital = (text: string): string =>
	text.replace(/^./, (letter) => letter.toUpperCase());

/** Key of an instance, as an example. */
export const exampleKey = (vendors: readonly FleetVendor[]): string =>
	vendors[vendors.length - 1].form.exampleKey;

/** A field that one cloud alone has, in nodes that have the cloud. */
export function ofOneCloud(
	vendors: readonly FleetVendor[],
	name: OwnField,
	field: (name: string, description: string) => INodeProperties,
): INodeProperties[] {
	return vendors.flatMap(({ form }) => {
		const description = form.own[name];
		return description === undefined ? [] : [field(name, description)];
	});
}
