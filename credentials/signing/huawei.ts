import { hmacSha256Hex, isoSeconds, sha256Hex } from './encoding';
import { headerOf, withHeaders, withoutHeaders, type Headers } from './headers';
import { encodePairs, sortPairs } from './query';
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

/** What this signer adds, and so removes from a request that was signed before. */
export const HUAWEI_SIGNATURE_HEADERS = ['Authorization', 'X-Sdk-Date', 'X-Security-Token'];

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

/**
 * Signs a request with SDK-HMAC-SHA256 (API Request Signing Guide; rules as in the Go SDK).
 *
 * @param wire The request, signed before or not
 * @param now Time of signing; the gateway accepts 15 minutes of difference
 * @returns All headers to send
 */
export function signHuawei(wire: WireRequest, keys: HuaweiKeys, now: Date): Headers {
	const date = isoSeconds(now).replace(/[-:]/g, '');
	const headers = withHeaders(withoutHeaders(wire.headers, HUAWEI_SIGNATURE_HEADERS), {
		'X-Sdk-Date': date,
		...(keys.securityToken ? { 'X-Security-Token': keys.securityToken } : {}),
		...(wire.unsignableBody ? { 'X-Sdk-Content-Sha256': UNSIGNED_PAYLOAD } : {}),
	});

	const signed: Headers = { host: wire.host };
	for (const [name, value] of Object.entries(headers)) {
		if (SIGNED.has(name.toLowerCase())) signed[name.toLowerCase()] = value;
	}
	// n8n appends the boundary to the Content-Type of multipart data while sending.
	if (wire.unsignableBody) delete signed['content-type'];
	const names = Object.keys(signed).sort();

	const path = encodedPath(wire);
	const canonicalRequest = [
		wire.method,
		path.endsWith('/') ? path : `${path}/`,
		encodePairs(sortPairs(wire.query)),
		...names.map((name) => `${name}:${signed[name].trim()}`),
		'',
		names.join(';'),
		headerOf(headers, 'X-Sdk-Content-Sha256') ?? sha256Hex(wire.body ?? ''),
	].join('\n');
	const signature = hmacSha256Hex(
		keys.secretAccessKey,
		`${ALGORITHM}\n${date}\n${sha256Hex(canonicalRequest)}`,
	);
	return {
		...headers,
		Authorization: `${ALGORITHM} Access=${keys.accessKeyId}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
	};
}
