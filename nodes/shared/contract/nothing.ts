/** Blanks, and characters that nobody sees: a zero-width space, a line break, a filler. */
const UNSEEN = /^[\s\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]*$/u;

/** Whether something is a plain object, not one such as a date. */
export function isPlain(value: object): boolean {
	const prototype = Object.getPrototypeOf(value) as object | null;
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a value says nothing: missing, blank, or a list or object without content. */
export function isNothing(value: unknown): boolean {
	if (value === undefined || value === null) return true;
	if (typeof value === 'number') return Number.isNaN(value);
	if (typeof value === 'string') return UNSEEN.test(value);
	if (Array.isArray(value)) return value.every(isNothing);
	return typeof value === 'object' && isPlain(value) && Object.keys(value).length === 0;
}

/** Whether a value as it stands in a node or a credential is an expression. */
export const isExpression = (written: unknown): written is string =>
	typeof written === 'string' && written.startsWith('=');
