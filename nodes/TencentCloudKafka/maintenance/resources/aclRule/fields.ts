import type { Field } from '../../../../shared/contract/field';
import { choice } from '../../../../shared/form/fields';

/** How a rule says to which topics it applies. */
export const patternType = (required = false): Field =>
	choice('PatternType', 'Pattern Type', {
		required,
		values: { PREFIXED: 'Topics by Name Prefix', PRESET: 'Preset for Selected Topics' },
	});
