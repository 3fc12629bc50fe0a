import { code, literal } from '../code/code';
import type { Parameter } from '../parameters';
import { isType } from '../parameters';
import type { Draft, KnownField } from './vendor';

/** Things that exist on an instance, which operations name. */

/** How a form lets an existing thing be chosen. */
export interface Thing {
	/** Resource whose operations create it: there, its name is a text. */
	resource: string;
	wireNames: readonly string[];
	label: string;
	/** Name of the n8n property. */
	name: string;
	/** Method of `methods.listSearch`. */
	search: string;
	placeholder: string;
	description: string;
}

/** A call of a builder that returns a resource locator. */
export const locatorCall = (
	text: string,
	builder: string,
	from: string,
	name: string,
): KnownField => ({ code: code(text, { name: builder, from }), name, isLocator: true });

/** A call of a builder that returns another field. */
export const fieldCall = (
	text: string,
	builder: string,
	from: string,
	name: string,
): KnownField => ({ ...locatorCall(text, builder, from, name), isLocator: false });

/** Whether a parameter names a thing that has to exist. */
export const isNameOf = (
	{ wireName, schema, required }: Parameter,
	{ wireNames, resource }: Pick<Thing, 'wireNames' | 'resource'>,
	draft: Draft,
): boolean =>
	required &&
	wireNames.includes(wireName) &&
	isType(schema, 'string') &&
	!(draft.kind === 'create' && draft.resource === resource);

/** A locator for which the vendor's sources have no field yet. */
export function locatorOf(
	{ wireName }: Parameter,
	{ label, name, search, placeholder, description }: Thing,
	sentIn: string | undefined,
): KnownField {
	const options = literal({
		name,
		sentIn,
		required: true,
		search,
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder,
		description,
	});
	const text = `locator(${literal(wireName)}, ${literal(label)}, ${options})`;
	return locatorCall(text, 'locator', 'nodes/shared/form/fields', name);
}

/** Whether an operation works on an instance that it names by this parameter. */
export const isOnInstance = ({ parameters }: Draft, instance: string): boolean =>
	parameters.some(({ wireName, required }) => wireName === instance && required);
