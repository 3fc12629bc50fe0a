import { hmacSha1Base64, hmacSha256Hex, isoSeconds, percentEncode, sha256Hex } from './encoding';
import { canonicalHeaders, withoutHeaders, type Headers } from './headers';
import { encodePairs, sortPairs, type Pair } from './query';
import { formPairs, withForm, type WireRequest } from './wire';

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

const ACS3_SIGNATURE_HEADERS: ReadonlySet<string> = new Set([
	'authorization',
	'x-acs-accesskey-id',
	'x-acs-content-sha256',
	'x-acs-date',
	'x-acs-security-token',
	'x-acs-signature-nonce',
]);

/** A copy of the headers without an earlier ACS3 signature. */
export const withoutAcs3Signature = (headers: Headers): Headers =>
	withoutHeaders(headers, ACS3_SIGNATURE_HEADERS);

/** What the version 1 signer adds, and so removes from a request that was signed before. */
const V1_SIGNATURE_PARAMETERS: ReadonlySet<string> = new Set([
	'AccessKeyId',
	'SecurityToken',
	'Signature',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
]);

const isOwnParameter = ([name]: Pair) => !V1_SIGNATURE_PARAMETERS.has(name);

const isAcs3Signed = (name: string) => name.startsWith('x-acs-') || name === 'content-type';

/**
 * Signs a request with ACS3-HMAC-SHA256 (V3 request structure and signature). Signed are the host, the
 * Content-Type and all `x-acs-` headers.
 *
 * @returns All headers to send
 */
export function signAcs3(wire: WireRequest, keys: AlibabaKeys, moment: SigningMoment): Headers {
	const payloadHash = sha256Hex(wire.body ?? '');
	const headers = withoutAcs3Signature(wire.headers);
	headers['x-acs-content-sha256'] = payloadHash;
	headers['x-acs-date'] = isoSeconds(moment.now);
	headers['x-acs-signature-nonce'] = moment.nonce;
	if (keys.securityToken) {
		headers['x-acs-accesskey-id'] = keys.accessKeyId;
		headers['x-acs-security-token'] = keys.securityToken;
	}

	const { lines, names } = canonicalHeaders(wire.host, headers, isAcs3Signed);
	const canonicalRequest = `${wire.method}\n${wire.path}\n${encodePairs(wire.query)}\n${lines}\n${names}\n${payloadHash}`;
	const signature = hmacSha256Hex(keys.accessKeySecret, `${ACS3}\n${sha256Hex(canonicalRequest)}`);
	headers.Authorization = `${ACS3} Credential=${keys.accessKeyId},SignedHeaders=${names},Signature=${signature}`;
	return headers;
}

/**
 * Signs an RPC request with signature version 1.0, HMAC-SHA1 (API Reference, chapter 3). Signed are the
 * method and all parameters of the query and of a form body: the gateway takes a parameter from either.
 * The token of temporary keys goes into the form, where Alibaba Cloud's RPC client has it in a POST too:
 * URLs are logged on the way.
 *
 * @param wire The request, signed before or not; with temporary keys, its method is one that has a body
 * @returns The request to send
 */
export function signRpcV1(
	wire: WireRequest,
	keys: AlibabaKeys,
	moment: SigningMoment,
): WireRequest {
	const query = sortPairs([
		...wire.query.filter(isOwnParameter),
		['AccessKeyId', keys.accessKeyId],
		['SignatureMethod', 'HMAC-SHA1'],
		['SignatureNonce', moment.nonce],
		['SignatureVersion', '1.0'],
		['Timestamp', isoSeconds(moment.now)],
	]);
	const given = formPairs(wire);
	const form = given.filter(isOwnParameter);
	const isSameForm = form.length === given.length && !keys.securityToken;
	if (keys.securityToken) form.push(['SecurityToken', keys.securityToken]);
	const parameters = form.length === 0 ? query : sortPairs([...query, ...form]);
	const signature = hmacSha1Base64(
		`${keys.accessKeySecret}&`,
		`${wire.method}&%2F&${percentEncode(encodePairs(parameters))}`,
	);
	query.push(['Signature', signature]);
	return { ...(isSameForm ? wire : withForm(wire, form)), query };
}
