import type { HttpAnswer } from '../contract/vendor';

/** Statuses of the 4xx that say something of the request, whoever answers with them. */
const OF_THE_REQUEST = new Set([408, 429]);

/**
 * Whether a proxy or gateway has answered with a page of its own, which says nothing of the request.
 * Those with a 5xx are left to the vendor: the request may have reached the service.
 */
export const isPage = ({ status, body }: HttpAnswer): boolean =>
	status < 500 && typeof body === 'string' && /^\s*</.test(body) && !OF_THE_REQUEST.has(status);

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	gt: '>',
	lt: '<',
	quot: '"',
};

const unescaped = (text: string) =>
	text.replace(/&(amp|apos|gt|lt|quot);/g, (_, name: string) => ENTITIES[name]);

/** Longest error in XML that is read, characters: theirs have some hundred. */
const LONGEST_XML = 20_000;

/**
 * The fields of an error that a cloud's gateway answers in XML, by name at any depth; `undefined` for
 * anything else, such as a proxy's page. An error has a code:
 * `<Error><RequestId>...</RequestId><Code>...</Code><Message>...</Message></Error>`.
 */
export function xmlError(body: unknown): Record<string, string> | undefined {
	if (typeof body !== 'string' || body.length > LONGEST_XML) return undefined;
	if (!/^\s*<(\?xml|\w*Error\b|\w*Response\b)/i.test(body) || /<html\b/i.test(body))
		return undefined;
	const leaves = body.matchAll(/<(\w+)>([^<]*)<\/\1>/g);
	const fields = Object.fromEntries(
		[...leaves].map(([, name, text]) => [name, unescaped(text).trim()]),
	);
	return fields.Code ? fields : undefined;
}
