import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Lower-case hex SHA-256. */
export function sha256Hex(data: string | Buffer): string {
	return createHash('sha256').update(data).digest('hex');
}

/** HMAC of a text as raw bytes. */
export function hmac(algorithm: 'sha1' | 'sha256', key: string | Buffer, text: string): Buffer {
	return createHmac(algorithm, key).update(text, 'utf8').digest();
}

/** Compares two texts in constant time. */
export function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}

/** Whether a `;` list of header names is in lower case, sorted and free of repeats. */
export function isOrderedHeaderList(names: string[]): boolean {
	return names.every(
		(name, i) => name !== '' && name === name.toLowerCase() && (i === 0 || names[i - 1] < name),
	);
}
