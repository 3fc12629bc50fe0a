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
	const signed = ['host'];
	const values = [host];
	for (const key in headers) {
		const name = key.toLowerCase();
		if (name === 'host' || !isSigned(name)) continue;
		// Each goes to its place at once: they are few, and mostly come in order.
		let place = signed.length;
		for (; place > 0 && signed[place - 1] > name; place--) {
			signed[place] = signed[place - 1];
			values[place] = values[place - 1];
		}
		signed[place] = name;
		values[place] = headers[key];
	}
	let lines = '';
	for (let i = 0; i < signed.length; i++) lines += `${signed[i]}:${values[i].trim()}\n`;
	return { lines, names: signed.join(';') };
}

/** What HTTP can carry and n8n sends unchanged: Latin-1 on one line. */
const TEXT = /^[\t\x20-\x7e\x80-\xff]*$/;

/** n8n computes the length itself. */
const LENGTH = 'content-length';

/**
 * The headers of a request as text, without the Content-Length.
 *
 * @throws TypeError for a value that HTTP cannot carry: line breaks, control characters, or
 * anything outside Latin-1 (n8n would change or refuse it after it was signed)
 */
export function readHeaders(given: object | undefined | null): Headers {
	const headers: Headers = {};
	const names: string[] = [];
	for (const [name, value] of Object.entries(given ?? {})) {
		if (value === undefined || value === null) continue;
		const text = (Array.isArray(value) ? value.join(', ') : String(value)).trim();
		if (!TEXT.test(text)) {
			throw new TypeError(
				`The header '${name.replace(/[^\w-]/g, '?')}' contains a line break or a character outside Latin-1. Use plain text on a single line`,
			);
		}
		const lowerCase = name.toLowerCase();
		if (lowerCase === LENGTH) continue;
		if (names.includes(lowerCase)) delete headers[nameIn(headers, name) ?? name];
		else names.push(lowerCase);
		headers[name] = text;
	}
	return headers;
}
