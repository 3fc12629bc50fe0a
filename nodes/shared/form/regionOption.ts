import { isRegion } from '../../../credentials/fields/checks';
import { BadInput } from '../contract/badInput';
import type { Field } from '../contract/field';
import { choice } from './fields';

/** Name of the option for another region than the credential's; a node adds it to every operation. */
export const REGION = 'region';

/**
 * The option that every operation has: another region than the credential's. The list comes from the
 * node's method `getRegions`, and so does what is said about it, so that neither is in the description
 * once for each operation.
 *
 * @param example ID of a region, for the error
 */
export function regionOption(example: string): Field {
	const field = choice(REGION, 'Region Name or ID', {
		sentIn: 'none',
		load: { method: 'getRegions' },
	});
	return {
		...field,
		mayBeBlank: 'typed',
		serialize: (value) => {
			if (value === '') return undefined;
			if (typeof value === 'string' && isRegion(value)) return value;
			throw new BadInput(
				'Region Name or ID',
				'is not a region ID',
				`Select one from the list, or enter an ID such as ${example}.`,
			);
		},
	};
}
