/**
 * A parameter that cannot be sent as it is. Thrown while a request is prepared, so always before
 * anything went out.
 */
export class BadInput extends Error {
	/**
	 * @param field Display name of the parameter, as the user sees it
	 * @param problem What is wrong with it, read after the name: "is empty"
	 * @param advice What to do about it, a full sentence
	 */
	constructor(
		readonly field: string,
		problem: string,
		readonly advice: string,
	) {
		super(`'${field}' ${problem}`);
	}
}

/** A required parameter without a value. */
export const missing = (field: string) =>
	new BadInput(field, 'is empty', 'Enter a value, or check the expression that should return one.');

/** Longest part of a value that an error repeats, characters. */
const MOST_QUOTED = 80;

/** A value as an error repeats it: on one line, and not at any length. */
export function quoted(value: unknown): string {
	const line = String(value).replace(/\p{Cc}+/gu, ' ');
	return `'${line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line}'`;
}
