import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decode } from '../../../../nodes/HuaweiCloudKafka/api/decode';
import { ERROR_CODES } from '../../../../nodes/HuaweiCloudKafka/api/errorCodes';
import { Failure, asFailure, toNodeError } from '../../../../nodes/shared/contract/failure';
import { withoutSecrets, Secrets } from '../../../../nodes/shared/request/secrets';

const node = {
	id: '1',
	name: 'K',
	type: 'k',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
} as INode;

const read = (file: string): unknown =>
	JSON.parse(readFileSync(join(__dirname, '../../../emulator/api', file), 'utf8'));

/** Every code in a table of errors, however deep. */
function codesIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	const { code } = value as { code?: unknown };
	return [...(typeof code === 'string' ? [code] : []), ...Object.values(value).flatMap(codesIn)];
}
const codes = [
	...Object.keys(ERROR_CODES),
	...['huawei/_errors', 'huawei/_errors_v1_zh', 'alibaba/_errors', 'tencent/_errors'].flatMap(
		(file) => codesIn(read(`${file}.json`)),
	),
	'InvalidParameterValue.TopicNameAlreadyExist',
	'ResourcePermissionDenied',
	'BIZ_TOPIC_NOT_EXIST',
	'ECONNREFUSED',
	'ENOENT',
	'EPERM',
];

test('there are codes to look at', () => expect(new Set(codes).size).toBeGreaterThan(300));

test('our text comes out whatever code of a vendor it holds', () => {
	for (const code of codes) {
		const text = `The service says ${code} to this`;
		const error = toNodeError(
			node,
			new Failure('refused', text, { code, vendorMessage: text, advice: 'Do it.' }),
			{
				failed: 'Create topic',
			},
		);
		expect(error.message).toBe(
			'Create topic did not succeed: the service says ' + `${code} to this`,
		);
		expect(error.description).toBe(`Do it. Service response: code ${code}, "${text}".`);
	}
});

test('every code of the table has our words, without gaps', () => {
	for (const [code, [meaning, advice]] of Object.entries(ERROR_CODES)) {
		const answer = {
			status: 400,
			headers: {},
			body: { error_code: code, error_msg: 'vendor words', request_id: 'r1' },
		};
		let failure = new Failure('lost', '');
		try {
			decode(answer);
		} catch (error) {
			failure = asFailure(error);
		}
		const { message, description } = toNodeError(node, failure, { failed: 'Create topic' });
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
])('in the middle of a sentence: %s', (message, inside) => {
	const error = toNodeError(node, new Failure('refused', message), { failed: 'Create topic' });
	expect(error.message).toBe(`Create topic did not succeed: ${inside}`);
});

test('what was not sent and what did not end well speak for themselves', () => {
	for (const kind of ['notSent', 'unfinished'] as const) {
		const error = toNodeError(node, new Failure(kind, "'Name' is empty"), {
			failed: 'Create topic',
		});
		expect(error.message).toBe("'Name' is empty");
	}
});

test('notes stand between what to do and what the service said', () => {
	const failure = new Failure('refused', 'No', { advice: 'Do it.', code: 'C' });
	const error = toNodeError(node, failure, { notes: ['Already done.'] });
	expect(error.description).toBe('Do it. Already done. Service response: code C.');
});

test('the item is the one that failed, not the one that was held back for it', () => {
	const own = toNodeError(node, new Failure('refused', 'No'), { item: 3 });
	expect([own.message, own.context.itemIndex]).toEqual(['No [Item 3]', 3]);
	const other = toNodeError(node, new Failure('notSent', 'No', {}, 1), { item: 3 });
	expect([other.message, other.context.itemIndex]).toEqual(['No [Item 1]', 1]);
	expect(toNodeError(node, new Failure('refused', 'No')).message).toBe('No');
});

test.each(['Created instance freeaccess-dev (ID 1234), but more', 'tree-existing ENOENT 1234'])(
	'as n8n wraps it for an agent, it names what was made: %s',
	(message) => {
		for (const kind of ['unfinished', 'lost', 'broken'] as const) {
			const error = new NodeOperationError(node, toNodeError(node, new Failure(kind, message)));
			expect(error.message + error.description).toContain('1234');
		}
	},
);

test('what the network said does not make n8n tell an agent to send it again', () => {
	const failure = new Failure('lost', 'no response came back', { fault: 'ECONNRESET' });
	const { message, description } = new NodeOperationError(node, toNodeError(node, failure));
	expect(message).toBe('no response came back');
	expect(description).toBe('Network code: ECONNRESET.');
});

test('kind, code and request ID are there for workflows to read', () => {
	const failure = new Failure('throttled', 'No', { code: 'C', requestId: 'r1', httpStatus: 429 });
	const error = toNodeError(node, failure);
	expect(error.context.vendor).toEqual({ kind: 'throttled', vendorCode: 'C', requestId: 'r1' });
	expect(error.httpCode).toBe('429');
});

test('only lost and broken leave the outcome open', () => {
	const open = [
		'notSent',
		'unreachable',
		'throttled',
		'busy',
		'refused',
		'broken',
		'lost',
		'cancelled',
		'unfinished',
	] as const;
	expect(open.filter((kind) => new Failure(kind, '').mayHaveHappened)).toEqual(['broken', 'lost']);
});

test("a service's words are not repeated at any length", () => {
	const vendorMessage = 'x'.repeat(1_000_000);
	const { description } = toNodeError(node, new Failure('refused', 'No', { vendorMessage }));
	expect(description?.length).toBeLessThan(1000);
});

describe('without secrets', () => {
	const told = (secrets: string[], vendorMessage: unknown) => {
		const known = new Secrets();
		known.add(secrets);
		return toNodeError(
			node,
			withoutSecrets(
				new Failure('refused', String(vendorMessage), { vendorMessage: vendorMessage as string }),
				known,
			),
		);
	};

	test('a secret that begins with another one goes as a whole', () => {
		const { message } = told(['orders-1', 'orders-1-more'], 'You sent orders-1-more.');
		expect(message).toBe('You sent ********.');
	});

	test('words of a service that are a list are masked too', () => {
		expect(told(['orders-1'], ['You sent', 'orders-1']).description).toBe(
			'Service response: "You sent,********".',
		);
	});

	test('what is too short for a secret stays readable', () => {
		expect(told(['is'], 'This is wrong').message).toBe('This is wrong');
	});
});

test("n8n's details have no part of a service where none has answered", () => {
	const unreachable = 'h is unreachable: the service refused the connection (ECONNREFUSED)';
	const held = new Failure('notSent', `Not sent because item 0 did not succeed: ${unreachable}`);
	const { messages, errorResponse, httpCode, context, message } = toNodeError(node, held, {
		item: 1,
	});
	expect({ messages, errorResponse, httpCode }).toEqual({
		messages: [],
		errorResponse: undefined,
		httpCode: null,
	});
	expect(context.vendor).toEqual({ kind: 'notSent' });
	expect(message).toBe(`${held.message} [Item 1]`);
	expect(toNodeError(node, new Failure('unreachable', unreachable)).messages).toEqual([]);
});
