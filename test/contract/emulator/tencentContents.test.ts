import { startEmulator, type Emulator } from '../../../emulator';
import { operateTencent } from './operateTencent';

const SECOND = 1000;
const InstanceId = 'ckafka-orders';

let emulator: Emulator;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	const { state } = emulator.tencent;
	// To follow them; as printed, answers name flows of new routes only.
	state.rules.flows = 'named';
	state.seed({
		name: 'orders',
		id: InstanceId,
		version: '2.8.1',
		topics: [
			{
				name: 'orders',
				messages: [10, 20, 30].map((timestamp) => ({ value: 'hello', partition: 0, timestamp })),
			},
		],
		groups: [
			{
				name: 'shipping',
				members: [
					{
						id: 'm-1',
						clientId: 'shipping-1',
						host: '10.0.0.8',
						assignment: [{ topic: 'orders', partitions: [0, 1, 2] }],
					},
				],
			},
		],
	});
});
afterEach(() => emulator.close());

/** What the lists need after a write. */
const LAG = 3 * SECOND;

async function call(action: string, body: Record<string, unknown> = {}) {
	const answer = await operateTencent(emulator, action, { InstanceId, ...body });
	if (!action.startsWith('Describe')) emulator.clock.advance(LAG);
	return answer;
}
const code = (Response: { Error?: { Code: string } }) => Response.Error?.Code;
const task = async (FlowId: number) => {
	const { Result } = await operateTencent(emulator, 'DescribeTaskStatus', { FlowId });
	return Result.Status;
};
const attributes = async (TopicName: string) =>
	(await call('DescribeTopicAttributes', { TopicName })).Result;
const create = (TopicName: string, more: Record<string, unknown> = {}) =>
	call('CreateTopic', { TopicName, PartitionNum: 2, ReplicaNum: 2, ...more });

describe('topics', () => {
	test('a new topic has the settings given and the defaults', async () => {
		const { TopicId } = (
			await create('new', {
				Note: 'noted',
				EnableWhiteList: 1,
				IpWhiteList: ['10.0.0.1'],
				RetentionMs: 120_000,
				Tags: [{ TagKey: 'env', TagValue: 'test' }],
			})
		).Result;
		expect(await attributes('new')).toMatchObject({
			TopicId,
			Note: 'noted',
			EnableWhiteList: 1,
			IpWhiteList: ['10.0.0.1'],
			Config: { Retention: 120_000, CleanUpPolicy: 'delete', RetentionBytes: null },
			Partitions: [{ Partition: 0 }, { Partition: 1 }],
		});
		const detail = (await call('DescribeTopicDetail', { SearchWord: 'new' })).Result;
		expect(detail.TopicList).toMatchObject([
			{ EnableWhiteList: true, IpWhiteListCount: 1, Status: 0, ForwardStatus: 1 },
		]);
	});

	test.each([
		['orders', {}, 'InvalidParameterValue.RepetitionValue'],
		['a', { EnableWhiteList: 1 }, 'MissingParameter'],
		['a', { IpWhiteList: ['everybody'] }, 'InvalidParameterValue'],
		['a', { RetentionBytes: 5 }, 'InvalidParameterValue'],
		['a', { MinInsyncReplicas: 3 }, 'InvalidParameterValue'],
		['a', { EnableAclRule: 1 }, 'MissingParameter'],
		['a', { EnableAclRule: 1, AclRuleName: 'none' }, 'ResourceNotFound'],
		['a', { PartitionNum: 798 }, 'LimitExceeded'],
		['a b', {}, 'InvalidParameterValue'],
	])('creating %j with %j is refused', async (name, more, expected) => {
		expect(code(await create(name, more))).toBe(expected);
		expect((await call('DescribeTopic')).Result.TotalCount).toBe(1);
	});

	test('a topic can be listed late', async () => {
		emulator.tencent.state.instances[0].durations.topicListed = 5 * SECOND;
		await create('late');
		expect((await call('DescribeTopicDetail')).Result.TotalCount).toBe(1);
		emulator.clock.advance(5 * SECOND);
		expect((await call('DescribeTopicDetail')).Result.TotalCount).toBe(2);
	});

	test('partitions grow to a new total when the flow has ended', async () => {
		const grow = (PartitionNum: number) =>
			call('CreatePartition', { TopicName: 'orders', PartitionNum });
		expect(code(await grow(3))).toBe('InvalidParameterValue');
		const { FlowId } = (await grow(6)).Result.Data;
		expect([await task(FlowId), (await attributes('orders')).PartitionNum]).toEqual([2, 3]);
		emulator.clock.advance(10 * SECOND);
		expect([await task(FlowId), (await attributes('orders')).PartitionNum]).toEqual([0, 6]);
	});

	test('a failing flow leaves the topic as it was', async () => {
		const failingTasks = ['CreatePartition', 'DeleteTopic'];
		Object.assign(emulator.tencent.state.instances[0], { failingTasks });
		const grown = await call('CreatePartition', { TopicName: 'orders', PartitionNum: 6 });
		const deleted = await call('DeleteTopic', { TopicName: 'orders' });
		emulator.clock.advance(10 * SECOND);
		const flows = [grown, deleted].map(({ Result }) => task(Result.Data.FlowId));
		expect(await Promise.all(flows)).toEqual([1, 1]);
		expect((await attributes('orders')).PartitionNum).toBe(3);
		expect((await call('DescribeTopicDetail')).Result.TopicList[0].Status).toBe(0);
	});

	test('deleting reads 2, then the topic is gone', async () => {
		const { FlowId } = (await call('DeleteTopic', { TopicName: 'orders' })).Result.Data;
		const [deleting] = (await call('DescribeTopicDetail')).Result.TopicList;
		expect(deleting.Status).toBe(2);
		expect(code(await call('DeleteTopic', { TopicName: 'orders' }))).toBe('ResourceInUse');
		emulator.clock.advance(10 * SECOND);
		expect(await task(FlowId)).toBe(0);
		expect((await call('DescribeTopicDetail')).Result.TopicList).toEqual([]);
		const gone = await call('DescribeTopicAttributes', { TopicName: 'orders' });
		expect(code(gone)).toBe('ResourceNotFound');
	});

	test('settings change at once, replicas by a flow', async () => {
		const modify = (more: Record<string, unknown>) =>
			call('ModifyTopicAttributes', { TopicName: 'orders', ...more });
		const now = await modify({ QuotaProducerByteRate: 5, SegmentMs: 90_000_000 });
		expect(now.Result.Data).toEqual({ FlowId: 0, RouteDTO: { RouteId: 0 } });
		expect(await attributes('orders')).toMatchObject({
			QuotaConfig: { QuotaProducerByteRate: 5, QuotaConsumerByteRate: null },
			Config: { SegmentMs: 90_000_000 },
		});
		await modify({ QuotaProducerByteRate: -1 });
		const { FlowId } = (await modify({ ReplicaNum: 3 })).Result.Data;
		expect((await attributes('orders')).ReplicaNum).toBe(2);
		emulator.clock.advance(10 * SECOND);
		expect(await task(FlowId)).toBe(0);
		expect(await attributes('orders')).toMatchObject({
			ReplicaNum: 3,
			QuotaConfig: { QuotaProducerByteRate: null },
		});
	});

	test('the white list grows, up to 512 IPs', async () => {
		const add = (IpWhiteList: string[]) =>
			call('CreateTopicIpWhiteList', { TopicName: 'orders', IpWhiteList });
		await add(['10.0.0.1']);
		await add(['10.0.0.1', '10.0.0.2']);
		const found = await attributes('orders');
		expect([found.IpWhiteList, found.EnableWhiteList]).toEqual([['10.0.0.1', '10.0.0.2'], 0]);
		const many = Array.from({ length: 511 }, (_, i) => `10.1.${Math.floor(i / 250)}.${i % 250}`);
		expect(code(await add(many))).toBe('LimitExceeded');
	});

	test('lists are ordered, narrowed and paged', async () => {
		emulator.clock.advance(SECOND);
		await create('Alpha', { PartitionNum: 9, ReplicaNum: 1 });
		const names = async (action: string, body: Record<string, unknown>) => {
			const { Result } = await call(action, body);
			return Result.TopicList.map((topic: { TopicName: string }) => topic.TopicName);
		};
		expect(await names('DescribeTopicDetail', {})).toEqual(['Alpha', 'orders']);
		expect(await names('DescribeTopicDetail', { OrderBy: 'PartitionNum' })).toEqual([
			'orders',
			'Alpha',
		]);
		const any = { SearchWord: 'alpha', SearchWordIgnoreCaseFlag: true };
		expect(await names('DescribeTopicDetail', any)).toEqual(['Alpha']);
		const Filters = [{ Name: 'ReplicaNum', Values: ['1'] }];
		expect(await names('DescribeTopicDetail', { Filters })).toEqual(['Alpha']);
		expect(await names('DescribeTopic', { Offset: 1 })).toEqual(['Alpha']);
		expect(code(await call('DescribeTopic', { Limit: 51 }))).toBe('InvalidParameterValue');
	});

	test('subscribers may have to be asked for twice', async () => {
		emulator.tencent.state.instances[0].durations.subscribers = 3 * SECOND;
		const ask = async () =>
			(await call('DescribeTopicSubscribeGroup', { TopicName: 'orders' })).Result;
		const first = await ask();
		expect([first.Status, first.GroupsInfo]).toEqual([0, undefined]);
		emulator.clock.advance(3 * SECOND);
		expect(await ask()).toMatchObject({
			Status: 1,
			TotalCount: 1,
			StatusCountInfo: '1 Stable',
			GroupsInfo: [{ Group: 'shipping', State: 'Stable', Members: [{ MemberId: 'm-1' }] }],
		});
	});
});

describe('consumer groups', () => {
	const createGroup = (body: Record<string, unknown>) => call('CreateConsumer', body);
	const offsets = async (Group: string) => {
		const { TopicList } = (await call('DescribeGroupOffsets', { Group })).Result;
		return TopicList[0].Partitions.map((p: Record<string, number>) => [p.Offset, p.Lag]);
	};

	beforeEach(async () => void (await createGroup({ GroupName: 'billing', TopicName: 'orders' })));

	test('need an existing topic and a free name', async () => {
		const replies = [
			await createGroup({ GroupName: 'a' }),
			await createGroup({ GroupName: 'a', TopicNameList: ['nothing'] }),
			await createGroup({ GroupName: 'billing', TopicName: 'orders' }),
		];
		expect(replies.map(code)).toEqual([
			'MissingParameter',
			'ResourceNotFound',
			'InvalidParameterValue.RepetitionValue',
		]);
	});

	test('are listed, by state too', async () => {
		const Filters = [{ Name: 'GroupState', Values: ['Empty'] }];
		const { Result } = await call('DescribeGroup', { Filters });
		expect(Result).toMatchObject({ TotalCount: 1, GroupList: [{ Group: 'billing' }] });
		const info = await call('DescribeGroupInfo', { GroupList: ['billing', 'shipping', 'none'] });
		const states = info.Result.map((group: { State: string }) => group.State);
		expect(states).toEqual(['Empty', 'Stable', 'Dead']);
	});

	test('show what they are subscribed to', async () => {
		const { Result } = await call('DescribeConsumerGroup', { GroupName: 'billing' });
		expect(Result).toMatchObject({
			TotalCount: 1,
			TotalPartition: 3,
			GroupList: [
				{
					ConsumerGroupName: 'billing',
					SubscribedInfo: [{ TopicName: 'orders', Partition: [0, 1, 2] }],
				},
			],
		});
		expect(code(await call('DescribeConsumerGroup', { Limit: 51 }))).toBe('InvalidParameterValue');
	});

	test.each([
		[{ Strategy: 0, Shift: 2 }, 2],
		[{ Strategy: 0, Shift: 20 }, 3],
		[{ Strategy: 1, ShiftTimestamp: 15 }, 1],
		[{ Strategy: 1, ShiftTimestamp: 99 }, 3],
		[{ Strategy: 1, ShiftTimestamp: -1 }, 3],
		[{ Strategy: 1, ShiftTimestamp: -2 }, 0],
		[{ Strategy: 2, Offset: 1 }, 1],
	])('a reset by %j goes to %i when its flow has ended', async (by, expected) => {
		const body = { Group: 'billing', Topics: ['orders'], Partitions: [0], ...by };
		const { FlowId } = (await call('ModifyGroupOffsets', body)).Result.Data;
		expect((await offsets('billing'))[0]).toEqual([0, 3]);
		emulator.clock.advance(10 * SECOND);
		expect(await task(FlowId)).toBe(0);
		expect((await offsets('billing'))[0]).toEqual([expected, 3 - expected]);
	});

	test.each([0, 1, 2])('strategy %i needs its parameter', async (Strategy) => {
		const body = { Group: 'billing', Topics: ['orders'], Strategy };
		expect(code(await call('ModifyGroupOffsets', body))).toBe('MissingParameter');
	});

	test('with consumers they are neither reset nor deleted: the ReturnCode says so', async () => {
		const body = { Group: 'shipping', Topics: ['orders'], Strategy: 2, Offset: 0 };
		const replies = [
			await call('ModifyGroupOffsets', body),
			await call('DeleteGroup', { Group: 'shipping' }),
		];
		expect(replies.map(({ Error, Result }) => [Error, Result.ReturnCode])).toEqual([
			[undefined, '10004'],
			[undefined, '10004'],
		]);
		expect((await call('DescribeGroup')).Result.TotalCount).toBe(2);
	});

	test('a deleted one is not found', async () => {
		await call('DeleteGroup', { Group: 'billing' });
		expect(code(await call('DeleteGroup', { Group: 'billing' }))).toBe('ResourceNotFound');
		expect(code(await call('DescribeGroupOffsets', { Group: 'billing' }))).toBe('ResourceNotFound');
	});
});
