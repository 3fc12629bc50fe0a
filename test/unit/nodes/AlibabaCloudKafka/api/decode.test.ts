/** What the answers of AliKafka and its gateway become: successes, and failures by what they mean. */
import { readFacts } from '../../../../../emulator/core/facts';
import { decode, unauthorized } from '../../../../../nodes/AlibabaCloudKafka/api/decode';
import { ERROR_CODES } from '../../../../../nodes/AlibabaCloudKafka/api/errorCodes';
import { rowsOf } from '../../../../../nodes/AlibabaCloudKafka/api/pages';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { mayRetry } from '../../../../../nodes/shared/request/retry';
import { httpAnswer } from '../../../../support/httpAnswer';

interface Known {
	status: number | string;
	code: string;
}
interface ErrorFacts {
	not_in_the_document: Record<'service' | 'gateway', { errors: Known[] }>;
}
const { service, gateway } = readFacts<ErrorFacts>('alibaba', '_errors.json').not_in_the_document;
const known = [...service.errors, ...gateway.errors];

function failing(status: number, body: unknown, headers = {}): Failure {
	try {
		decode(httpAnswer(status, body, headers));
	} catch (error) {
		return error as Failure;
	}
	throw new Error('it was taken for a success');
}

describe('a success of AliKafka', () => {
	test.each([
		{ Code: 200, Success: true, RequestId: 'R' },
		{ Code: '200', Success: 'true', RequestId: 'R' },
		{ RequestId: 'R', TagResources: { TagResource: [] } },
	])('is what says so, or does not say otherwise: %j', (body) => {
		expect(decode(httpAnswer(200, body))).toBe(body);
	});

	test('has its lists wrapped or bare; one that is missing is not taken for empty', () => {
		const rows = rowsOf('List', 'VO');
		expect(rows({ List: { VO: [{ a: 1 }] } })).toEqual([{ a: 1 }]);
		expect(rows({ List: [{ a: 1 }] })).toEqual([{ a: 1 }]);
		expect(() => rows({})).toThrow("does not contain the list 'List'");
		expect(() => rows({ List: null })).toThrow(Failure);
	});
});

describe('a failure of AliKafka', () => {
	test.each<[number, unknown, string]>([
		[200, { Code: 500, Success: false }, 'broken'],
		[200, { Code: '500', Message: 'no' }, 'broken'],
		[200, { Success: false }, 'broken'],
		[200, { Success: 'false', Code: 200 }, 'broken'],
		[200, { Code: 'BIZ_TOPIC_NOT_FOUND', Success: false }, 'refused'],
		[200, { Code: 'NEVER_SEEN', Success: false }, 'broken'],
		[400, { Code: 'NEVER_SEEN' }, 'refused'],
		[400, { Code: 'ONS_SYSTEM_ERROR' }, 'broken'],
		[400, { Code: 'Throttling.SomethingNew' }, 'throttled'],
		[400, { Code: 'Rejected.Throttling' }, 'throttled'],
		[400, { Code: 'ThrottlingOff' }, 'refused'],
		[200, { Code: 'ONS_SYSTEM_FLOW_CONTROL', Success: false }, 'throttled'],
		[429, '', 'throttled'],
		[503, { Code: 'ServiceUnavailable' }, 'broken'],
		[502, '<html>', 'broken'],
		[200, '<html>', 'broken'],
		[200, [], 'broken'],
		[200, '', 'broken'],
		[302, '', 'refused'],
	])('with status %d and %j is %s', (status, body, kind) => {
		expect(failing(status, body).kind).toBe(kind);
	});

	test('asks for a wait with x-acs-retry-after, in milliseconds', () => {
		const body = { Code: 'Throttling.User' };
		expect(failing(400, body, { 'x-acs-retry-after': '1500' }).details.retryAfter).toBe(1500);
		expect(failing(400, body, { 'x-acs-retry-after': 'soon' }).details.retryAfter).toBeUndefined();
	});

	test('for a used nonce may come to a copy of a request that worked, so that a write is not repeated', () => {
		const failure = failing(400, { Code: 'SignatureNonceUsed' });
		expect(mayRetry(failure, 'write', TIMES.retry)).toBe(false);
		expect(mayRetry(failure, 'read', TIMES.retry)).toBe(true);
	});

	test('keeps the words, codes and IDs of the service', () => {
		const body = { Code: 'InvalidVpcId', Message: 'said so', RequestId: 'R', HostId: 'h' };
		const { message, details } = failing(400, body);
		expect(message).toBe('The value of the parameter VpcId is not valid');
		expect(details).toMatchObject({
			code: 'InvalidVpcId',
			vendorMessage: 'said so',
			requestId: 'R',
			httpStatus: 400,
		});
		expect(failing(400, { Code: 'MissingZoneId' }).message).toContain('ZoneId is missing');
		expect(failing(400, { Code: 'Q', Message: 'as said' }).message).toBe('as said');
		expect(failing(400, {}).message).toBe('Alibaba Cloud responded with status 400');
		expect(unauthorized(httpAnswer(401, {})).details.advice).toContain("'Access Key Secret'");
	});
});

describe('a code of AliKafka', () => {
	test.each(known)('has words of its own: $code', ({ status, code }) => {
		const filled = code.replace('%s', 'Size').replace('{ParameterName}', 'VpcId');
		const { message, details } = failing(parseInt(String(status), 10), { Code: filled });
		expect(message).not.toContain('responded with status');
		expect(details.advice).toMatch(/\w.*\.$/);
	});

	test.each(Object.entries(ERROR_CODES))(
		'has two sentences in the table: %s',
		(_code, [meaning, advice]) => {
			expect(meaning).toMatch(/^[A-Z].*\.$/);
			expect(advice).toMatch(/^[A-Z].*\.$/);
		},
	);

	test('lets a write be repeated only if it proves that nothing happened', () => {
		const repeated = known
			.filter(({ status, code }) =>
				mayRetry(failing(parseInt(String(status), 10), { Code: code }), 'write', TIMES.retry),
			)
			.map(({ code }) => code)
			.sort();
		expect(repeated).toEqual([
			'AUTH_USER_CHECK_ERROR',
			'AsyncTask.RetryLater',
			'AsyncTask.TypeAlreadyExist',
			'BIZ_FIND_CONSUMER_GROUP_INFO_ERROR',
			'BIZ_INSTANCE_UPDATE_AUTO_CREATE_TOPIC_STATUS_ERROR',
			'FlowControl',
			'ONS_SYSTEM_FLOW_CONTROL',
			'ScheduledTask.AlreadyHasSameTaskType',
			'ScheduledTask.ExecuteTimeGapTooShort',
			'Throttling',
			'Throttling.User',
		]);
	});
});

test.each([403, 404, 407])(
	'a page with status %i is not taken for an answer of AliKafka',
	(status) => {
		const { kind, message, details } = failing(status, '<html>Denied</html>');
		expect([kind, message]).toEqual([
			'refused',
			`the endpoint responded with status ${status}, which does not come from the API`,
		]);
		expect(details.advice).toBe("Check the credential's 'Endpoint' and any proxy.");
	},
);

// kaedei/aliyun-ddns-client-csharp #4
describe('an error of the gateway in XML', () => {
	const xml = (inner: string) => `<?xml version='1.0' encoding='UTF-8'?><Error>${inner}</Error>`;
	const fields =
		'<RequestId>REQ-9</RequestId><HostId>h</HostId><Code>SignatureDoesNotMatch</Code><Message>a &lt; b &amp;amp; c</Message>';

	test.each([200, 400, 403, 500])('is read as if it were JSON, with status %i', (status) => {
		const { details } = failing(status, xml(fields));
		expect(details).toMatchObject({
			code: 'SignatureDoesNotMatch',
			requestId: 'REQ-9',
			vendorMessage: 'a < b &amp; c',
		});
	});

	test('names the missing RAM action', () => {
		const detail = '<AccessDeniedDetail><AuthAction>alikafka:X</AuthAction></AccessDeniedDetail>';
		const { details } = failing(403, xml(`<Code>NoPermission</Code>${detail}`));
		expect(details.advice).toContain('alikafka:X');
	});

	test.each([
		'<html><Error><Code>x</Code></Error></html>',
		'<!DOCTYPE html><p>502</p>',
		xml('<Message>m</Message>'),
	])('is not what a proxy says: %s', (body) => {
		expect(failing(400, body).message).toContain('does not come from the API');
	});
});

test.each([
	{ Code: null, Message: null, RequestId: null, Success: false },
	{ Code: { a: 1 }, Message: ['x'], Success: 'no' },
	{ Code: 'X', Message: 7, AccessDeniedDetail: null },
])('odd fields are neither a success nor a crash: %j', (body) => {
	expect(failing(200, body)).toBeInstanceOf(Failure);
});
