/** Several items: nothing is lost, nothing is sent twice. */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import {
	K,
	NOWHERE,
	byId,
	newInstance,
	newTopic,
	openCloud,
	told,
	type Cloud,
} from '../../support/stage';

let s: Cloud;
let id: string;

beforeEach(async () => {
	s = await openCloud({ instances: [{ name: 'orders', sslEnable: true }] });
	id = s.em.huawei.state.named('orders')?.id ?? '';
});

const names = (...all: string[]) => all.map((n) => ({ n }));
const topic = (more: INodeParameters = {}) => newTopic(id, '={{ $json.n }}', more);
const topics = () => s.em.huawei.state.named('orders')?.topics.map(({ name }) => name);
const sentTopics = () =>
	s.sent('CreateInstanceTopic').map(({ body }) => (JSON.parse(body) as { id: string }).id);
const refused = {
	kind: 'answer',
	status: 400,
	body: { error_code: 'DMS.111400860', error_msg: 'Too many.' },
} as const;

test('writes go out one after another, in the order of the items', async () => {
	s.em.faults.add({
		operation: 'CreateInstanceTopic',
		times: 'always',
		effect: { kind: 'delay', ms: 100 },
	});
	const all = Array.from({ length: 6 }, (_, i) => `topic-${i}`);
	const run = await s.start(topic(), { json: names(...all) });
	expect(sentTopics()).toEqual(all);
	const times = s.sent('CreateInstanceTopic').map(({ time }) => time);
	expect(times.map((time) => time - times[0])).toEqual(all.map((_, i) => i * 100));
	expect(run.items(K).map(({ name }) => name)).toEqual(all);
	expect(run.output(K).map(({ pairedItem }) => pairedItem)).toEqual(
		all.map((_, item) => ({ item })),
	);
});

test('the first failure stops the rest, and names what was already created', async () => {
	s.em.faults.add({ operation: 'CreateInstanceTopic', nth: 3, effect: refused });
	const run = await s.start(topic(), { json: names('aaa', 'bbb', 'ccc', 'ddd', 'eee') });
	expect(sentTopics()).toEqual(['aaa', 'bbb', 'ccc']);
	expect(run.error?.message).toMatch(/partition limit.*\[Item 2\]$/);
	expect(run.error?.description).toContain('Already done in this run: topic aaa; topic bbb.');
	expect(run.error?.description).toContain('code DMS.111400860');
});

test('a new instance is named with its ID', async () => {
	s.em.faults.add({ operation: 'CreatePostPaidKafkaInstance', nth: 2, effect: refused });
	const run = await s.start(newInstance('={{ $json.n }}'), {
		json: names('first-one', 'second-one'),
	});
	const made = s.em.huawei.state.named('first-one');
	expect(run.error?.description).toContain(`instance first-one (ID ${made?.id})`);
});

test('with Continue every item gets its turn', async () => {
	s.em.faults.add({ operation: 'CreateInstanceTopic', nth: 2, effect: refused });
	const run = await s.start(topic(), {
		json: names('aaa', 'bbb', 'ccc'),
		node: { onError: 'continueRegularOutput' },
	});
	expect(topics()).toEqual(['aaa', 'ccc']);
	expect(run.items(K)).toEqual([
		expect.objectContaining({ name: 'aaa' }),
		{
			n: 'bbb',
			error: expect.stringMatching(/partition limit.*\[Item 1\]$/),
			details: expect.stringContaining('code DMS.111400860'),
		},
		expect.objectContaining({ name: 'ccc' }),
	]);
});

test('with Continue (Error Output) the failed one leaves by the other way', async () => {
	s.em.faults.add({ operation: 'CreateInstanceTopic', nth: 2, effect: refused });
	const run = await s.start(topic(), {
		json: names('aaa', 'bbb', 'ccc'),
		node: { onError: 'continueErrorOutput' },
	});
	expect(run.items(K).map(({ name }) => name)).toEqual(['aaa', 'ccc']);
	expect(run.items(K, 1)).toHaveLength(1);
	expect(JSON.stringify(run.items(K, 1))).toContain('partition limit');
});

test('one item that cannot be sent holds all back', async () => {
	const run = await s.start(topic(), { json: names('aaa', 'bbb', '1 bad name', 'ddd') });
	expect(s.em.requests).toEqual([]);
	expect(told(run.error)).toMatch(
		/^'Topic Name' has an invalid format \[Item 2\] \| It must start with a letter/,
	);
});

test('with Continue only that item is left out', async () => {
	const run = await s.start(topic(), {
		json: names('aaa', '1 bad name', 'ccc'),
		node: { onError: 'continueRegularOutput' },
	});
	expect(topics()).toEqual(['aaa', 'ccc']);
	expect(run.items(K)[1]).toEqual({
		n: '1 bad name',
		error: expect.stringContaining("'Topic Name'"),
		details: expect.stringContaining('It must start with a letter'),
	});
});

test('an expression that cannot be resolved for one item holds all back', async () => {
	const run = await s.start(newTopic(id, '={{ $json.deep.name }}'), {
		json: [{ deep: { name: 'aaa' } }, { deep: { name: 'bbb' } }, {}],
	});
	expect(run.error).toBeDefined();
	expect(s.writes()).toEqual([]);
});

test('an expression that throws for one item holds all back', async () => {
	const run = await s.start(newTopic(id, '={{ (() => { throw new Error("no name") })() }}'), {
		json: names('aaa', 'bbb'),
	});
	expect(run.error).toBeDefined();
	expect(s.writes()).toEqual([]);
});

test('Retry On Fail creates no item a second time', async () => {
	s.em.faults.add({ operation: 'CreateInstanceTopic', nth: 2, effect: refused });
	const run = await s.start(topic(), {
		json: names('aaa', 'bbb', 'ccc'),
		node: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	});
	expect(run.error).toBeUndefined();
	expect(sentTopics()).toEqual(['aaa', 'bbb', 'bbb', 'ccc']);
	expect(run.items(K).map(({ name }) => name)).toEqual(['aaa', 'bbb', 'ccc']);
});

test('Retry On Fail that does not help still names what was created', async () => {
	s.em.faults.add({
		operation: 'CreatePostPaidKafkaInstance',
		nth: 2,
		times: 'always',
		effect: refused,
	});
	const run = await s.start(newInstance('={{ $json.n }}'), {
		json: names('first-one', 'second-one', 'third-one'),
		node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
	});
	expect(s.sent('CreatePostPaidKafkaInstance')).toBeSent(3);
	expect(run.error?.description).toContain('instance first-one (ID ');
});

test('a second run of the same node creates again', async () => {
	await s.start(topic(), { json: names('aaa') });
	const again = await s.start(topic(), { json: names('aaa') });
	expect(again.error?.message).toContain('the topic already exists');
	expect(sentTopics()).toEqual(['aaa', 'aaa']);
});

test('with Batching items are sent as they come', async () => {
	const requestOptions = { batching: { batch: { batchSize: 2, batchInterval: 20 } } };
	const run = await s.start(topic({ requestOptions }), {
		json: names('aaa', 'bbb', 'ccc', 'ddd', 'eee'),
	});
	expect(run.error).toBeUndefined();
	expect(topics()).toEqual(['aaa', 'bbb', 'ccc', 'ddd', 'eee']);
});

test('with Execute Once only the first item counts', async () => {
	const run = await s.start(topic(), { json: names('aaa', 'bbb'), node: { executeOnce: true } });
	expect(run.error).toBeUndefined();
	expect(topics()).toEqual(['aaa']);
});

test('a part of a batch that did not work fails the node, and says what worked', async () => {
	const bad = await s.start({
		resource: 'instance',
		operation: 'restart',
		instances: [id, NOWHERE],
	});
	expect(bad.error?.message).toContain(`instance ${NOWHERE} was not accepted`);
	expect(bad.error?.description).toContain(`{"restarting":true,"instance_id":"${id}"}`);
});

test('with Continue (Error Output) only that part leaves by the other way', async () => {
	const run = await s.start(
		{ resource: 'instance', operation: 'restart', instances: [id, NOWHERE] },
		{ node: { onError: 'continueErrorOutput' } },
	);
	expect(run.items(K)).toEqual([{ restarting: true, instance_id: id }]);
	const part = JSON.stringify({ instance_id: NOWHERE });
	expect(run.output(K, 1)).toEqual([
		{
			json: {
				error: expect.stringContaining(`instance ${NOWHERE} was not accepted`),
				details: expect.stringContaining(`Part of the batch: ${part}.`),
			},
			pairedItem: { item: 0 },
		},
	]);
});

test('with Continue the item of that part has what names it, and the fields of the input', async () => {
	const run = await s.start(
		{ resource: 'instance', operation: 'restart', instances: [id, NOWHERE] },
		{ json: [{ n: 'aaa' }], node: { onError: 'continueRegularOutput' } },
	);
	expect(run.items(K)).toEqual([
		{ restarting: true, instance_id: id },
		{
			n: 'aaa',
			instance_id: NOWHERE,
			error: expect.stringContaining('was not accepted'),
			details: expect.stringContaining('Check the reason'),
		},
	]);
});

test('topics that are not there are not reported as deleted', async () => {
	await s.start(topic(), { json: names('aaa') });
	const run = await s.start({
		resource: 'topic',
		operation: 'delete',
		instanceId: byId(id),
		topics: 'aaa, typo',
	});
	expect(told(run.error)).toMatch(
		/topics that do not exist on the instance: typo \| Nothing was deleted/,
	);
	expect(topics()).toEqual(['aaa']);
});

test('a topic that stays is told, with those that went', async () => {
	s.em.huawei.state.named('orders')?.topics.push({
		...JSON.parse('{"partition":1,"replication":1,"configs":{},"policies":{},"listedFrom":0}'),
		name: '__consumer_offsets',
		type: 1,
	});
	await s.start(topic(), { json: names('aaa') });
	const run = await s.start({
		resource: 'topic',
		operation: 'delete',
		instanceId: byId(id),
		topics: 'aaa, __consumer_offsets',
	});
	expect(told(run.error)).toMatch(/topic __consumer_offsets was not deleted.*"name":"aaa"/);
});

describe('Create If Absent', () => {
	const twice = async (parameters: INodeParameters) => {
		const first = await s.start({ ...parameters, createIfAbsent: true });
		const second = await s.start({ ...parameters, createIfAbsent: true });
		expect(first.error ?? second.error).toBeUndefined();
		expect(second.items(K)).toHaveLength(1);
		return [first.items(K)[0], second.items(K)[0]];
	};

	test('of an instance', async () => {
		const [first, second] = await twice(newInstance('orders-dev'));
		expect(first).toMatchObject({ name: 'orders-dev', created: true });
		expect(second).toMatchObject({
			instance_id: first.instance_id,
			name: 'orders-dev',
			created: false,
		});
		expect(s.sent('CreatePostPaidKafkaInstance')).toBeSent(1);
	});

	test('of a topic', async () => {
		const [first, second] = await twice(newTopic(id, 'aaa'));
		expect(first).toMatchObject({ name: 'aaa', instance_id: id, created: true });
		expect(second).toMatchObject({ name: 'aaa', instance_id: id, created: false });
		expect(sentTopics()).toEqual(['aaa']);
	});

	test('of a user', async () => {
		const user = { userName: 'orders-service', userPasswd: 'Canary-pass-1' };
		const [first, second] = await twice({
			resource: 'user',
			operation: 'create',
			instanceId: byId(id),
			...user,
		});
		expect(first).toMatchObject({ user_name: 'orders-service', instance_id: id, created: true });
		expect(second).toMatchObject({ user_name: 'orders-service', instance_id: id, created: false });
		expect(s.sent('CreateInstanceUser')).toBeSent(1);
	});

	test('a name that only begins alike does not count', async () => {
		await s.start(newInstance('orders-dev-2'));
		const run = await s.start({ ...newInstance('orders-dev'), createIfAbsent: true });
		expect(run.items(K)).toEqual([expect.objectContaining({ created: true })]);
	});

	test('an instance whose creation failed does not count', async () => {
		s.em.huawei.state.seed({ name: 'orders-dev', status: 'CREATEFAILED' });
		const run = await s.start({ ...newInstance('orders-dev'), createIfAbsent: true });
		expect(run.items(K)).toEqual([expect.objectContaining({ created: true })]);
	});

	test.each(['DELETING', 'RECYCLE'])('an instance that is %s does not count', async (status) => {
		const leaving = { instance_id: 'leaving', name: 'orders-dev', status };
		const body = { instances: [leaving], instance_num: 1 };
		s.em.faults.add({ operation: 'ListInstances', effect: { kind: 'answer', status: 200, body } });
		const run = await s.start({ ...newInstance('orders-dev'), createIfAbsent: true });
		expect(run.items(K)).toEqual([expect.objectContaining({ created: true })]);
	});

	test.each(['ERROR', 'FROZEN', 'EXTENDEDFAILED'])(
		'an instance that is %s is there, and billed',
		async (status) => {
			const there = s.em.huawei.state.seed({ name: 'orders-dev', status });
			const run = await s.start({ ...newInstance('orders-dev'), createIfAbsent: true });
			expect(run.items(K)).toEqual([
				expect.objectContaining({ instance_id: there.id, created: false }),
			]);
			expect(s.sent('CreatePostPaidKafkaInstance')).toEqual([]);
		},
	);

	test('two items of one name make one', async () => {
		const run = await s.start(
			{ ...newInstance('={{ $json.n }}'), createIfAbsent: true },
			{ json: names('same', 'same') },
		);
		expect(run.items(K).map(({ created }) => created)).toEqual([true, false]);
	});

	test.each([
		['an unreadable list', fault.htmlPage(502)],
		['an empty answer', { kind: 'empty' } as const],
	])('%s is not taken for absence', async (_, effect) => {
		s.em.huawei.state.seed({ name: 'orders-dev' });
		s.em.faults.add({ operation: 'ListInstances', times: 'always', effect });
		const run = await s.start({ ...newInstance('orders-dev'), createIfAbsent: true });
		expect(run.error).toBeDefined();
		expect(s.writes()).toEqual([]);
	});

	test('the text "false" from an expression is off', async () => {
		const run = await s.start({ ...newTopic(id, 'aaa'), createIfAbsent: '={{ "false" }}' });
		expect(run.items(K)).toEqual([expect.objectContaining({ created: true })]);
		expect(s.sent('ListInstanceTopics')).toEqual([]);
	});
});

test('a redirect is not followed, and not taken for an answer', async () => {
	s.em.faults.add({
		operation: 'CreateInstanceTopic',
		times: 'always',
		effect: { kind: 'answer', status: 307, headers: { location: `${s.em.alibaba.url}/` } },
	});
	const run = await s.start(newTopic(id, 'aaa'));
	expect(told(run.error)).toContain('the endpoint responded with status 307');
	expect(s.em.requests.filter(({ vendor }) => vendor === 'alibaba')).toEqual([]);
});

test.each([
	['region', {}],
	['description', {}],
	['tags', {}],
])('an option %s whose expression returns nothing is refused', async (option) => {
	const parameters = newInstance('orders-dev', { options: { [option]: '={{ $json.missing }}' } });
	const run = await s.start(parameters);
	expect(told(run.error)).toMatch(/is empty|is not a region ID|returns nothing/);
	expect(s.writes()).toEqual([]);
});
