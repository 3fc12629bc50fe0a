/** Header names as written by the caller, each at most once whatever its case. */
export type Headers = Record<string, string>;

function nameIn(headers: Headers, name: string): string | undefined {
	const wanted = name.toLowerCase();
	for (const key in headers) if (key.toLowerCase() === wanted) return key;
	return undefined;
}

/** The value of a header, whatever the case of its name. */
export function headerOf(headers: Headers, name: string): string | undefined {
	const key = nameIn(headers, name);
	return key === undefined ? undefined : headers[key];
}

/** A copy without the headers of these names, which are given in lower case. */
export function withoutHeaders(headers: Headers, lowerCaseNames: ReadonlySet<string>): Headers {
	const kept: Headers = {};
	for (const name in headers) {
		if (!lowerCaseNames.has(name.toLowerCase())) kept[name] = headers[name];
	}
	return kept;
}

/** A copy with the given headers, each replacing one of the same name. */
export function withHeaders(headers: Headers, added: Headers): Headers {
	const names = new Set(Object.keys(added).map((name) => name.toLowerCase()));
	return Object.assign(withoutHeaders(headers, names), added);
}

/** The signed headers in a canonical request. */
export interface CanonicalHeaders {
	/** `name:value` on a line each, sorted by name; every line ends with a line break. */
	lines: string;
	/** The names, joined by `;`. */
	names: string;
}

/**
 * The headers of a request that a signature covers. The host always is one of them.
 *
 * @param isSigned Whether a header is signed, by its name in lower case
 */
export function canonicalHeaders(
	host: string,
	headers: Headers,
	isSigned: (lowerCaseName: string) => boolean,
): CanonicalHeaders {
	const signed = [{ name: 'host', value: host }];
	for (const key in headers) {
		const name = key.toLowerCase();
		if (name !== 'host' && isSigned(name)) signed.push({ name, value: headers[key] });
	}
	signed.sort((a, b) => (a.name < b.name ? -1 : 1));
	let lines = '';
	let names = '';
	for (const { name, value } of signed) {
		lines += `${name}:${value.trim()}\n`;
		names += `${names && ';'}${name}`;
	}
	return { lines, names };
}

/** What HTTP can carry and n8n sends unchanged: Latin-1 on one line. */
const TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * The headers of a request as text.
 *
 * @throws TypeError for a value that HTTP cannot carry: line breaks, control characters, or
 * anything outside Latin-1 (n8n would change or refuse it after it was signed)
 */
export function readHeaders(given: object | undefined | null): Headers {
	const headers: Headers = {};
	const names = new Map<string, string>();
	for (const [name, value] of Object.entries(given ?? {})) {
		if (value === undefined || value === null) continue;
		const text = (Array.isArray(value) ? value.join(', ') : String(value)).trim();
		if (!TEXT.test(text)) {
			throw new TypeError(
				`The header '${name.replace(/[^\w-]/g, '?')}' holds a line break or a character outside Latin-1. Use plain text on one line`,
			);
		}
		const lowerCase = name.toLowerCase();
		const same = names.get(lowerCase);
		if (same !== undefined) delete headers[same];
		names.set(lowerCase, name);
		headers[name] = text;
	}
	return headers;
}
