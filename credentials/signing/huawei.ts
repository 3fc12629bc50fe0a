import { hmacSha256Hex, isoSeconds, oncePerSecond, sha256Hex } from './encoding';
import { canonicalHeaders, headerOf, withoutHeaders, type Headers } from './headers';
import { encodePairs } from './query';
import type { WireRequest } from './wire';

/** An access key of Huawei Cloud; temporary keys come with a security token. */
export interface HuaweiKeys {
	accessKeyId: string;
	secretAccessKey: string;
	securityToken?: string;
}

const ALGORITHM = 'SDK-HMAC-SHA256';

/** Stands for the hash of a body that is written while sending (multipart, streams). */
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';
const PAYLOAD_HASH_HEADER = 'X-Sdk-Content-Sha256';

/** `20240620T000000Z` */
const basicTime = oncePerSecond((time) => isoSeconds(time).replace(/[-:]/g, ''));

const SIGNATURE_HEADERS: ReadonlySet<string> = new Set([
	'authorization',
	'x-auth-token',
	'x-sdk-date',
	'x-security-token',
]);

/**
 * Headers that are signed where present. n8n and proxies may add others (User-Agent, Accept), so not
 * all headers are.
 */
const SIGNED = new Set([
	'content-type',
	'x-domain-id',
	'x-project-id',
	'x-sdk-content-sha256',
	'x-sdk-date',
	'x-security-token',
]);

const isSignedHeader = (name: string) => SIGNED.has(name);

/** n8n appends the boundary to the Content-Type of multipart data while sending. */
const isSignedWithoutType = (name: string) => name !== 'content-type' && SIGNED.has(name);

/** A copy of the headers without those of earlier authentication, by signature or by token. */
export const withoutHuaweiAuthentication = (headers: Headers): Headers =>
	withoutHeaders(headers, SIGNATURE_HEADERS);

/**
 * Signs a request with SDK-HMAC-SHA256 (API Request Signing Guide; rules as in the Go SDK).
 *
 * @param wire The request, signed before or not
 * @param now Time of signing; the gateway accepts 15 minutes of difference
 * @returns All headers to send
 */
export function signHuawei(wire: WireRequest, keys: HuaweiKeys, now: Date): Headers {
	const date = basicTime(now);
	const headers = withoutHuaweiAuthentication(wire.headers);
	headers['X-Sdk-Date'] = date;
	if (keys.securityToken) headers['X-Security-Token'] = keys.securityToken;
	let payloadHash = headerOf(headers, PAYLOAD_HASH_HEADER);
	if (payloadHash === undefined && wire.unsignableBody) {
		payloadHash = UNSIGNED_PAYLOAD;
		headers[PAYLOAD_HASH_HEADER] = payloadHash;
	}

	const isSigned = wire.unsignableBody ? isSignedWithoutType : isSignedHeader;
	const { lines, names } = canonicalHeaders(wire.host, headers, isSigned);
	const canonicalPath = wire.path.endsWith('/') ? wire.path : `${wire.path}/`;
	payloadHash ??= sha256Hex(wire.body ?? '');
	const canonicalRequest = `${wire.method}\n${canonicalPath}\n${encodePairs(wire.query)}\n${lines}\n${names}\n${payloadHash}`;
	const signature = hmacSha256Hex(
		keys.secretAccessKey,
		`${ALGORITHM}\n${date}\n${sha256Hex(canonicalRequest)}`,
	);
	headers.Authorization = `${ALGORITHM} Access=${keys.accessKeyId}, SignedHeaders=${names}, Signature=${signature}`;
	return headers;
}
