/** Names of parameters and credential fields that hold a secret; a secret ID is a public name. */
const SECRET = /passw|secret(?!Id)|token/i;

/** Shorter texts are words of any sentence rather than secrets, and masking them would tell them. */
const SHORTEST = 4;

/** What a text holds as JSON, as a stored session does; the text itself without any. */
function contentOf(text: string): unknown {
	if (!text.startsWith('{')) return text;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}

/**
 * The texts in an object that must not come out again, found by their names, at any depth.
 *
 * @param held Parameters of a request, or data of a credential
 */
export function secretsIn(held: unknown): string[] {
	if (typeof held !== 'object' || held === null) return [];
	return Object.entries(held).flatMap(([name, value]: [string, unknown]) => {
		const content = typeof value === 'string' ? contentOf(value) : value;
		if (typeof content !== 'string') return secretsIn(content);
		return SECRET.test(name) && content.length >= SHORTEST ? [content] : [];
	});
}
