import type { AlibabaKey } from '../../core/accounts';
import { canonicalPath, canonicalQuery } from '../../core/encoding';
import { hmac, isOrderedHeaderList, sameText, sha256Hex } from '../../core/signatures';
import type { RawRequest } from '../../http/request';
import type { Signed } from './signed';

const AUTHORIZATION =
	/^ACS3-HMAC-SHA256 Credential=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([0-9a-f]{64})$/;
const MANDATORY = [
	'host',
	'x-acs-action',
	'x-acs-content-sha256',
	'x-acs-date',
	'x-acs-signature-nonce',
	'x-acs-version',
];

/**
 * Checks an ACS3-HMAC-SHA256 signature (V3 request structure and signature). All x-acs-* headers,
 * host and, if present, content-type have to be signed; the body hash has to be the body's.
 */
export function verifyAcs3(request: RawRequest, keys: readonly AlibabaKey[]): Signed {
	const parts = AUTHORIZATION.exec(request.header('authorization') ?? '');
	if (!parts) return { refused: 'IncompleteSignature', text: 'Authorization is malformed.' };
	const [, id, signedHeaders, signature] = parts;
	const key = keys.find((candidate) => candidate.accessKeyId === id);
	if (!key) return { refused: 'InvalidAccessKeyId.NotFound' };

	const names = signedHeaders.split(';');
	if (!isOrderedHeaderList(names)) {
		return { refused: 'IncompleteSignature', text: 'SignedHeaders is not a sorted list.' };
	}
	const unsigned = headersToSign(request).find((name) => !names.includes(name));
	if (unsigned) return { refused: 'IncompleteSignature', text: `${unsigned} is not signed.` };
	const absent = names.find((name) => request.header(name) === undefined);
	if (absent) return { refused: 'IncompleteSignature', text: `${absent} is missing.` };

	const canonical = canonicalRequest(request, names);
	const toSign = `ACS3-HMAC-SHA256\n${sha256Hex(canonical ?? '')}`;
	const expected = hmac('sha256', key.accessKeySecret, toSign).toString('hex');
	if (canonical === null || !sameText(expected, signature)) {
		return { refused: 'SignatureDoesNotMatch', text: `server string to sign is:${toSign}` };
	}
	if (request.header('x-acs-content-sha256') !== sha256Hex(request.body)) {
		return { refused: 'SignatureDoesNotMatch', text: 'x-acs-content-sha256 is not the body hash.' };
	}
	return {
		key,
		token: request.header('x-acs-security-token'),
		date: request.header('x-acs-date') ?? '',
		nonce: request.header('x-acs-signature-nonce') ?? '',
	};
}

function headersToSign(request: RawRequest): string[] {
	const present = request.headers
		.map(([name]) => name.toLowerCase())
		.filter((name) => name.startsWith('x-acs-') || name === 'content-type');
	return [...MANDATORY, ...present];
}

function canonicalRequest(request: RawRequest, names: string[]): string | null {
	const path = canonicalPath(request.path);
	const query = canonicalQuery(request.query);
	if (path === null || query === null) return null;
	const headers = names.map((name) => `${name}:${(request.header(name) ?? '').trim()}\n`).join('');
	const payload = request.header('x-acs-content-sha256') ?? '';
	return [request.method, path, query, headers, names.join(';'), payload].join('\n');
}
