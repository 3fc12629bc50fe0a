/** What the node says about an operation of the past, and what to use instead of it. */
export const deprecated = (does: string, instead: string): string =>
	`Deprecated (use '${instead}'): ${does}`;
