/** Consumer groups of the Tencent Cloud node: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.tencent.state.named('orders') as TencentInstance;
const group = (name: string) => instance().groups.find((one) => one.name === name);
const here = () => ({ instanceId: byId(id) });
const of = (name = 'idle') => ({ ...here(), group: byName(name) });

const offsets = (topic: string, offset: number) =>
	[0, 1].map((partition) => ({ topic, partition, offset }));

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	const messages = Array.from({ length: 8 }, (_, n) => ({ value: `${n}`, partition: n % 2 }));
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		topics: [
			{ name: 'created', partitions: 2, messages },
			{ name: 'paid', partitions: 2, messages },
		],
		groups: [
			{ name: 'idle', offsets: [...offsets('created', 3), ...offsets('paid', 2)] },
			{
				name: 'busy',
				offsets: offsets('paid', 1),
				members: [
					{
						id: 'm1',
						clientId: 'c1',
						host: '/10.0.0.7',
						assignment: [{ topic: 'paid', partitions: [0, 1] }],
					},
				],
			},
			{ name: 'idle.old' },
		],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, parameters);
	expect(cloud.lines()).toEqual([]);
	return told;
}

describe('Consumer Group: Create', () => {
	const operation = 'consumerGroup/create';
	const fresh = (more: INodeParameters = {}): INodeParameters => ({
		...here(),
		groupName: 'reports',
		topicNameList: ['created', 'paid'],
		...more,
	});

	test('for several topics', async () => {
		const [item] = await cloud.items(operation, fresh());
		expect(cloud.body()).toEqual({
			InstanceId: id,
			GroupName: 'reports',
			TopicNameList: ['created', 'paid'],
		});
		expect(item).toEqual({ Group: 'reports', InstanceId: id, created: true });
		expect(group('reports')?.offsets).toHaveLength(4);
	});

	test('for a single topic', async () => {
		const given = fresh({ topicNameList: [], options: { topicName: 'paid' } });
		await cloud.items(operation, given);
		expect(cloud.body()).toEqual({ InstanceId: id, GroupName: 'reports', TopicName: 'paid' });
	});

	test('Create If Absent takes the one of just this name', async () => {
		const given = fresh({ groupName: 'idle', createIfAbsent: true });
		const [item] = await cloud.items(operation, given);
		expect(cloud.lines()).toEqual(['DescribeGroup']);
		expect(cloud.body()).toEqual({ InstanceId: id, SearchWord: 'idle', Offset: 0, Limit: 50 });
		expect(item).toMatchObject({ Group: 'idle', InstanceId: id, created: false });
	});

	test('a create whose answer is lost is looked up, not sent again', async () => {
		cloud.em.faults.add({ operation: 'CreateConsumer', effect: { kind: 'cut', when: 'after' } });
		const [item] = await cloud.items(operation, { ...fresh(), createIfAbsent: true });
		expect(cloud.sent('CreateConsumer')).toBeSent(1);
		expect(item).toMatchObject({ Group: 'reports', created: true, recovered: true });
	});

	test.each<[INodeParameters, string]>([
		[{ topicNameList: [] }, "'Topic Names or IDs' is empty"],
		[{ options: { topicName: 'paid' } }, "and 'Single Topic' are both set"],
		[{ groupName: '={{ "" }}' }, "'Group Name' is empty"],
	])('refuses %j', async (more, problem) => {
		expect(await refused(operation, fresh(more))).toContain(problem);
	});
});

describe('Consumer Group: lists', () => {
	test('Get Many with a search word', async () => {
		const parameters = { ...here(), returnAll: true, options: { searchWord: 'idle' } };
		const items = await cloud.items('consumerGroup/getAll', parameters);
		expect(items.map(({ Group }) => Group)).toEqual(['idle', 'idle.old']);
		expect(cloud.body()).toEqual({ InstanceId: id, SearchWord: 'idle', Offset: 0, Limit: 50 });
	});

	test('Get Many of idle groups', async () => {
		instance().version = '2.8.1';
		const options = { filters: { entry: [{ name: 'GroupState', values: ['Empty'] }] } };
		const items = await cloud.items('consumerGroup/getAll', { ...here(), options });
		expect(cloud.body()).toMatchObject({ Filters: [{ Name: 'GroupState', Values: ['Empty'] }] });
		expect(items.map(({ Group }) => Group)).toEqual(['idle', 'idle.old']);
	});

	test('Get Many with Subscriptions', async () => {
		const options = { groupName: 'idle', topicName: 'paid' };
		const [item] = await cloud.items('consumerGroup/getSubscriptions', { ...here(), options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			GroupName: 'idle',
			TopicName: 'paid',
			Offset: 0,
			Limit: 50,
		});
		expect(item).toMatchObject({
			ConsumerGroupName: 'idle',
			SubscribedInfo: [expect.objectContaining({ TopicName: 'paid' })],
		});
	});

	test('a topic without its group would be ignored, and is refused', async () => {
		const parameters = { ...here(), options: { topicName: 'paid' } };
		expect(await refused('consumerGroup/getSubscriptions', parameters)).toContain(
			"'Topic Name' is set without 'Group Name'",
		);
	});

	test('Get, one item a group, also for one that is not there', async () => {
		const groupList = ['busy', 'idle', 'nothing'];
		const items = await cloud.items('consumerGroup/get', { ...here(), groupList });
		expect(cloud.body()).toEqual({ InstanceId: id, GroupList: groupList });
		expect(items.map(({ Group, State }) => [Group, State])).toEqual([
			['busy', 'Stable'],
			['idle', 'Empty'],
			['nothing', 'Dead'],
		]);
		expect(items[0]).toMatchObject({ Members: [expect.objectContaining({ ClientId: 'c1' })] });
	});

	test('Get tells which group could not be read', async () => {
		const Result = [
			{ Group: 'idle', State: 'Empty', ErrorCode: '0' },
			{ Group: 'busy', State: '', ErrorCode: '15' },
		];
		cloud.em.faults.add({
			operation: 'DescribeGroupInfo',
			effect: { kind: 'answer', status: 200, body: { Response: { Result, RequestId: 'r' } } },
		});
		const { told } = await cloud.run('consumerGroup/get', {
			...here(),
			groupList: ['idle', 'busy', 'lost'],
		});
		expect(told).toContain('consumer group busy could not be read (code 15)');
		expect(told).toContain('consumer group lost ');
	});

	test('Get Offsets', async () => {
		const options = { topics: 'paid', searchWord: 'pa' };
		const items = await cloud.items('consumerGroup/getOffsets', { ...of(), options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Group: 'idle',
			Topics: ['paid'],
			SearchWord: 'pa',
			Offset: 0,
			Limit: 50,
		});
		expect(items).toEqual([
			{
				Topic: 'paid',
				Partitions: [
					expect.objectContaining({ Partition: 0, Offset: 2, LogEndOffset: 4, Lag: 2 }),
					expect.objectContaining({ Partition: 1, Offset: 2, LogEndOffset: 4, Lag: 2 }),
				],
			},
		]);
	});

	test('the groups on offer', async () => {
		const parameters = { resource: 'consumerGroup', operation: 'get', ...here() };
		const offered = await cloud.lookUp<IDataObject[]>('loadOptions', 'getGroups', parameters);
		expect(offered.map(({ value }) => value)).toEqual(['busy', 'idle', 'idle.old']);
	});
});

describe('Consumer Group: Reset Offsets', () => {
	const operation = 'consumerGroup/resetOffsets';
	const chosen = (more: INodeParameters): INodeParameters => ({
		...of(),
		topicScope: 'chosen',
		topics: ['created'],
		...more,
	});

	test.each<[string, INodeParameters, IDataObject, number]>([
		['back by messages', { strategy: '0', shift: -2 }, { Strategy: 0, Shift: -2 }, 1],
		[
			'to the earliest message',
			{ strategy: '1', shiftTimestamp: -2 },
			{ Strategy: 1, ShiftTimestamp: -2 },
			0,
		],
		[
			'to the latest message',
			{ strategy: '1', shiftTimestamp: -1 },
			{ Strategy: 1, ShiftTimestamp: -1 },
			4,
		],
		['to an offset', { strategy: '2', offset: 2 }, { Strategy: 2, Offset: 2 }, 2],
		[
			'by a number from an expression',
			{ strategy: '={{ 2 }}', offset: 1 },
			{ Strategy: 2, Offset: 1 },
			1,
		],
	])('%s', async (_, given, sent, reached) => {
		const [item] = await cloud.items(operation, { ...chosen(given), ...WAITING });
		const body = { InstanceId: id, Group: 'idle', Topics: ['created'], ...sent };
		expect(cloud.body('ModifyGroupOffsets')).toEqual(body);
		expect(item).toMatchObject({ reset: true, ...body });
		const [first, second, other] = group('idle')?.offsets ?? [];
		expect([first.offset, second.offset, other.offset]).toEqual([reached, reached, 2]);
	});

	test('of certain partitions', async () => {
		const given = chosen({ strategy: '2', offset: 0, options: { partitions: '1' } });
		await cloud.items(operation, { ...given, ...WAITING });
		expect(cloud.body('ModifyGroupOffsets')).toMatchObject({ Partitions: [1] });
		expect(group('idle')?.offsets.map(({ offset }) => offset)).toEqual([3, 0, 2, 2]);
	});

	test('all topics are named in the request', async () => {
		const given = { ...of(), topicScope: 'all', strategy: '2', offset: 0 };
		const [item] = await cloud.items(operation, given);
		expect(cloud.lines()).toEqual(['DescribeGroupOffsets', 'ModifyGroupOffsets']);
		expect(cloud.body()).toMatchObject({ Topics: ['created', 'paid'] });
		expect(item.Topics).toEqual(['created', 'paid']);
	});

	test('topics chosen before do not count when all are to be reset', async () => {
		const given = chosen({ topicScope: 'all', strategy: '2', offset: 0 });
		await cloud.items(operation, given);
		expect(cloud.body()).toMatchObject({ Topics: ['created', 'paid'] });
	});

	test('a group that has read nothing', async () => {
		const given = { ...of('idle.old'), topicScope: 'all', strategy: '2', offset: 0 };
		const { told } = await cloud.run(operation, given);
		expect(told).toContain('Consumer group idle.old has no offsets to reset');
		expect(cloud.sent('ModifyGroupOffsets')).toEqual([]);
	});

	test.each<[INodeParameters, string]>([
		[{ strategy: '0', shift: '={{ "" }}' }, "'Messages to Shift By' is empty"],
		[{ strategy: '1', shiftTimestamp: '={{ "" }}' }, "'Timestamp' is empty"],
		[{ strategy: '1', shiftTimestamp: -3 }, "'Timestamp' is neither a date nor a Unix timestamp"],
		[{ strategy: '2', offset: '={{ "" }}' }, "'Offset' is empty"],
		[{ strategy: '={{ 4 }}' }, "'Reset By' cannot be '4'"],
		[{ strategy: '2', topics: '={{ [] }}' }, "'Topic Names or IDs' is empty"],
		[{ strategy: '2', topics: '={{ "" }}' }, "'Topic Names or IDs' is empty"],
		[{ strategy: '2', topicScope: '={{ "" }}' }, "'Topics to Reset' is empty"],
		[{ strategy: '2', options: { partitions: '={{ "" }}' } }, "'Partitions' is empty"],
	])('refuses %j', async (given, problem) => {
		expect(await refused(operation, chosen(given))).toContain(problem);
	});

	test('a group with consumers is refused by the service', async () => {
		const given = {
			...chosen({ strategy: '2', offset: 0 }),
			group: byName('busy'),
			topics: ['paid'],
		};
		const { told } = await cloud.run(operation, given);
		expect(told).toMatch(/the consumer group is Stable, not Empty.*No offset was reset/s);
		expect(told).not.toContain('may have taken effect');
		expect(cloud.sent('ModifyGroupOffsets')).toBeSent(1);
	});
});

describe('Consumer Group: Delete', () => {
	test('an idle one', async () => {
		const [item] = await cloud.items('consumerGroup/delete', of());
		expect(cloud.body()).toEqual({ InstanceId: id, Group: 'idle' });
		expect(item).toEqual({ deleted: true, Group: 'idle', InstanceId: id });
		expect(group('idle')).toBeUndefined();
	});

	test('one with consumers is no success', async () => {
		const { told } = await cloud.run('consumerGroup/delete', of('busy'));
		expect(told).toContain('Delete consumer group did not succeed');
		expect(told).toMatch(/the consumer group is Stable, not Empty.*It was not deleted/s);
		expect(group('busy')).toBeDefined();
	});

	test('one without consumers that is rejected for another reason is not said to have any', async () => {
		cloud.em.faults.add({
			operation: 'DeleteGroup',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { Error: { Code: 'FailedOperation', Message: 'x' }, RequestId: 'r' } },
			},
		});
		const { told } = await cloud.run('consumerGroup/delete', of('idle'));
		expect(told).not.toContain('not Empty');
		expect(group('idle')).toBeDefined();
	});
});
