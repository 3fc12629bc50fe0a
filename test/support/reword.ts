/** An error with another message; where it was thrown stays as it is. */
export function reword(thrown: unknown, messageOf: (message: string) => string): Error {
	const error = thrown instanceof Error ? thrown : new Error(String(thrown));
	const { message } = error;
	const told = messageOf(message);
	error.stack = error.stack?.replace(message, () => told);
	error.message = told;
	return error;
}
