import { createHash, createHmac, hash as oneShotHash } from 'node:crypto';

/** Most names and values need no encoding, and a test costs less than `encodeURIComponent`. */
const UNRESERVED = /^[\w.~-]*$/;

/** Characters that `encodeURIComponent` leaves alone and RFC 3986 reserves. */
const SUB_DELIMITERS = /[!'()*]/g;
const HAS_SUB_DELIMITER = /[!'()*]/;

const toPercent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

function tryEncode(text: string): string | undefined {
	try {
		return encodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/**
 * Percent-encodes text over its UTF-8 bytes (RFC 3986): only `A-Z a-z 0-9 - _ . ~` stay, a blank is
 * `%20`, hex digits are upper case. All three vendors sign this form.
 *
 * @throws TypeError for half a surrogate pair, which has no UTF-8 form
 */
export function percentEncode(text: string): string {
	if (UNRESERVED.test(text)) return text;
	const encoded = tryEncode(text);
	if (encoded === undefined) {
		throw new TypeError(
			'The request contains an incomplete character (an unpaired surrogate). Remove the broken character or emoji',
		);
	}
	return HAS_SUB_DELIMITER.test(encoded) ? encoded.replace(SUB_DELIMITERS, toPercent) : encoded;
}

/** Undoes percent-encoding; text which is not valid percent-encoding is taken literally. */
export function percentDecode(text: string): string {
	if (!text.includes('%')) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A text as it stands inside the quotes of JSON. */
export const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/**
 * How a secret may stand in a text: as it is, as in JSON, as in a URL, and as in the text that a
 * signature of query parameters is made of.
 */
export function formsOf(secret: string): string[] {
	// Half of a character has no form in a URL, so it was not sent in one.
	if (/\p{Surrogate}/u.test(secret)) return [secret, inJson(secret)];
	const inUrls = [encodeURIComponent, percentEncode].flatMap((encode) => [
		encode(secret),
		encode(encode(secret)),
	]);
	return [secret, inJson(secret), ...inUrls];
}

/** Whichever of its two forms this Node.js has. */
const hashed: (data: string | Buffer) => string =
	typeof oneShotHash === 'function'
		? (data) => oneShotHash('sha256', data, 'hex')
		: // Node.js before 20.12
			(data) => createHash('sha256').update(data).digest('hex');

/** Of an empty body, which most requests have. */
const EMPTY = hashed('');

/** Lower-case hex SHA-256 of UTF-8 text or of bytes. */
export const sha256Hex = (data: string | Buffer): string => (data === '' ? EMPTY : hashed(data));

/** HMAC-SHA256 as bytes. */
export const hmacSha256 = (key: string | Buffer, text: string): Buffer =>
	createHmac('sha256', key).update(text).digest();

/** HMAC-SHA256 as lower-case hex. */
export const hmacSha256Hex = (key: string | Buffer, text: string): string =>
	createHmac('sha256', key).update(text).digest('hex');

/** HMAC-SHA1 in Base64, for a signature version that nothing newer replaces on old gateways. */
export const hmacSha1Base64 = (key: string, text: string): string =>
	createHmac('sha1', key).update(text).digest('base64');

/** Remembers the last result: many requests are signed within one second. */
export function oncePerSecond(format: (time: Date) => string): (time: Date) => string {
	let second: number | undefined;
	let text = '';
	return (time) => {
		const current = Math.floor(time.getTime() / 1000);
		if (current !== second) {
			text = format(time);
			second = current;
		}
		return text;
	};
}

/** `2024-06-20T00:00:00Z`: UTC, whole seconds. */
export const isoSeconds = oncePerSecond((time) => `${time.toISOString().slice(0, 19)}Z`);
