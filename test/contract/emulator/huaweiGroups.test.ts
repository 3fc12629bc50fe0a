import { startEmulator, type Emulator, type HuaweiInstance } from '../../../emulator';
import { code, operate, type Operation } from './operate';

let emulator: Emulator;
let instance: HuaweiInstance;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	const { state } = emulator.huawei;
	const messages = [300, 200, 100].map((ago) => ({
		partition: 0,
		value: 'hello',
		timestamp: state.now - ago,
	}));
	instance = state.seed({
		name: 'groups',
		topics: [
			{ name: 'orders', messages },
			{ name: 'bills', partition: 1 },
		],
		groups: [
			{
				name: 'online',
				members: [
					{
						memberId: 'consumer-1-a',
						clientId: 'consumer-1',
						host: '/172.16.0.2',
						assignment: [{ topic: 'orders', partitions: [0, 1, 2] }],
					},
					{ memberId: 'consumer-2-b', clientId: 'consumer-2', host: '/172.16.0.3', assignment: [] },
				],
				offsets: [
					{ topic: 'orders', partition: 0, offset: 1 },
					{ topic: 'orders', partition: 1, offset: 0 },
					{ topic: 'bills', partition: 0, offset: 0 },
				],
			},
			{ name: 'offline', offsets: [{ topic: 'orders', partition: 0, offset: 3 }] },
		],
	});
});
afterEach(() => emulator.close());

const run = (operation: string, { path, ...given }: Operation = {}) =>
	operate(emulator, operation, { path: { instance_id: instance.id, ...path }, ...given });
const list = (query: Operation['query'] = {}) => run('ListInstanceConsumerGroups', { query });
const names = async () => (await list()).body.groups.map((g: { group_id: string }) => g.group_id);
const create = (group_name: string) => run('CreateKafkaConsumerGroup', { body: { group_name } });
const at = (group: string) => ({ path: { group } });

test('a group is created, listed and deleted', async () => {
	expect((await create('new')).text).toBe('success');
	expect(code(await create('new'))).toEqual([400, 'DMS.40050015']);
	expect(await names()).toEqual(['online', 'offline', 'new']);
	expect((await run('DeleteInstanceConsumerGroup', at('new'))).status).toBe(200);
	expect(code(await run('DeleteInstanceConsumerGroup', at('new')))).toEqual([400, 'DMS.111400864']);
	expect(await names()).toEqual(['online', 'offline']);
});

test('the list tells state and lag, and is paged by text up to its total', async () => {
	const { body } = await list({ group: 'line', offset: 0, limit: 1 });
	expect(body).toMatchObject({
		total: 2,
		groups: [{ group_id: 'online', state: 'STABLE', coordinator_id: 0, lag: 2, group_desc: null }],
	});
	expect((await list({ offset: 1 })).body.groups).toMatchObject([{ state: 'EMPTY', lag: 0 }]);
	expect(code(await list({ offset: 2 }))).toEqual([400, 'DMS.40050010']);
	expect(code(await list({ limit: 51 }))).toEqual([400, 'DMS.00400062']);
});

test('one group, with and without what its consumers are assigned', async () => {
	const { group } = (await run('ShowGroups', at('online'))).body;
	expect(group).toMatchObject({
		group_id: 'online',
		state: 'STABLE',
		assignment_strategy: 'range',
	});
	expect(group.members[0].assignment).toEqual([{ topic: 'orders', partitions: [0, 1, 2] }]);
	expect(group.group_message_offsets[1]).toEqual({
		topic: 'orders',
		partition: 0,
		lag: 2,
		message_current_offset: 1,
		message_log_end_offset: 3,
	});
	const one = (await run('ListInstanceConsumerGroup', at('online'))).body.group;
	expect(one.members[0]).not.toHaveProperty('assignment');
	// terraform-provider-huaweicloud #8552
	const dead = await run('ShowGroups', at('none'));
	expect([dead.status, dead.body.group.state]).toEqual([200, 'DEAD']);
	emulator.huawei.state.rules.missingGroup = 'refused';
	expect(code(await run('ShowGroups', at('none')))).toEqual([400, 'DMS.111400864']);
});

test('consumers are paged and filtered', async () => {
	const members = (query: Operation['query']) =>
		run('ListInstanceConsumerGroupMembers', { ...at('online'), query });
	expect((await members({ limit: 1, offset: 1 })).body).toEqual({
		members: [{ member_id: 'consumer-2-b', client_id: 'consumer-2' }],
		total: 2,
	});
	expect((await members({ host: '172.16.0.2' })).body.total).toBe(1);
	expect((await members({ member_id: 'consumer-3' })).body).toEqual({ members: [], total: 0 });
});

test('topics are sorted by what is not yet consumed', async () => {
	const topics = async (query: Operation['query'] = {}) =>
		(await run('ListInstanceConsumerGroupTopics', { ...at('online'), query })).body.topics;
	expect(await topics()).toEqual([
		{ topic: 'orders', partitions: 2, lag: 2 },
		{ topic: 'bills', partitions: 1, lag: 0 },
	]);
	expect(await topics({ sort_key: 'topic', sort_dir: 'asc', limit: 1 })).toMatchObject([
		{ topic: 'bills' },
	]);
	expect(await topics({ sort_key: 'partition', sort_dir: 'asc', offset: 1 })).toMatchObject([
		{ topic: 'orders' },
	]);
	expect(await topics({ topic: 'none' })).toEqual([]);
});

describe('offsets', () => {
	const offsets = async (group: string, query: Operation['query'] = {}) => {
		const given = { ...at(group), query };
		return (await run('ListInstanceConsumerGroupMessageOffset', given)).body;
	};
	const reset = (body: unknown, group = 'offline') =>
		run('ResetMessageOffsetWithEngine', { path: { group }, body });
	const current = async () =>
		(await offsets('offline', { topic: 'orders' })).group_message_offsets.map(
			(o: { message_current_offset: string }) => o.message_current_offset,
		);

	test('are text, with the consumer that reads the partition', async () => {
		const { group_message_offsets, total } = await offsets('online', { topic: 'orders', limit: 1 });
		expect(total).toBe(2);
		expect(group_message_offsets).toEqual([
			{
				partition: '0',
				message_current_offset: '1',
				message_log_start_offset: 0,
				message_log_end_offset: 3,
				consumer_id: 'consumer-1-a',
				host: '/172.16.0.2',
				client_id: 'consumer-1',
			},
		]);
		expect((await offsets('online', { partition: '1' })).total).toBe(1);
	});

	test('are reset to an offset or a time and read back', async () => {
		expect((await reset({ topic: 'orders', partition: 0, message_offset: 1 })).status).toBe(204);
		expect(await current()).toEqual(['1']);
		await reset({ topic: 'orders', partition: 0, message_offset: 99 });
		expect(await current()).toEqual(['3']);
		await reset({ topic: 'orders', partition: -1, timestamp: emulator.clock.now() - 250 });
		expect(await current()).toEqual(['1', '0', '0']);
	});

	test('of all topics are reset by a task nobody names', async () => {
		expect((await reset({ partition: -1, message_offset: 0 })).status).toBe(204);
		expect(await current()).toEqual(['3']);
		expect(instance.tasks).toMatchObject([
			{ name: 'kafkaResetConsumerOffset', status: 'EXECUTING' },
		]);
		emulator.clock.advance(10_000);
		expect(await current()).toEqual(['0']);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['without a target', { topic: 'orders', partition: 0 }, 'DMS.00400062'],
		[
			'with two',
			{ topic: 'orders', partition: 0, message_offset: 0, timestamp: 1 },
			'DMS.00400062',
		],
		['to a negative time', { topic: 'orders', partition: 0, timestamp: -1 }, 'DMS.00400142'],
		['of no such partition', { topic: 'orders', partition: 3, timestamp: 1 }, 'DMS.00400062'],
		['of no such topic', { topic: 'none', partition: 0, timestamp: 1 }, 'DMS.00400975'],
	])('are not reset %s', async (_what, body, expected) => {
		expect(code(await reset(body))).toEqual([400, expected]);
	});

	test('are not reset while consumers are online', async () => {
		const body = { topic: 'orders', partition: 0, message_offset: 0 };
		expect(code(await reset(body, 'online'))).toEqual([400, 'DMS.00400062']);
	});

	test('are deleted for each topic that is not read', async () => {
		const body = { topics: ['orders', 'bills', 'none'] };
		const given = { ...at('online'), body };
		expect((await run('DeleteConsumerGroupOffsets', given)).body.topics).toEqual([
			{ name: 'orders', success: false, error_code: 'DMS.00400882' },
			{ name: 'bills', success: true },
			{ name: 'none', success: false, error_code: 'DMS.00400975' },
		]);
		expect((await offsets('online')).total).toBe(2);
	});

	test('go with their topic', async () => {
		await run('BatchDeleteInstanceTopic', { body: { topics: ['orders'] } });
		expect((await offsets('offline')).total).toBe(0);
	});
});

test('several groups are deleted, those that stay are told', async () => {
	const body = { group_ids: ['online', 'offline', 'none'] };
	const answer = await run('BatchDeleteGroup', { body });
	expect(answer.body).toEqual({
		failed_groups: [
			{ group_id: 'online', error_message: 'NON_EMPTY_GROUP' },
			{ group_id: 'none', error_message: 'GROUP_ID_NOT_FOUND' },
		],
		total: 2,
	});
	expect(await names()).toEqual(['online']);
	expect(code(await run('DeleteInstanceConsumerGroup', at('online')))).toEqual([
		400,
		'DMS.00400062',
	]);
});
