import type { JsonSchema } from '../../../emulator/core/facts';
import type { Making } from './making';
import { named } from './making';
import { patternWords } from './patterns';

/** What values have to be like. */

/** Smallest and largest value, infinite for none; `undefined` without either. */
export function rangeOf({ minimum, maximum }: JsonSchema): [number, number] | undefined {
	if (minimum === undefined && maximum === undefined) return undefined;
	return [Number(minimum ?? -Infinity), Number(maximum ?? Infinity)];
}

/** Length and form of a text. */
export function textRules(making: Making, schema: JsonSchema): Making['options'] {
	const { pattern, minLength, maxLength = schema['x-truncatedTo'] } = schema;
	const least = Number(minLength ?? 0);
	const isLimited = least > 0 || maxLength !== undefined;
	const length = isLimited ? [least, Number(maxLength ?? Infinity)] : undefined;
	if (typeof pattern !== 'string') return { length };
	const words = patternWords(pattern);
	if (words === undefined) {
		making.context.draft.checks.push(
			`Say in words what ${named(making)} has to look like: ${pattern}`,
		);
	}
	return { length, pattern: [new RegExp(pattern), words ?? `must match ${pattern}`] };
}

/** Fewest and most entries of a list; `undefined` without either. */
export function countOf(
	{ minItems, maxItems }: JsonSchema,
	isRequired: boolean,
): [number, number] | undefined {
	if (minItems === undefined && maxItems === undefined) return undefined;
	return [Number(minItems ?? (isRequired ? 1 : 0)), Number(maxItems ?? Infinity)];
}
