import type { AccessKey } from '../../core/accounts';
import { MINUTE } from '../../core/clock';
import { canonicalPath, canonicalQuery } from '../../core/encoding';
import { hmac, isOrderedHeaderList, sameText, sha256Hex } from '../../core/signatures';
import type { RawRequest } from '../../http/request';

const AUTHORIZATION =
	/^SDK-HMAC-SHA256 Access=([^,\s]+), SignedHeaders=([^,\s]+), Signature=([0-9a-f]{64})$/;
const DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
/** Largest difference between the request's date and the server's time. */
const MAX_SKEW = 15 * MINUTE;

/** Outcome of a check: the key that signed, or why not (in the gateway's words). */
export type Verdict = { key: AccessKey } | { refused: string };

/**
 * Checks an SDK-HMAC-SHA256 signature (API Request Signing Guide) over the request as received. The
 * path is canonicalised once, as the real gateway does; the vendor's JavaScript SDK does it twice
 * and fails there too.
 * @param serverTime ms since the epoch
 */
export function verifySignature(
	request: RawRequest,
	keys: readonly AccessKey[],
	serverTime: number,
): Verdict {
	const parts = AUTHORIZATION.exec(request.header('authorization') ?? '');
	if (!parts) return { refused: 'header Authorization is malformed' };
	const [, access, signedHeaders, signature] = parts;
	const key = keys.find((candidate) => candidate.accessKey === access);
	if (!key) return { refused: `Get secretKey failed,ak:${access},err:ak not exist` };

	const names = signedHeaders.split(';');
	if (!isOrderedHeaderList(names)) return { refused: 'SignedHeaders is not a sorted list' };
	for (const name of ['host', 'x-sdk-date']) {
		if (!names.includes(name)) return { refused: `header ${name} is not signed` };
	}
	const missing = names.find((name) => request.header(name) === undefined);
	if (missing) return { refused: `signed header ${missing} is missing` };

	const date = request.header('x-sdk-date') ?? '';
	const signedAt = dateOf(date);
	if (signedAt === null || Math.abs(serverTime - signedAt) > MAX_SKEW) {
		const now = new Date(serverTime).toISOString().replace(/[-:]|\.\d+/g, '');
		// huaweicloud-sdk-java-v3 #44
		const times = `signature time:${date},server time:${now}`;
		return { refused: `calc aksk signature fail:signature expired, ${times}` };
	}

	const canonical = canonicalRequest(request, names);
	if (canonical === null) return { refused: 'the request target or its body hash is malformed' };
	const toSign = `SDK-HMAC-SHA256\n${date}\n${sha256Hex(canonical)}`;
	if (!sameText(hmac('sha256', key.secretKey, toSign).toString('hex'), signature)) {
		const echo = canonical.replaceAll('\n', '|');
		return { refused: `verify aksk signature fail, canonicalRequest:${echo}` };
	}
	if ((request.header('x-security-token') ?? '') !== (key.securityToken ?? '')) {
		return { refused: 'header X-Security-Token does not belong to this temporary access key' };
	}
	if (serverTime >= (key.expiresAt ?? Infinity)) return { refused: 'security token has expired' };
	return { key };
}

function dateOf(text: string): number | null {
	const match = DATE.exec(text);
	if (!match) return null;
	const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

function canonicalRequest(request: RawRequest, names: string[]): string | null {
	const path = canonicalPath(request.path);
	const query = canonicalQuery(request.query);
	const payload = payloadHash(request);
	if (path === null || query === null || payload === null) return null;
	const headers = names.map((name) => `${name}:${(request.header(name) ?? '').trim()}\n`).join('');
	// It always ends in a slash.
	const whole = path.endsWith('/') ? path : `${path}/`;
	return [request.method, whole, query, headers, names.join(';'), payload].join('\n');
}

/** Hash of the body; a header may carry it, or exempt a body that is not JSON. Null when it lies. */
function payloadHash(request: RawRequest): string | null {
	const actual = sha256Hex(request.body);
	const announced = request.header('x-sdk-content-sha256');
	if (announced === undefined || announced === actual) return actual;
	const isJson = (request.header('content-type') ?? '').startsWith('application/json');
	return announced === 'UNSIGNED-PAYLOAD' && !isJson ? announced : null;
}
