/**
 * Percent encoding and decoding as the vendors' servers do it (RFC 3986: only A-Z a-z 0-9 - _ . ~
 * stay). Written on bytes, independent of encodeURIComponent.
 */
const UNRESERVED = /[A-Za-z0-9\-_.~]/;

/** Encodes text over its UTF-8 bytes, upper-case hex. */
export function percentEncode(text: string): string {
	let out = '';
	for (const byte of Buffer.from(text, 'utf8')) {
		const char = String.fromCharCode(byte);
		out += UNRESERVED.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}
	return out;
}

/** Decodes percent escapes; null when an escape is broken or the bytes are not UTF-8. */
export function percentDecode(text: string): string | null {
	const bytes: number[] = [];
	const source = Buffer.from(text, 'utf8');
	for (let i = 0; i < source.length; i += 1) {
		if (source[i] !== 0x25) {
			bytes.push(source[i]);
			continue;
		}
		const hex = source.subarray(i + 1, i + 3).toString('latin1');
		if (!/^[0-9A-Fa-f]{2}$/.test(hex)) return null;
		bytes.push(parseInt(hex, 16));
		i += 2;
	}
	const decoded = Buffer.from(bytes);
	const out = decoded.toString('utf8');
	return Buffer.from(out, 'utf8').equals(decoded) ? out : null;
}

/** Name and value of a query or form field, decoded. */
export type Field = [name: string, value: string];

/** Decodes a query or form body (`+` is a blank); null when it is malformed. */
export function decodeFields(text: string): Field[] | null {
	const fields: Field[] = [];
	for (const part of text.split('&')) {
		if (part === '') continue;
		const cut = part.indexOf('=');
		const name = percentDecode((cut < 0 ? part : part.slice(0, cut)).replaceAll('+', ' '));
		const value = percentDecode((cut < 0 ? '' : part.slice(cut + 1)).replaceAll('+', ' '));
		if (name === null || value === null) return null;
		fields.push([name, value]);
	}
	return fields;
}

/** Orders two texts by code unit, as the signature rules sort. */
export function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}

/**
 * A query as signatures have it: names sorted, values of one name sorted, both encoded; an empty value
 * keeps its `=`. Null when the query is malformed.
 */
export function canonicalQuery(query: string): string | null {
	const fields = decodeFields(query);
	if (fields === null) return null;
	return fields
		.sort((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]))
		.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
		.join('&');
}

/** A path as signatures have it: each segment decoded and encoded once. Null when it is malformed. */
export function canonicalPath(path: string): string | null {
	const segments = path.split('/').map(percentDecode);
	if (segments.includes(null)) return null;
	return segments.map((segment) => percentEncode(segment ?? '')).join('/');
}
