import type { TencentKey } from '../../core/accounts';
import { canonicalQuery, percentDecode } from '../../core/encoding';
import { hmac, isOrderedHeaderList, sameText, sha256Hex } from '../../core/signatures';
import type { RawRequest } from '../../http/request';

const AUTHORIZATION =
	/^TC3-HMAC-SHA256 Credential=([^,\s/]+)\/(\d{4}-\d\d-\d\d)\/([a-z0-9]+)\/tc3_request, SignedHeaders=([^,\s]+), Signature=([0-9a-f]{64})$/;
const MAX_SKEW_S = 5 * 60;

/** The key that signed, or the vendor's code and text for why the request is not let in. */
export type Verdict = { key: TencentKey } | { code: string; text: string };

/**
 * Checks a TC3-HMAC-SHA256 signature. content-type and host have to be signed as sent, so a port
 * in the Host header belongs into the signature; the scope has to carry the service that the
 * action belongs to and the UTC day of the timestamp.
 * @param serverTime ms since the epoch
 */
export function verifySignature(
	request: RawRequest,
	service: string,
	keys: readonly TencentKey[],
	serverTime: number,
): Verdict {
	const parts = AUTHORIZATION.exec(request.header('authorization') ?? '');
	if (!parts) return invalid('The header Authorization does not have the required form.');
	const [, secretId, date, scopeService, signedHeaders, signature] = parts;
	const timestamp = request.header('x-tc-timestamp') ?? '';
	if (!/^\d{10}$/.test(timestamp)) return invalid('X-TC-Timestamp is not a Unix time.');
	const signedAt = Number(timestamp);
	if (Math.abs(serverTime / 1000 - signedAt) > MAX_SKEW_S) {
		const text = `Signature timestamp ${timestamp} is more than five minutes off the server time.`;
		return { code: 'AuthFailure.SignatureExpire', text };
	}
	const day = new Date(signedAt * 1000).toISOString().slice(0, 10);
	if (date !== day)
		return invalid(`The credential date ${date} is not the timestamp's day ${day}.`);
	if (scopeService !== service) {
		return invalid(`The credential service ${scopeService} is not ${service}.`);
	}
	const names = signedHeaders.split(';');
	const missing = ['content-type', 'host', ...names].find((n) => request.header(n) === undefined);
	if (missing) return invalid(`The header ${missing} is missing.`);
	if (!isOrderedHeaderList(names)) return invalid('SignedHeaders is not a sorted list.');
	for (const name of ['content-type', 'host']) {
		if (!names.includes(name)) return invalid(`The header ${name} is not signed.`);
	}

	const key = keys.find((candidate) => candidate.secretId === secretId);
	if (!key) return { code: 'AuthFailure.SecretIdNotFound', text: 'The SecretId is not found.' };
	const canonical = canonicalRequest(request, names);
	const scope = `${date}/${service}/tc3_request`;
	const toSign = `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256Hex(canonical ?? '')}`;
	const expected = hmac('sha256', signingKey(key.secretKey, date, service), toSign).toString('hex');
	if (canonical === null || !sameText(expected, signature)) {
		const text =
			'The provided credentials could not be validated. Check that your signature is correct.';
		return { code: 'AuthFailure.SignatureFailure', text };
	}
	if ((request.header('x-tc-token') ?? '') !== (key.token ?? '')) {
		return { code: 'AuthFailure.TokenFailure', text: 'The token of the temporary key is wrong.' };
	}
	if (serverTime >= (key.expiresAt ?? Infinity)) {
		return {
			code: 'AuthFailure.TokenFailure',
			text: 'The token of the temporary key has expired.',
		};
	}
	return { key };
}

function invalid(text: string): Verdict {
	return { code: 'AuthFailure.InvalidAuthorization', text };
}

function signingKey(secret: string, date: string, service: string): Buffer {
	const steps = [date, service, 'tc3_request'];
	return steps.reduce<Buffer>(
		(key, step) => hmac('sha256', key, step),
		Buffer.from(`TC3${secret}`, 'utf8'),
	);
}

function canonicalRequest(request: RawRequest, names: string[]): string | null {
	const query = canonicalQuery(request.query);
	const path = percentDecode(request.path);
	if (query === null || path === null) return null;
	const headers = names
		.map((name) => `${name}:${signedValue(name, request.header(name) ?? '')}\n`)
		.join('');
	const body = sha256Hex(request.body);
	return [request.method, path, query, headers, names.join(';'), body].join('\n');
}

/** Further headers are signed in lower case; content-type and host as sent. */
function signedValue(name: string, value: string): string {
	const asSent = name === 'content-type' || name === 'host';
	return asSent ? value.trim() : value.trim().toLowerCase();
}
