import { decode, retryAfter, unauthorized } from '../../../../../nodes/HuaweiCloudKafka/api/decode';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { httpAnswer } from '../../../../support/httpAnswer';

function failureOf(...parts: Parameters<typeof httpAnswer>): Failure {
	try {
		decode(httpAnswer(...parts));
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

test.each([200, 201, 202, 204])('status %i of Huawei Cloud is a success', (status) => {
	expect(decode(httpAnswer(status, { a: 1 }))).toEqual({ a: 1 });
	for (const none of [undefined, null, '']) expect(decode(httpAnswer(status, none))).toEqual({});
});

test.each([
	['an HTML page', '<html></html>'],
	['cut JSON', '{"a":'],
	['a list', []],
	['a number', 7],
])('%s with status 200 cannot be read, so that the outcome is open', (_, body) => {
	expect(failureOf(200, body)).toMatchObject({ kind: 'broken', mayHaveHappened: true });
});

test.each([301, 302, 304, 100])(
	'status %i does not come from the API of Huawei Cloud',
	(status) => {
		expect(failureOf(status, '')).toMatchObject({ kind: 'refused' });
		expect(failureOf(status, '').message).toContain(String(status));
	},
);

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
])('an answer of Huawei Cloud with status %i and %j is %s', (status, body, kind) =>
	expect(failureOf(status, body).kind).toBe(kind),
);

test("a known code of Huawei Cloud is put in our words, with the service's at hand", () => {
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

test.each([
	[413, /did not accept the request/, /Send less data/],
	[502, /no response from the service/, /^Try again later/],
	[504, /no response from the service/, /^Try again later/],
])('what the one code of the gateway means follows from status %i', (status, meaning, advice) => {
	const { message, details } = failureOf(status, dms('APIGW.0201'));
	expect(message).toMatch(meaning);
	expect(details.advice).toMatch(advice);
});

test("an unknown code of Huawei Cloud is put in the service's words", () => {
	const failure = failureOf(400, dms('DMS.99999999', 'Something new.'));
	expect(failure.message).toContain('Something new');
	expect(failure.details.advice).toMatch(/^Check the parameters/);
});

test('a name that every object has is no code of Huawei Cloud', () => {
	expect(failureOf(400, dms('constructor')).message).toBe('vendor words');
});

test.each([
	['IAM', { error: { code: 403, message: 'Forbidden by policy' } }, '403', 'Forbidden by policy'],
	['nothing', {}, '', 'Huawei Cloud responded with status 403'],
	['text', 'no', '', 'Huawei Cloud responded with status 403'],
	['null', null, '', 'Huawei Cloud responded with status 403'],
	['a list', [], '', 'Huawei Cloud responded with status 403'],
])(
	'a refusal of Huawei Cloud in the form of %s has its code and message',
	(_, body, code, message) => {
		expect(failureOf(403, body)).toMatchObject({ message, details: { code } });
	},
);

test('the request ID of Huawei Cloud may be in a header', () => {
	expect(failureOf(500, '', { 'x-request-id': 'r2' }).details.requestId).toBe('r2');
});

describe('the header Retry-After of Huawei Cloud', () => {
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
	])('with %j asks for a wait of %j ms', (value, duration) =>
		expect(retryAfter(value, now)).toBe(duration),
	);
	test('is taken from the answer, a date as seen from when that came', () => {
		expect(failureOf(429, '', { 'retry-after': '3' }).details.retryAfter).toBe(3000);
		const date = { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' };
		expect(failureOf(429, '', date, now).details.retryAfter).toBe(30_000);
		expect(failureOf(429, '', date, now + 20_000).details.retryAfter).toBe(10_000);
	});
});

test('a 401 of Huawei Cloud says what to check, and does not repeat the request', () => {
	const echo =
		'verify aksk signature fail, canonicalRequest:GET|/v2/|x-sdk-date:20261122T100000Z|x-security-token:canary';
	const failure = unauthorized(httpAnswer(401, dms('APIGW.0301', echo)), 'dms.example.com');
	expect(failure).toMatchObject({
		kind: 'refused',
		details: { code: 'APIGW.0301', requestId: 'r1', httpStatus: 401 },
	});
	expect(failure.details.advice).toContain("'Secret Access Key'");
	expect(JSON.stringify(failure) + failure.message).not.toContain('canary');
	expect(
		unauthorized(httpAnswer(401, '<html></html>'), 'dms.example.com').details.advice,
	).toContain("'Access Key ID'");
});

test.each([403, 404, 407])(
	'a page with status %i is not taken for an answer of Huawei Cloud',
	(status) => {
		const { kind, message, details } = failureOf(status, '<html>Denied</html>');
		expect([kind, message]).toEqual([
			'refused',
			`the endpoint responded with status ${status}, which does not come from the API`,
		]);
		expect(details.advice).toBe("Check the credential's 'Endpoint' and any proxy.");
	},
);

test('a refused token leads to the fields of both ways to authenticate with Huawei Cloud', () => {
	const { details } = unauthorized(httpAnswer(401, dms('APIGW.0301', 'decrypt token fail')), 'h');
	expect(details.advice).toContain("'Security Token'");
	expect(details.advice).toContain("'Password'");
});

test.each([
	['DMS.00403007', "'Project ID'"],
	['DMS.00404022', 'region'],
])('what to do about the code %s of Huawei Cloud names the %s', (code, named) => {
	expect(failureOf(403, dms(code)).details.advice).toContain(named);
});

describe('what an operation wants and what is so already', () => {
	const OFF = dms('DMS.00501007', 'The log has been closed.');
	const ON = dms('DMS.111501035', 'The domain name access is enabled.');

	test.each([
		['StopKafkaLogTask', OFF],
		['StopKafkaRebalanceLogTask', OFF],
		['EnableDns', ON],
	])('is done for %s', (api, body) => {
		expect(decode(httpAnswer(400, body), api)).toEqual({});
	});

	test.each([
		['StopKafkaLogTask', ON],
		['EnableDns', OFF],
		['StartKafkaLogTask', OFF],
		['BatchDeleteInstanceTopic', OFF],
		['ShowInstance', ON],
		['toString', OFF],
	])('is a failure of any other, as %s', (api, body) => {
		expect(() => decode(httpAnswer(400, body), api)).toThrow(Failure);
	});
});
