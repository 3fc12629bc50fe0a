import { NodeOperationError } from 'n8n-workflow';

import { readFacts } from '../../../../../emulator/core/facts';
import { decode } from '../../../../../nodes/HuaweiCloudKafka/api/decode';
import { ERROR_CODES } from '../../../../../nodes/HuaweiCloudKafka/api/errorCodes';
import type { FailureKind } from '../../../../../nodes/shared/contract/failure';
import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { Failure, asFailure, toNodeError } from '../../../../../nodes/shared/contract/failure';
import { httpAnswer } from '../../../../support/httpAnswer';
import { someNode } from '../../../../support/someNode';

const KINDS: FailureKind[] = [
	'notSent',
	'unreachable',
	'throttled',
	'busy',
	'refused',
	'broken',
	'lost',
	'cancelled',
	'unfinished',
];

describe('a failure', () => {
	test('leaves open what happened only if it is lost or broken', () => {
		const open = KINDS.filter((kind) => new Failure(kind, '').mayHaveHappened);
		expect(open).toEqual(['broken', 'lost']);
	});

	test.each(['broken', 'lost'] as const)('that is %s changed nothing if it only read', (kind) => {
		expect(new Failure(kind, '', { readOnly: true }).mayHaveHappened).toBe(false);
	});
});

describe('a failure that is said in another way', () => {
	const details = { advice: 'Do it.', code: 'C', requestId: 'r1', httpStatus: 429, retryAfter: 7 };
	const defect = new Error('a defect');
	const failure = new Failure('throttled', 'No', details, 3, defect);

	test('keeps everything that is not said anew', () => {
		const same = failure.with({});
		expect(same).toBeInstanceOf(Failure);
		expect(same).not.toBe(failure);
		const { kind, message, itemIndex, cause } = same;
		expect({ kind, message, itemIndex, cause, details: same.details }).toEqual({
			kind: 'throttled',
			message: 'No',
			itemIndex: 3,
			cause: defect,
			details,
		});
	});

	test('keeps its item, its cause and its details when kind and message change', () => {
		const other = failure.with({ kind: 'unfinished', message: 'Not yet' });
		expect([other.kind, other.message]).toEqual(['unfinished', 'Not yet']);
		expect([other.itemIndex, other.cause, other.details]).toEqual([3, defect, details]);
	});

	test('changes only the details that it is given', () => {
		const other = failure.with({ advice: 'Do something else.', readOnly: true });
		expect(other.details).toEqual({ ...details, advice: 'Do something else.', readOnly: true });
		expect([other.kind, other.message, other.itemIndex, other.cause]).toEqual([
			'throttled',
			'No',
			3,
			defect,
		]);
	});

	test('can be about another item, item 0 included', () => {
		expect(failure.with({ itemIndex: 0 }).itemIndex).toBe(0);
	});

	test('does not change the first one', () => {
		failure.with({ message: 'Other', advice: 'Other.', itemIndex: 9 });
		expect([failure.message, failure.details, failure.itemIndex]).toEqual(['No', details, 3]);
	});
});

describe('what was thrown', () => {
	test('stays as it is when it is a failure', () => {
		const failure = new Failure('refused', 'No');
		expect(asFailure(failure)).toBe(failure);
	});

	test('of a parameter is before anything was sent, and says what to do', () => {
		const failure = asFailure(new BadInput('Disk Size (GB)', 'is too large', 'Enter less.'));
		expect(failure).toMatchObject({
			kind: 'notSent',
			message: "'Disk Size (GB)' is too large",
			details: { advice: 'Enter less.' },
			mayHaveHappened: false,
		});
	});

	test.each([
		['a defect', new TypeError('x is not a function'), 'x is not a function'],
		['an error of a library', new Error('no'), 'no'],
		['a text', 'no', 'no'],
		['nothing', undefined, 'undefined'],
	])(
		'counts as lost when it is %s, as nothing is known about the request',
		(_, thrown, message) => {
			expect(asFailure(thrown)).toMatchObject({ kind: 'lost', message, details: {} });
		},
	);

	test.each([new TypeError('x is not a function'), new ReferenceError('x is not defined')])(
		'has the stack of a defect as its cause: %s',
		(defect) => {
			const { cause } = asFailure(defect);
			expect(cause).toBeInstanceOf(Error);
			const { name, message, stack } = defect;
			expect(cause).toMatchObject({ name, message, stack });
			expect(stack).toContain('failure.test');
		},
	);

	test('has only the words of a defect, not what it carries', () => {
		const defect = Object.assign(new TypeError('Invalid URL'), { input: 'https://secret@host' });
		const { cause } = asFailure(defect);
		expect(cause).not.toBe(defect);
		expect(cause).not.toHaveProperty('input');
	});

	test('has no cause when it comes from axios, whose errors hold the signed headers', () => {
		const headers = { authorization: 'signed' };
		for (const kind of [Error, TypeError]) {
			const error = Object.assign(new kind('no'), { isAxiosError: true, config: { headers } });
			expect(JSON.stringify(asFailure(error))).not.toContain('signed');
		}
		expect(asFailure(Object.assign(new Error('no'), { isAxiosError: true })).cause).toBeUndefined();
	});
});

/** Every code in a table of errors, however deep. */
function codesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { code } = value as { code?: unknown };
	return [...(typeof code === 'string' ? [code] : []), ...Object.values(value).flatMap(codesIn)];
}
const codes = [
	...Object.keys(ERROR_CODES),
	...codesIn(readFacts('huawei', '_errors.json')),
	...codesIn(readFacts('huawei', '_errors_v1_zh.json')),
	...codesIn(readFacts('alibaba', '_errors.json')),
	...codesIn(readFacts('tencent', '_errors.json')),
	'InvalidParameterValue.TopicNameAlreadyExist',
	'ResourcePermissionDenied',
	'BIZ_TOPIC_NOT_EXIST',
	'ECONNREFUSED',
	'ENOENT',
	'EPERM',
];

describe("the n8n error's message", () => {
	test('is ours, whatever code of a vendor it holds', () => {
		expect(new Set(codes).size).toBeGreaterThan(300);
		for (const code of codes) {
			const text = `The service says ${code} to this`;
			const details = { code, vendorMessage: text, advice: 'Do it.' };
			const error = toNodeError(someNode, new Failure('refused', text, details), {
				failed: 'Create topic',
			});
			expect(error.message).toBe(
				'Create topic did not succeed: the service says ' + `${code} to this`,
			);
			expect(error.description).toBe(`Do it. Service response: code ${code}, "${text}".`);
		}
	});

	test('is without gaps for every code of the table', () => {
		for (const [code, [meaning, advice]] of Object.entries(ERROR_CODES)) {
			const body = { error_code: code, error_msg: 'vendor words', request_id: 'r1' };
			let failure = asFailure(new Error('It was taken for a success'));
			try {
				decode(httpAnswer(400, body));
			} catch (error) {
				failure = asFailure(error);
			}
			const { message, description } = toNodeError(someNode, failure, { failed: 'Create topic' });
			const words = meaning.replace(/\.$/, '').slice(1);
			expect(message.startsWith('Create topic did not succeed: ')).toBe(true);
			expect(message.endsWith(words)).toBe(true);
			expect(description).toBe(
				`${advice} Service response: code ${code}, "vendor words", request ID r1.`,
			);
			expect(`${meaning}${advice}`).not.toMatch(/[{}]|undefined/);
		}
	});

	test.each([
		['The instance does not exist', 'the instance does not exist'],
		['Another instance already has this name', 'another instance already has this name'],
		['SSL is not enabled on this instance', 'SSL is not enabled on this instance'],
		['The RabbitMQ disk space cannot be expanded', 'the RabbitMQ disk space cannot be expanded'],
		['RabbitMQ disk space cannot be expanded', 'RabbitMQ disk space cannot be expanded'],
		['Huawei Cloud did not accept the credential', 'Huawei Cloud did not accept the credential'],
		['no response came back', 'no response came back'],
	])('goes on in the middle of a sentence: %s', (message, inside) => {
		const error = toNodeError(someNode, new Failure('refused', message), {
			failed: 'Create topic',
		});
		expect(error.message).toBe(`Create topic did not succeed: ${inside}`);
	});

	test.each(['notSent', 'unfinished'] as const)(
		'speaks for itself when the failure is %s',
		(kind) => {
			const failure = new Failure(kind, "'Name' is empty");
			const error = toNodeError(someNode, failure, { failed: 'Create topic' });
			expect(error.message).toBe("'Name' is empty");
		},
	);

	test('names the item that failed, not the one that was held back for it', () => {
		const own = toNodeError(someNode, new Failure('refused', 'No'), { item: 3 });
		expect([own.message, own.context.itemIndex]).toEqual(['No [Item 3]', 3]);
		const other = toNodeError(someNode, new Failure('notSent', 'No', {}, 1), { item: 3 });
		expect([other.message, other.context.itemIndex]).toEqual(['No [Item 1]', 1]);
		expect(toNodeError(someNode, new Failure('refused', 'No')).message).toBe('No');
	});

	test.each(['Created instance freeaccess-dev (ID 1234), but more', 'tree-existing ENOENT 1234'])(
		'names what was made, also when n8n wraps it for an agent: %s',
		(message) => {
			for (const kind of ['unfinished', 'lost', 'broken'] as const) {
				const own = toNodeError(someNode, new Failure(kind, message));
				const error = new NodeOperationError(someNode, own);
				expect(error.message + error.description).toContain('1234');
			}
		},
	);

	test('does not make n8n tell an agent to send the request again', () => {
		const failure = new Failure('lost', 'no response came back', { fault: 'ECONNRESET' });
		const own = toNodeError(someNode, failure);
		const { message, description } = new NodeOperationError(someNode, own);
		expect(message).toBe('no response came back');
		expect(description).toBe('Network code: ECONNRESET.');
	});
});

describe("the n8n error's description", () => {
	test('has the notes between what to do and what the service said', () => {
		const failure = new Failure('refused', 'No', { advice: 'Do it.', code: 'C' });
		const error = toNodeError(someNode, failure, { notes: ['Already done.'] });
		expect(error.description).toBe('Do it. Already done. Service response: code C.');
	});

	test("does not repeat a service's words at any length", () => {
		const vendorMessage = 'x'.repeat(1_000_000);
		const error = toNodeError(someNode, new Failure('refused', 'No', { vendorMessage }));
		expect(error.description?.length).toBeLessThan(1000);
	});
});

describe('the n8n error', () => {
	test('holds kind, code and request ID for workflows to read', () => {
		const failure = new Failure('throttled', 'No', { code: 'C', requestId: 'r1', httpStatus: 429 });
		const error = toNodeError(someNode, failure);
		expect(error.context.vendor).toEqual({ kind: 'throttled', vendorCode: 'C', requestId: 'r1' });
		expect(error.httpCode).toBe('429');
	});

	test('has no part of a service in its details where none has answered', () => {
		const unreachable = 'h is unreachable: the service refused the connection (ECONNREFUSED)';
		const held = new Failure('notSent', `Not sent because item 0 did not succeed: ${unreachable}`);
		const error = toNodeError(someNode, held, { item: 1 });
		const { messages, errorResponse, httpCode, context, message } = error;
		expect({ messages, errorResponse, httpCode }).toEqual({
			messages: [],
			errorResponse: undefined,
			httpCode: null,
		});
		expect(context.vendor).toEqual({ kind: 'notSent' });
		expect(message).toBe(`${held.message} [Item 1]`);
		expect(toNodeError(someNode, new Failure('unreachable', unreachable)).messages).toEqual([]);
	});

	test('has the stack of a defect as its cause, so that a report leads to the mistake', () => {
		const failure = asFailure(new TypeError('x is not a function'));
		const { cause, message } = toNodeError(someNode, failure, { failed: 'Create topic' });
		expect(message).toBe('Create topic did not succeed: x is not a function');
		expect(cause).toMatchObject({
			name: 'TypeError',
			message: 'x is not a function',
			stack: expect.stringContaining('failure.test'),
		});
	});

	test('has nothing of an axios error as its cause', () => {
		const config = { headers: { authorization: 'signed' } };
		const error = Object.assign(new Error('no'), { isAxiosError: true, config });
		const own = toNodeError(someNode, asFailure(error));
		expect(own.cause).not.toBe(error);
		expect(JSON.stringify([own, own.cause])).not.toContain('signed');
	});
});

test("n8n's error holds a copy of the node without its passwords, also those by expression", () => {
	const parameters = {
		userName: 'reader',
		userPasswd: 'Typed-In-1234',
		options: { sasl: { entry: { accessUser: 'admin', password: '={{ "Typed-In-1234" }}' } } },
		rows: [{ saslPassword: 'Typed-In-1234', name: 'a' }],
	};
	const node = { ...someNode, parameters };
	const error = toNodeError(node, new Failure('refused', 'No'));
	expect(error.node.parameters).toEqual({
		userName: 'reader',
		options: { sasl: { entry: { accessUser: 'admin' } } },
		rows: [{ name: 'a' }],
	});
	expect(JSON.stringify(error)).not.toContain('Typed-In-1234');
	expect(node.parameters).toBe(parameters);
});
