import type { IAllExecuteFunctions } from 'n8n-workflow';

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

/**
 * Secrets of the parameters with those of a credential. One that cannot be read was not sent either.
 *
 * @param type Type of the credential
 */
export async function withKeys(
	context: IAllExecuteFunctions,
	type: string,
	secrets: string[],
): Promise<string[]> {
	try {
		return [...secrets, ...secretsIn(await context.getCredentials(type))];
	} catch {
		return secrets;
	}
}

/** Half of a character has no form in a URL, so it was not sent in one. */
const inUrl = (text: string) => (/\p{Surrogate}/u.test(text) ? text : encodeURIComponent(text));

/**
 * What takes secrets out of a text: as they are, as in JSON, as in a URL, and as in the text that a
 * signature of query parameters is made of.
 */
function masking(secrets: readonly string[]): (text: string) => string {
	const forms = secrets
		.filter(({ length }) => length >= SHORTEST)
		.flatMap((secret) => [
			secret,
			JSON.stringify(secret).slice(1, -1),
			inUrl(secret),
			inUrl(inUrl(secret)),
		])
		// Of a secret that begins with another one, the rest would be left.
		.sort((a, b) => b.length - a.length);
	return (text) => forms.reduce((left, form) => left.split(form).join('********'), text);
}

/**
 * The same value without certain texts, at any depth.
 *
 * @param value A text, or what JSON can hold
 */
export function masked<T>(value: T, secrets: readonly string[]): T {
	if (secrets.length === 0 || value === undefined) return value;
	const mask = masking(secrets);
	return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
		typeof part === 'string' ? mask(part) : part,
	) as T;
}
