/** What the answers of AliKafka and its gateway become: successes, and failures by what they mean. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { alibaba } from '../../../../nodes/AlibabaCloudKafka/vendor';
import { decode, unauthorized } from '../../../../nodes/AlibabaCloudKafka/api/decode';
import { ERROR_CODES } from '../../../../nodes/AlibabaCloudKafka/api/errorCodes';
import { rowsOf } from '../../../../nodes/AlibabaCloudKafka/api/pages';
import { Failure } from '../../../../nodes/shared/contract/failure';
import { mayRetry } from '../../../../nodes/shared/request/retry';

interface Known {
	status: number | string;
	code: string;
}
const facts = JSON.parse(
	readFileSync(join(__dirname, '../../../emulator/api/alibaba/_errors.json'), 'utf8'),
) as { not_in_the_document: Record<'service' | 'gateway', { errors: Known[] }> };
const { service, gateway } = facts.not_in_the_document;
const known = [...service.errors, ...gateway.errors];

function failing(status: number, body: unknown, headers = {}): Failure {
	try {
		decode({ status, headers, body });
	} catch (error) {
		return error as Failure;
	}
	throw new Error('it was taken for a success');
}

describe('a success', () => {
	test.each([
		{ Code: 200, Success: true, RequestId: 'R' },
		{ Code: '200', Success: 'true', RequestId: 'R' },
		{ RequestId: 'R', TagResources: { TagResource: [] } },
	])('%j', (body) => {
		expect(decode({ status: 200, headers: {}, body })).toBe(body);
	});

	test('lists are read wrapped and bare; one that is missing is not taken for empty', () => {
		const rows = rowsOf('List', 'VO');
		expect(rows({ List: { VO: [{ a: 1 }] } })).toEqual([{ a: 1 }]);
		expect(rows({ List: [{ a: 1 }] })).toEqual([{ a: 1 }]);
		expect(() => rows({})).toThrow("does not contain the list 'List'");
		expect(() => rows({ List: null })).toThrow(Failure);
	});
});

describe('a failure', () => {
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
	])('%d %j is %s', (status, body, kind) => {
		expect(failing(status, body).kind).toBe(kind);
	});

	test('x-acs-retry-after is in milliseconds', () => {
		const body = { Code: 'Throttling.User' };
		expect(failing(400, body, { 'x-acs-retry-after': '1500' }).details.retryAfter).toBe(1500);
		expect(failing(400, body, { 'x-acs-retry-after': 'soon' }).details.retryAfter).toBeUndefined();
	});

	test('a used nonce may be a copy of a request that worked, so that a write is not repeated', () => {
		const failure = failing(400, { Code: 'SignatureNonceUsed' });
		expect(mayRetry(failure, 'write')).toBe(false);
		expect(mayRetry(failure, 'read')).toBe(true);
	});

	test('words, codes and IDs of the service are kept', () => {
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
		expect(unauthorized({ status: 401, headers: {}, body: {} }).details.advice).toContain(
			"'Access Key Secret'",
		);
	});
});

describe('codes', () => {
	test.each(known)('$code has words of its own', ({ status, code }) => {
		const filled = code.replace('%s', 'Size').replace('{ParameterName}', 'VpcId');
		const { message, details } = failing(parseInt(String(status), 10), { Code: filled });
		expect(message).not.toContain('responded with status');
		expect(details.advice).toMatch(/\w.*\.$/);
	});

	test.each(Object.entries(ERROR_CODES))('%s: two sentences', (_code, [meaning, advice]) => {
		expect(meaning).toMatch(/^[A-Z].*\.$/);
		expect(advice).toMatch(/^[A-Z].*\.$/);
	});

	test('what a write may be repeated after proves that nothing happened', () => {
		const repeated = known
			.filter(({ status, code }) =>
				mayRetry(failing(parseInt(String(status), 10), { Code: code }), 'write'),
			)
			.map(({ code }) => code)
			.sort();
		expect(repeated).toEqual([
			'AUTH_USER_CHECK_ERROR',
			'AsyncTask.RetryLater',
			'AsyncTask.TypeAlreadyExist',
			'FlowControl',
			'ONS_SYSTEM_FLOW_CONTROL',
			'ScheduledTask.AlreadyHasSameTaskType',
			'ScheduledTask.ExecuteTimeGapTooShort',
			'Throttling',
			'Throttling.User',
		]);
	});
});

describe('requests', () => {
	const base = { api: 'CreateSaslUser', effect: 'write', method: 'POST', path: '/' } as const;

	test('parameters go into the query, secrets into a form', () => {
		const sent = alibaba.envelope?.(
			{ ...base, query: { CurrentPage: '1' }, body: { Username: 'u', Password: 'p' } },
			'cn-hangzhou',
		);
		expect(sent).toEqual({
			...base,
			query: {
				Action: 'CreateSaslUser',
				Version: '2019-09-16',
				RegionId: 'cn-hangzhou',
				CurrentPage: '1',
				Username: 'u',
			},
			body: { Password: 'p' },
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
		const open = alibaba.envelope?.({ ...base, body: { Username: 'u' } }, 'cn-hangzhou');
		expect(open).toMatchObject({ body: undefined, headers: {} });
	});

	test.each([
		['StartInstance', 2],
		['UpgradeInstanceVersion', 2],
		['CreateTopic', 1],
	])('%s stays a little below the %d a second that the service takes', (api, most) => {
		expect(alibaba.pace(api).perSecond).toBeLessThan(most);
		expect(alibaba.pace(api).perSecond).toBeGreaterThan(0.9 * most);
	});

	test.each(['GetInstanceList', 'constructor'])('%s goes out 20 times a second', (api) => {
		expect(alibaba.pace(api).perSecond).toBe(20);
	});
});

test.each([403, 404, 407])('a page with status %i is not an answer of the API', (status) => {
	const { kind, message, details } = failing(status, '<html>Denied</html>');
	expect([kind, message]).toEqual([
		'refused',
		`the endpoint responded with status ${status}, which does not come from the API`,
	]);
	expect(details.advice).toBe("Check the credential's 'Endpoint' and any proxy.");
});
