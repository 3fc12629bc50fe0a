/**
 * What later requests can name something by, or several; null, an empty text, 0 or an object is no ID. Nor
 * is a number of so many digits that JavaScript has rounded it.
 */
export const isId = (value: unknown): boolean =>
	Array.isArray(value)
		? value.length > 0 && value.every(isId)
		: (typeof value === 'string' && value.trim() !== '') ||
			(Number.isSafeInteger(value) && value !== 0);
