import { startEmulator, type Emulator, type HuaweiInstance } from '../../../emulator';
import { code, operate, type Operation } from './operate';

let emulator: Emulator;
let instance: HuaweiInstance;
let now: number;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	now = emulator.clock.now();
	const message = (partition: number, value: string, ago: number) => ({
		partition,
		value,
		timestamp: now - ago,
	});
	instance = emulator.huawei.state.seed({
		name: 'messages',
		topics: [
			{
				name: 'orders',
				partition: 2,
				messages: [message(0, 'first', 300), message(1, 'second', 200), message(0, 'third', 100)],
			},
		],
	});
});
afterEach(() => emulator.close());

const run = (operation: string, { path, ...given }: Operation = {}) =>
	operate(emulator, operation, {
		path: { instance_id: instance.id, topic: 'orders', partition: 0, ...path },
		...given,
	});
const send = (property_list: unknown[], topic = 'orders') =>
	run('SendKafkaMessage', {
		query: { action_id: 'send' },
		body: { topic, body: 'hello world', property_list },
	});
const search = (query: Operation['query'], topic = 'orders') =>
	run('ShowInstanceMessages', { query: { topic, ...query } });

test('a message is sent and read back', async () => {
	const properties = [
		{ name: 'KEY', value: 'id-1' },
		{ name: 'PARTITION', value: '1' },
	];
	expect((await send(properties)).body).toEqual({
		topic: 'orders',
		body: 'hello world',
		property_list: properties,
	});
	const read = (message_offset: string) =>
		run('ShowPartitionMessage', { path: { partition: 1 }, query: { message_offset } });
	expect((await read('1')).body.message).toEqual([
		{
			key: 'id-1',
			value: 'hello world',
			topic: 'orders',
			partition: 1,
			message_offset: 1,
			size: 11,
			timestamp: now,
		},
	]);
	expect((await read('2')).body.message).toEqual([]);
	expect(code(await read('x'))).toEqual([400, 'DMS.00400062']);
});

test('a message goes to the partition given, its key tells, or the emptiest', async () => {
	await send([]);
	await send([{ name: 'KEY', value: 'a' }]);
	await send([{ name: 'KEY', value: 'a' }]);
	expect(instance.topics[0].logs.map((log) => log.endOffset)).toEqual([2, 4]);
	for (const value of ['2', '-1', 'x']) {
		expect(code(await send([{ name: 'PARTITION', value }]))).toEqual([400, 'DMS.00400062']);
	}
	expect(code(await send([], 'none'))).toEqual([400, 'DMS.00400975']);
});

describe('search', () => {
	const span = () => ({ start_time: now - 250, end_time: now });
	const offsets = async (query: Operation['query']) =>
		(await search(query)).body.messages.map((m: { partition: number; message_offset: number }) => [
			m.partition,
			m.message_offset,
		]);

	test('a time span gives positions, newest first, by pages', async () => {
		const { body } = await search({ ...span(), limit: 1 });
		expect(body).toMatchObject({ total: 2, size: 1, messages: [{ value: '', size: 5 }] });
		expect(await offsets(span())).toEqual([
			[0, 1],
			[1, 0],
		]);
		expect(await offsets({ ...span(), limit: 1, offset: 1 })).toEqual([[1, 0]]);
		expect(await offsets({ ...span(), limit: 1, offset: 2 })).toEqual([]);
		expect(await offsets({ ...span(), limit: 1, asc: true })).toEqual([[1, 0]]);
	});

	test('a keyword gives the places in another field, and no pages', async () => {
		const found = async (query: Operation['query']) =>
			(await search({ ...span(), ...query })).body.messages;
		expect(await found({ keyword: 'ir', limit: 1, offset: 3 })).toMatchObject([
			{ partition: 0, offset: 1 },
		]);
		expect((await found({ keyword: 'ir' }))[0]).not.toHaveProperty('message_offset');
	});

	test('a partition and an offset give the content, unless a span is given', async () => {
		const place = { partition: '0', message_offset: '1' };
		expect((await search(place)).body.messages).toMatchObject([{ value: 'third' }]);
		expect((await search({ ...place, ...span() })).body.total).toBe(2);
	});

	test.each<[string, Record<string, string>]>([
		['half a span', { start_time: '1' }],
		['no partition', { message_offset: '1' }],
		['nothing', {}],
		['no numbers', { start_time: 'x', end_time: '1' }],
	])('%s is refused', async (_what, query) => {
		expect(code(await search(query))).toEqual([400, 'DMS.00400062']);
	});

	test('positions by time and partition', async () => {
		const find = (query: Operation['query']) => run('ShowMessages', { query });
		expect((await find({})).body).toMatchObject({
			messages_count: 3,
			offsets_count: 1,
			offset: 1,
			messages: [{ message_offset: 0, size: 5 }, {}, {}],
		});
		expect((await find({ partition: '0', limit: 1, offset: 1 })).body).toMatchObject({
			messages_count: 2,
			offsets_count: 2,
			offset: 2,
			messages: [{ partition: 0, message_offset: 1 }],
		});
		expect((await find({ start_time: now - 250, end_time: now - 150 })).body.messages_count).toBe(
			1,
		);
	});
});

test('first and last message, and none', async () => {
	const edge = async (operation: string, partition = 0) => run(operation, { path: { partition } });
	expect((await edge('ShowPartitionBeginningMessage')).body).toEqual({
		topic: 'orders',
		partition: 0,
		offset: 0,
		timestamp: now - 300,
	});
	expect((await edge('ShowPartitionEndMessage')).body.offset).toBe(1);
	instance.topics[0].logs[1].messages = [];
	expect(code(await edge('ShowPartitionEndMessage', 1))).toEqual([400, 'DMS.00400062']);
	expect(code(await edge('ShowPartitionEndMessage', 2))).toEqual([400, 'DMS.00400062']);
});

test('messages before an offset are deleted, partition by partition', async () => {
	const partitions = [
		{ partition: 0, offset: 1 },
		{ partition: 1, offset: -1 },
		{ partition: 0, offset: 9 },
		{ partition: 2, offset: 0 },
	];
	const answer = await run('DeleteKafkaMessage', { body: { partitions } });
	expect(answer.body.partitions).toEqual([
		{ partition: 0, result: 'success', error_code: 0 },
		{ partition: 1, result: 'success', error_code: 0 },
		{ partition: 0, result: 'fail', error_code: 'DMS.00400062' },
		{ partition: 2, result: 'fail', error_code: 'DMS.00400062' },
	]);
	const { body } = await run('ListTopicPartitions');
	expect(body.partitions).toMatchObject([
		{ partition: 0, start_offset: 1, last_offset: 2, message_count: 1 },
		{ partition: 1, start_offset: 1, last_offset: 1, message_count: 0 },
	]);
	expect((await run('ShowPartitionBeginningMessage')).body.offset).toBe(1);
});
