/** Header names as written by the caller, each at most once whatever its case. */
export type Headers = Record<string, string>;

function nameIn(headers: Headers, name: string): string | undefined {
	const wanted = name.toLowerCase();
	return Object.keys(headers).find((key) => key.toLowerCase() === wanted);
}

/** The value of a header, whatever the case of its name. */
export function headerOf(headers: Headers, name: string): string | undefined {
	const key = nameIn(headers, name);
	return key === undefined ? undefined : headers[key];
}

/** A copy without the named headers. */
export function withoutHeaders(headers: Headers, names: readonly string[]): Headers {
	const unwanted = new Set(names.map((name) => name.toLowerCase()));
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !unwanted.has(name.toLowerCase())),
	);
}

/** A copy with the given headers, each replacing one of the same name. */
export function withHeaders(headers: Headers, added: Headers): Headers {
	return { ...withoutHeaders(headers, Object.keys(added)), ...added };
}

/**
 * The headers of a request as text.
 *
 * @throws TypeError for a value that HTTP cannot carry: line breaks, control characters, or
 * anything outside Latin-1 (n8n would change or refuse it after it was signed)
 */
export function readHeaders(given: object | undefined | null): Headers {
	let headers: Headers = {};
	for (const [name, value] of Object.entries(given ?? {})) {
		if (value === undefined || value === null) continue;
		const text = (Array.isArray(value) ? value.join(', ') : String(value)).trim();
		if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) {
			throw new TypeError(
				`The header '${name.replace(/[^\w-]/g, '?')}' holds a line break or a character outside Latin-1. Use plain text on one line`,
			);
		}
		headers = nameIn(headers, name)
			? withHeaders(headers, { [name]: text })
			: { ...headers, [name]: text };
	}
	return headers;
}
