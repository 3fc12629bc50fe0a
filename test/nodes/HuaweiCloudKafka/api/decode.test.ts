import { decode, retryAfter, unauthorized } from '../../../../nodes/HuaweiCloudKafka/api/decode';
import { Failure } from '../../../../nodes/shared/contract/failure';

const answer = (status: number, body?: unknown, headers = {}) => ({ status, headers, body });
function failureOf(...parts: Parameters<typeof answer>): Failure {
	try {
		decode(answer(...parts));
	} catch (error) {
		if (error instanceof Failure) return error;
		throw error;
	}
	throw new Error('It was taken for a success');
}
const dms = (error_code: string, error_msg = 'vendor words') => ({
	error_code,
	error_msg,
	request_id: 'r1',
});

test.each([200, 201, 202, 204])('%i is a success', (status) => {
	expect(decode(answer(status, { a: 1 }))).toEqual({ a: 1 });
	for (const none of [undefined, null, '']) expect(decode(answer(status, none))).toEqual({});
});

test.each([
	['an HTML page', '<html></html>'],
	['cut JSON', '{"a":'],
	['a list', []],
	['a number', 7],
])('%s with status 200 cannot be read, so the outcome is open', (_, body) => {
	expect(failureOf(200, body)).toMatchObject({ kind: 'broken', mayHaveHappened: true });
});

test.each([301, 302, 304, 100])('%i does not come from the API', (status) => {
	expect(failureOf(status, '')).toMatchObject({ kind: 'refused' });
	expect(failureOf(status, '').message).toContain(String(status));
});

test.each([
	[400, dms('DMS.00400062'), 'refused'],
	[403, dms('DMS.00403003'), 'refused'],
	[404, dms('DMS.00404022'), 'refused'],
	[405, dms('DMS.00405001'), 'refused'],
	[404, dms('DMS.10240407'), 'throttled'],
	[429, dms('APIGW.0308'), 'throttled'],
	[429, '', 'throttled'],
	[400, dms('DMS.00400026'), 'busy'],
	[400, dms('CBC.99003651'), 'busy'],
	[400, dms('DMS.00500980'), 'busy'],
	[408, '', 'broken'],
	[500, dms('DMS.00500000'), 'broken'],
	[502, '<html></html>', 'broken'],
	[503, undefined, 'broken'],
])('%i %j is %s', (status, body, kind) => expect(failureOf(status, body).kind).toBe(kind));

test("a known code is told in our words, with the vendor's at hand", () => {
	expect(failureOf(404, dms('DMS.00404022'))).toMatchObject({
		message: 'The instance does not exist',
		details: {
			code: 'DMS.00404022',
			vendorMessage: 'vendor words',
			requestId: 'r1',
			httpStatus: 404,
		},
	});
});

test("an unknown code is told in the vendor's", () => {
	const failure = failureOf(400, dms('DMS.99999999', 'Something new.'));
	expect(failure.message).toContain('Something new');
	expect(failure.details.advice).toMatch(/^Check the parameters/);
});

test('names of other things than codes are no codes', () => {
	expect(failureOf(400, dms('constructor')).message).toBe('vendor words');
});

test.each([
	['IAM', { error: { code: 403, message: 'Forbidden by policy' } }, '403', 'Forbidden by policy'],
	['nothing', {}, '', 'Huawei Cloud responded with status 403'],
	['text', 'no', '', 'Huawei Cloud responded with status 403'],
	['null', null, '', 'Huawei Cloud responded with status 403'],
	['a list', [], '', 'Huawei Cloud responded with status 403'],
])('the form of %s', (_, body, code, message) => {
	expect(failureOf(403, body)).toMatchObject({ message, details: { code } });
});

test('the request ID may be in a header', () => {
	expect(failureOf(500, '', { 'x-request-id': 'r2' }).details.requestId).toBe('r2');
});

describe('Retry-After', () => {
	const now = Date.parse('2026-11-22T10:00:00Z');
	test.each([
		['7', 7000],
		[7, 7000],
		['0', 0],
		['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
		['Sun, 22 Nov 2026 09:00:00 GMT', 0],
		['soon', undefined],
		[undefined, undefined],
		[null, undefined],
	])('%j -> %j', (value, duration) => expect(retryAfter(value, now)).toBe(duration));
	test('is taken from the answer', () => {
		expect(failureOf(429, '', { 'retry-after': '3' }).details.retryAfter).toBe(3000);
	});
});

test('a 401 says what to look at, and does not repeat the request', () => {
	const echo =
		'verify aksk signature fail, canonicalRequest:GET|/v2/|x-sdk-date:20261122T100000Z|x-security-token:canary';
	const failure = unauthorized(answer(401, dms('APIGW.0301', echo)), 'dms.example.com');
	expect(failure).toMatchObject({
		kind: 'refused',
		details: { code: 'APIGW.0301', requestId: 'r1', httpStatus: 401 },
	});
	expect(failure.details.advice).toContain("'Secret Access Key'");
	expect(JSON.stringify(failure) + failure.message).not.toContain('canary');
	expect(unauthorized(answer(401, '<html></html>'), 'dms.example.com').details.advice).toContain(
		"'Access Key ID'",
	);
});

test.each([403, 404, 407])('a page with status %i is not an answer of the API', (status) => {
	const { kind, message, details } = failureOf(status, '<html>Denied</html>');
	expect([kind, message]).toEqual([
		'refused',
		`the endpoint responded with status ${status}, which does not come from the API`,
	]);
	expect(details.advice).toBe("Check the credential's 'Endpoint' and any proxy.");
});

test('a refused token of temporary keys points to the fields of both ways to authenticate', () => {
	const { details } = unauthorized(answer(401, dms('APIGW.0301', 'decrypt token fail')), 'h');
	expect(details.advice).toContain("'Security Token'");
	expect(details.advice).toContain("'Password'");
});

test.each([
	['DMS.00403007', "'Project ID'"],
	['DMS.00404022', 'region'],
])('what to do about %s names the %s', (code, named) => {
	expect(failureOf(403, dms(code)).details.advice).toContain(named);
});
