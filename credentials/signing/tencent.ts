import { hmacSha256, hmacSha256Hex, isoSeconds, sha256Hex } from './encoding';
import { headerOf, withoutHeaders, type Headers } from './headers';
import { encodePairs } from './query';
import type { WireRequest } from './wire';

/** An API key of Tencent Cloud; temporary keys come with a session token. */
export interface TencentKeys {
	secretId: string;
	secretKey: string;
	token?: string;
}

const ALGORITHM = 'TC3-HMAC-SHA256';
const SIGNED_HEADERS = 'content-type;host';

/** What this signer adds, and so removes from a request that was signed before. */
const TC3_SIGNATURE_HEADERS: ReadonlySet<string> = new Set([
	'authorization',
	'x-tc-timestamp',
	'x-tc-token',
]);

/** Services × keys in use on a day are few; more than this is a leak. */
const MAX_DERIVED_KEYS = 32;
const derivedKeys = new Map<string, Buffer>();
let derivedOn = '';

/**
 * The signing key of a UTC day and a service. It costs three HMACs and serves all requests of that day,
 * so the last ones are kept until the day changes, under a hash of the secret and not under the secret
 * itself.
 */
function signingKey(secretKey: string, date: string, service: string): Buffer {
	if (date !== derivedOn) {
		derivedKeys.clear();
		derivedOn = date;
	}
	const id = sha256Hex(`${service}\n${secretKey}`);
	let key = derivedKeys.get(id);
	if (key === undefined) {
		const secretDate = hmacSha256(`TC3${secretKey}`, date);
		key = hmacSha256(hmacSha256(secretDate, service), 'tc3_request');
		if (derivedKeys.size >= MAX_DERIVED_KEYS) derivedKeys.clear();
		derivedKeys.set(id, key);
	}
	return key;
}

/** The service in the credential scope of an earlier signature, or `undefined`. */
export function signedService(headers: Headers): string | undefined {
	const scope = /^TC3-HMAC-SHA256 Credential=[^/,]+\/[\d-]+\/([a-z0-9_-]+)\/tc3_request,/;
	return scope.exec(headerOf(headers, 'Authorization') ?? '')?.[1];
}

/**
 * Signs a request with TC3-HMAC-SHA256. Signed are the Content-Type and the Host, with its port: the
 * official Node.js SDK leaves the port out and so fails behind any endpoint that has one.
 *
 * @param wire The request with its Content-Type header, signed before or not
 * @param service Name in the credential scope, e.g. `ckafka`
 * @param now Time of signing; Tencent Cloud accepts 5 minutes of difference
 * @returns All headers to send
 */
export function signTc3(wire: WireRequest, keys: TencentKeys, service: string, now: Date): Headers {
	const timestamp = String(Math.floor(now.getTime() / 1000));
	const date = isoSeconds(now).slice(0, 10);
	const scope = `${date}/${service}/tc3_request`;
	const contentType = headerOf(wire.headers, 'Content-Type') ?? '';
	const payloadHash = sha256Hex(wire.body ?? '');
	const canonicalRequest = `${wire.method}\n${wire.path}\n${encodePairs(wire.query)}\ncontent-type:${contentType}\nhost:${wire.host}\n\n${SIGNED_HEADERS}\n${payloadHash}`;
	const signature = hmacSha256Hex(
		signingKey(keys.secretKey, date, service),
		`${ALGORITHM}\n${timestamp}\n${scope}\n${sha256Hex(canonicalRequest)}`,
	);
	const headers = withoutHeaders(wire.headers, TC3_SIGNATURE_HEADERS);
	headers['X-TC-Timestamp'] = timestamp;
	if (keys.token) headers['X-TC-Token'] = keys.token;
	headers.Authorization = `${ALGORITHM} Credential=${keys.secretId}/${scope}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`;
	return headers;
}
