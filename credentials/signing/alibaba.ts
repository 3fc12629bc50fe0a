import { hmacSha1Base64, hmacSha256Hex, isoSeconds, percentEncode, sha256Hex } from './encoding';
import { withHeaders, withoutHeaders, type Headers } from './headers';
import { encodePairs, sortPairs, type Pair } from './query';
import { encodedPath, formPairs, type WireRequest } from './wire';

/** An AccessKey pair of Alibaba Cloud; temporary ones come with an STS token. */
export interface AlibabaKeys {
	accessKeyId: string;
	accessKeySecret: string;
	securityToken?: string;
}

/** Time and one-time value of a signature. */
export interface SigningMoment {
	now: Date;
	/** Used once: the gateway refuses a second request with it for 15 minutes. */
	nonce: string;
}

const ACS3 = 'ACS3-HMAC-SHA256';

/** What the ACS3 signer adds, and so removes from a request that was signed before. */
export const ACS3_SIGNATURE_HEADERS = [
	'Authorization',
	'x-acs-accesskey-id',
	'x-acs-content-sha256',
	'x-acs-date',
	'x-acs-security-token',
	'x-acs-signature-nonce',
];

/** What the version 1 signer adds, and so removes from a request that was signed before. */
export const V1_SIGNATURE_PARAMETERS: ReadonlySet<string> = new Set([
	'AccessKeyId',
	'SecurityToken',
	'Signature',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
]);

const isAcs3Signed = (name: string) =>
	name.startsWith('x-acs-') || name === 'content-type' || name === 'host';

/**
 * Signs a request with ACS3-HMAC-SHA256 (V3 request structure and signature). Signed are the host, the
 * Content-Type and all `x-acs-` headers.
 *
 * @returns All headers to send
 */
export function signAcs3(wire: WireRequest, keys: AlibabaKeys, moment: SigningMoment): Headers {
	const payloadHash = sha256Hex(wire.body ?? '');
	const headers = withHeaders(withoutHeaders(wire.headers, ACS3_SIGNATURE_HEADERS), {
		'x-acs-content-sha256': payloadHash,
		'x-acs-date': isoSeconds(moment.now),
		'x-acs-signature-nonce': moment.nonce,
		...(keys.securityToken
			? {
					'x-acs-accesskey-id': keys.accessKeyId,
					'x-acs-security-token': keys.securityToken,
				}
			: {}),
	});

	const signed: Headers = { host: wire.host };
	for (const [name, value] of Object.entries(headers)) {
		if (isAcs3Signed(name.toLowerCase())) signed[name.toLowerCase()] = value;
	}
	const names = Object.keys(signed).sort();

	const canonicalRequest = [
		wire.method,
		encodedPath(wire),
		encodePairs(sortPairs(wire.query)),
		...names.map((name) => `${name}:${signed[name].trim()}`),
		'',
		names.join(';'),
		payloadHash,
	].join('\n');
	const signature = hmacSha256Hex(keys.accessKeySecret, `${ACS3}\n${sha256Hex(canonicalRequest)}`);
	return {
		...headers,
		Authorization: `${ACS3} Credential=${keys.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`,
	};
}

/**
 * Signs an RPC request with signature version 1.0, HMAC-SHA1 (API Reference, chapter 3). Signed are the
 * method and all parameters of the query and of a form body.
 *
 * @returns The query to send
 */
export function signRpcV1(wire: WireRequest, keys: AlibabaKeys, moment: SigningMoment): Pair[] {
	const query: Pair[] = [
		...wire.query.filter(([name]) => !V1_SIGNATURE_PARAMETERS.has(name)),
		['AccessKeyId', keys.accessKeyId],
		...(keys.securityToken ? [['SecurityToken', keys.securityToken] as const] : []),
		['SignatureMethod', 'HMAC-SHA1'],
		['SignatureNonce', moment.nonce],
		['SignatureVersion', '1.0'],
		['Timestamp', isoSeconds(moment.now)],
	];
	const canonicalQuery = encodePairs(sortPairs([...query, ...formPairs(wire)]));
	const signature = hmacSha1Base64(
		`${keys.accessKeySecret}&`,
		`${wire.method}&%2F&${percentEncode(canonicalQuery)}`,
	);
	return sortPairs([...query, ['Signature', signature]]);
}
