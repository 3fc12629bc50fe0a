/** What the Tencent Cloud node makes of answers: successes out of their envelope, failures in words. */
import { readFacts } from '../../../../../emulator/core/facts';
import { decode, unauthorized } from '../../../../../nodes/TencentCloudKafka/api/decode';
import { ERROR_CODES } from '../../../../../nodes/TencentCloudKafka/api/errorCodes';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { httpAnswer } from '../../../../support/httpAnswer';

const answer = (body?: unknown, status = 200) => httpAnswer(status, body);
const response = (content: object) => ({ Response: { ...content, RequestId: 'r1' } });
const error = (Code: string, Message = 'vendor words') => response({ Error: { Code, Message } });

function failureOf(...parts: Parameters<typeof answer>): Failure {
	try {
		decode(answer(...parts));
	} catch (caught) {
		if (caught instanceof Failure) return caught;
		throw caught;
	}
	throw new Error('It was taken for a success');
}

test.each([
	['members of the result', { Result: { TotalCount: 1 } }, { TotalCount: 1 }],
	['a list', { Result: [{ a: 1 }] }, { Result: [{ a: 1 }] }],
	['a number', { Result: 7 }, { Result: 7 }],
	['members beside no result', { Status: -1 }, { Status: -1 }],
	[
		'the data of a result code',
		{ Result: { ReturnCode: '0', Data: { FlowId: 5 } } },
		{ FlowId: 5 },
	],
	['no data of a result code', { Result: { ReturnCode: '0', Data: null } }, {}],
])('a success of Tencent Cloud gives %s', (_, content, expected) => {
	expect(decode(answer(response(content)))).toEqual(expected);
});

test.each([201, 203, 206])('status %d of Tencent Cloud is that of a success, too', (status) => {
	expect(decode(answer(response({ Result: 7 }), status))).toEqual({ Result: 7 });
	// Nothing is known of what it did: taken for a refusal, a create would be run again.
	expect(failureOf('<html></html>', status)).toMatchObject({ mayHaveHappened: true });
});

test('a result code of Tencent Cloud other than 0 is a failure with its message', () => {
	const Result = { ReturnCode: '4000', ReturnMessage: 'topic is being deleted', Data: null };
	const failure = failureOf(response({ Result }));
	expect(failure).toMatchObject({ kind: 'broken', mayHaveHappened: true });
	expect(failure.message).toContain('topic is being deleted');
	expect(failure.details).toMatchObject({ code: 'ReturnCode 4000', requestId: 'r1' });
});

test.each([
	['InvalidParameter', 'refused'],
	['InvalidParameterValue.SomethingNew', 'refused'],
	['UnsupportedOperation', 'refused'],
	['ResourceInsufficient', 'refused'],
	['AuthFailure.SignatureExpire', 'refused'],
	['RequestLimitExceeded', 'throttled'],
	['RequestLimitExceeded.UinLimitExceeded', 'throttled'],
	['ResourceInUse', 'busy'],
	['InternalError', 'broken'],
	['InternalError.Detail', 'broken'],
	['FailedOperation', 'broken'],
	['ServiceUnavailable', 'broken'],
	['ResponseSizeLimitExceeded', 'broken'],
	['NeverSeenBefore', 'broken'],
])('the code %s of Tencent Cloud is %s', (code, kind) => {
	const failure = failureOf(error(code));
	expect(failure.kind).toBe(kind);
	expect(failure.mayHaveHappened).toBe(kind === 'broken');
	expect(failure.details).toMatchObject({ code, requestId: 'r1' });
	expect(failure.details.advice).toBeTruthy();
});

test('a code of Tencent Cloud is put in the words of its family, an unknown one in those of the service', () => {
	expect(failureOf(error('InvalidParameterValue.New')).message).toBe(
		ERROR_CODES.InvalidParameterValue[0].replace(/\.$/, ''),
	);
	expect(failureOf(error('NeverSeen', 'Something new.')).message).toBe('Something new');
});

test.each(['FailedOperation', 'FailedOperation.New'])(
	'%s of Tencent Cloud means nothing by itself, so that its message comes first',
	(code) => {
		const failure = failureOf(error(code, 'The topic is being deleted.'));
		expect(failure.message).toBe('The topic is being deleted');
		expect(failure.details.advice).toBe(ERROR_CODES.FailedOperation[1]);
		expect(failureOf(response({ Error: { Code: code } })).message).toBe(
			'The operation did not succeed',
		);
	},
);

// cb-spider #1278: the answer of the live service to an order of another product.
test('an order without money is one that Tencent Cloud has not taken', () => {
	const code = 'InvalidAccount.InsufficientBalance';
	const failure = failureOf(error(code, 'The balance of account is not enough.'));
	expect(failure).toMatchObject({ kind: 'refused', mayHaveHappened: false });
	expect(failure.message).toBe('The balance of account is not enough');
});

test('what is wrong with the Tencent Cloud credential names the field', () => {
	const adviceOn = (code: string) => failureOf(error(code)).details.advice;
	expect(adviceOn('AuthFailure.SecretIdNotFound')).toMatch(/'Secret ID'.*'Site'/);
	expect(adviceOn('AuthFailure.SignatureFailure')).toContain("'Secret Key'");
	expect(adviceOn('AuthFailure.TokenFailure')).toContain("'Token'");
	expect(adviceOn('AuthFailure.SignatureExpire')).toContain('clock');
	expect(failureOf(error('AuthFailure.SignatureExpire')).message).toContain('5 minutes');
});

test.each([
	['<html></html>', 200, 'broken'],
	[{ other: 1 }, 200, 'broken'],
	[undefined, 200, 'broken'],
	['', 502, 'broken'],
	['', 408, 'broken'],
	['', 429, 'throttled'],
	['', 404, 'refused'],
	['', 302, 'refused'],
])('an answer of Tencent Cloud with %j and status %i is %s', (body, status, kind) => {
	expect(failureOf(body, status).kind).toBe(kind);
});

test('a 401 does not come from the API of Tencent Cloud, but from its host', () => {
	expect(unauthorized(answer('', 401), 'ckafka.example.com').message).toContain(
		'ckafka.example.com',
	);
});

test('every documented code of Tencent Cloud has its words', () => {
	const { errors } = readFacts<{ errors: Array<{ code: string }> }>('tencent', '_errors.json');
	expect(errors.length).toBeGreaterThan(50);
	expect(errors.map(({ code }) => code).filter((code) => !ERROR_CODES[code])).toEqual([]);
});

test.each([200, 400, 429, 503])(
	'a code of Tencent Cloud that no list has says what to do, with status %d',
	(status) => {
		const { details } = failureOf(error('Unheard.Of'), status);
		expect(details.advice).toMatch(/\w/);
	},
);
