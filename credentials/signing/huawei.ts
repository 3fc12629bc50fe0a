import { hmacSha256Hex, isoSeconds, sha256Hex } from './encoding';
import { headerOf, withoutHeaders, type Headers } from './headers';
import { encodePairs } from './query';
import { encodedPath, type WireRequest } from './wire';

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
	'host',
	'x-domain-id',
	'x-project-id',
	'x-sdk-content-sha256',
	'x-sdk-date',
	'x-security-token',
]);

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
	const date = isoSeconds(now).replace(/[-:]/g, '');
	const headers = withoutHuaweiAuthentication(wire.headers);
	headers['X-Sdk-Date'] = date;
	if (keys.securityToken) headers['X-Security-Token'] = keys.securityToken;
	let payloadHash = headerOf(headers, PAYLOAD_HASH_HEADER);
	if (payloadHash === undefined && wire.unsignableBody) {
		payloadHash = UNSIGNED_PAYLOAD;
		headers[PAYLOAD_HASH_HEADER] = payloadHash;
	}

	const signed: Headers = { host: wire.host };
	for (const name in headers) {
		const lowerCase = name.toLowerCase();
		if (SIGNED.has(lowerCase)) signed[lowerCase] = headers[name];
	}
	// n8n appends the boundary to the Content-Type of multipart data while sending.
	if (wire.unsignableBody) delete signed['content-type'];
	const names = Object.keys(signed).sort();
	const signedHeaders = names.join(';');

	const path = encodedPath(wire);
	const canonicalRequest = [
		wire.method,
		path.endsWith('/') ? path : `${path}/`,
		encodePairs(wire.query),
		...names.map((name) => `${name}:${signed[name].trim()}`),
		'',
		signedHeaders,
		payloadHash ?? sha256Hex(wire.body ?? ''),
	].join('\n');
	const signature = hmacSha256Hex(
		keys.secretAccessKey,
		`${ALGORITHM}\n${date}\n${sha256Hex(canonicalRequest)}`,
	);
	headers.Authorization = `${ALGORITHM} Access=${keys.accessKeyId}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
	return headers;
}
