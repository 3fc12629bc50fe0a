import {
	startEmulator,
	type AlibabaInstance,
	type AlibabaSeed,
	type Emulator,
} from '../../../emulator';
import { code, operateOn, refused, type Parameters } from './operateAlibaba';

const SECOND = 1000;
const HOUR = 3_600_000;

let emulator: Emulator;
let instance: AlibabaInstance;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const seed = (given: Partial<AlibabaSeed> = {}) => {
	instance = emulator.alibaba.state.seed({ name: 'orders', ...given });
};
const run = (action: string, parameters?: Parameters) =>
	operateOn(emulator, instance, action, parameters);

describe('topics', () => {
	const create = (over: Parameters = {}) =>
		run('CreateTopic', { Topic: 'orders', Remark: 'orders', ...over });
	const list = async (parameters?: Parameters) => (await run('GetTopicList', parameters)).body;
	const topics = async () => (await list()).TopicList.TopicVO;
	const offsets = async () =>
		(await run('GetTopicStatus', { Topic: 'orders' })).body.TopicStatus.OffsetTable.OffsetTable;

	test('one is listed a moment later, its offsets are known later still', async () => {
		seed();
		await create({ PartitionNum: '6' });
		expect(await topics()).toEqual([]);
		emulator.clock.advance(SECOND);
		expect(await topics()).toMatchObject([
			{ Topic: 'orders', Status: 0, StatusName: '服务中', PartitionNum: 6, LocalTopic: false },
		]);
		expect(await offsets()).toEqual([]);
		emulator.clock.advance(5 * SECOND);
		expect(await offsets()).toHaveLength(6);
		expect(code(await create())).toEqual(refused('BIZ_TOPIC_ALREADY_EXISTS'));
	});

	test('a long name is cut without a word', async () => {
		seed();
		await create({ Topic: 'a'.repeat(70) });
		expect(instance.topics[0].name).toBe('a'.repeat(64));
	});

	test('a deleted one is listed without a status for a while', async () => {
		seed({ topics: [{ name: 'orders' }] });
		await run('DeleteTopic', { Topic: 'orders' });
		const [shown] = await topics();
		expect(shown).not.toHaveProperty('Status');
		expect(code(await create())).toEqual(refused('AsyncTask.DeleteTopic'));
		expect(code(await run('DeleteTopic', { Topic: 'orders' }))).toEqual(
			refused('BIZ_TOPIC_NOT_FOUND'),
		);
		emulator.clock.advance(5 * SECOND);
		expect(await topics()).toEqual([]);
		expect((await create()).body.Success).toBe(true);
	});

	test('several are deleted, the success tells which were not', async () => {
		seed({ topics: [{ name: 'orders' }] });
		const { body } = await run('BatchDeleteTopics', { Topics: '["orders","payments"]' });
		expect(body.Data).toMatchObject({ Total: 2, SuccessCount: 1, FailedCount: 1 });
		expect(body.Data.Results.TopicDeleteResultItemVO).toMatchObject([
			{ Topic: 'orders', Success: true },
			{ Topic: 'payments', Success: false, Message: expect.stringContaining('topic') },
		]);
		expect(code(await run('BatchDeleteTopics'))).toEqual(refused('BIZ_PARAM_EMPTY'));
	});

	test('pages', async () => {
		seed({ topics: Array.from({ length: 12 }, (_, i) => ({ name: `topic-${10 + i}` })) });
		const first = await list();
		expect([first.CurrentPage, first.PageSize, first.Total]).toEqual([1, 10, 12]);
		const second = (await list({ CurrentPage: '2', PageSize: '5' })).TopicList.TopicVO;
		expect(second.map((topic: Parameters) => topic.Topic)).toEqual(
			[15, 16, 17, 18, 19].map((i) => `topic-${i}`),
		);
		expect((await list({ CurrentPage: '9' })).TopicList.TopicVO).toEqual([]);
		expect((await list({ Topic: 'topic-11' })).Total).toBe(1);
		expect((await list({ CurrentPage: '0' })).Success).toBe(false);
	});

	test('partitions, remark and settings change', async () => {
		seed({ topics: [{ name: 'orders', local: true, partitions: 350 }, { name: 'cloud' }] });
		const Topic = 'orders';
		await run('ModifyPartitionNum', { Topic, AddPartitionNum: 10 });
		expect(code(await run('ModifyPartitionNum', { Topic, AddPartitionNum: 1 }))).toEqual(
			refused('BIZ_TOPIC_PARTITION_NUM_EXCEED'),
		);
		await run('ModifyTopicRemark', { Topic, Remark: 'changed' });
		const setting = { Topic, Config: 'max.message.bytes', Value: '1048576' };
		await run('UpdateTopicConfig', setting);
		const shown = (await topics())[1];
		expect(shown).toMatchObject({ PartitionNum: 360, Remark: 'changed' });
		expect(JSON.parse(shown.TopicConfig)).toEqual({ 'max.message.bytes': '1048576' });
		await run('ModifyTopicRemark', { Topic });
		expect((await topics())[1].Remark).toBe('changed');
		expect(code(await run('UpdateTopicConfig', { ...setting, Topic: 'cloud' }))).toEqual(
			refused('NotSupport'),
		);
	});

	test.each([
		['max.message.bytes', '1', 'InvalidParameter.Range'],
		['message.timestamp.type', 'Now', 'InvalidParameter'],
		['retention.hours', '24', 'InvalidParameter.NotSupport'],
	])('the setting %s = %s is refused', async (Config, Value, expected) => {
		seed({ topics: [{ name: 'orders', local: true }] });
		const reply = await run('UpdateTopicConfig', { Topic: 'orders', Config, Value });
		expect(code(reply)).toEqual(refused(expected));
	});

	test('serverless instances take hours', async () => {
		seed({ paidType: 3, topics: [{ name: 'orders' }] });
		const setting = { Topic: 'orders', Config: 'retention.hours', Value: '24' };
		expect((await run('UpdateTopicConfig', setting)).body.Data).toBe('[]');
	});

	test('quotas and replicas are checked', async () => {
		seed({ topicQuota: 1 });
		const local = { LocalTopic: true, ReplicationFactor: 3, MinInsyncReplicas: 2 };
		const overridden = { ...local, Config: '{"replications":2}' };
		expect(code(await create(overridden))).toEqual(refused('InvalidParameter.OtherParam'));
		await create(local);
		expect(code(await create({ Topic: 'more' }))).toEqual(refused('BIZ_TOPIC_TOO_MUCH'));
	});

	test('nothing is to be had of an instance that is not in service', async () => {
		seed({ phase: 'waiting' });
		expect(code(await create())).toEqual(refused('Instance.StatusNotRunning'));
		expect(code(await run('GetTopicList'))).toEqual(refused('Instance.StatusNotRunning'));
	});
});

describe('messages', () => {
	const query = async (parameters: Parameters) =>
		(await run('QueryMessage', { Topic: 'orders', ...parameters })).body.MessageList;

	test('by offset, by time, and cut at 1 KB', async () => {
		const { now } = emulator.alibaba.state;
		const messages = [
			{ value: 'old', partition: 0, timestamp: now - 2 * HOUR },
			{ value: 'x'.repeat(2000), partition: 0, key: 'k', timestamp: now - HOUR },
			{ value: 'other', partition: 1, timestamp: now },
		];
		seed({ topics: [{ name: 'orders', partitions: 2, messages }] });
		const [long] = await query({ QueryType: 'byOffset', Partition: '0', Offset: '1' });
		expect(long).toMatchObject({
			Offset: 1,
			Key: 'k',
			KeyTruncated: false,
			Value: 'x'.repeat(1024),
			ValueTruncated: true,
			SerializedValueSize: 2000,
		});
		const since = await query({ QueryType: 'byTimestamp', BeginTime: now - HOUR });
		expect(since.map((m: Parameters) => [m.Partition, m.Offset])).toEqual([
			[0, 1],
			[1, 0],
		]);
		const one = { QueryType: 'byTimestamp', BeginTime: 0, Partition: '1' };
		expect(await query(one)).toHaveLength(1);
	});

	test.each([
		['no offset', { QueryType: 'byOffset', Partition: '0' }, 'BIZ_PARAM_EMPTY'],
		['no time', { QueryType: 'byTimestamp' }, 'BIZ_PARAM_EMPTY'],
		[
			'an unknown partition',
			{ QueryType: 'byOffset', Partition: '99', Offset: '0' },
			'InvalidParameter.Range',
		],
	])('with %s it is refused', async (_what, parameters, expected) => {
		seed({ topics: [{ name: 'orders' }] });
		const reply = await run('QueryMessage', { Topic: 'orders', ...parameters });
		expect(code(reply)).toEqual(refused(expected));
	});
});

describe('consumer groups', () => {
	const ConsumerId = 'readers';
	const create = (over: Parameters = {}) => run('CreateConsumerGroup', { ConsumerId, ...over });
	const progress = async () =>
		(await run('GetConsumerProgress', { ConsumerId })).body.ConsumerProgress;
	const reset = (over: Parameters) =>
		run('UpdateConsumerOffset', { ConsumerId, Topic: '', ...over });
	const committed = async () => {
		emulator.clock.advance(2 * SECOND);
		const topics = (await progress()).TopicList.TopicList;
		return topics.flatMap((topic: { OffsetList: { OffsetList: Parameters[] } }) =>
			topic.OffsetList.OffsetList.map((p) => p.ConsumerOffset),
		);
	};
	/** Two topics of a partition with four messages each, an hour apart; the group reads both. */
	const seedReaders = (given: Partial<AlibabaSeed> = {}) => {
		const { now } = emulator.alibaba.state;
		const messages = [4, 3, 2, 1].map((i) => ({ value: `${i}`, timestamp: now - i * HOUR }));
		const names = ['orders', 'payments'];
		seed({
			topics: names.map((name) => ({ name, partitions: 1, messages })),
			groups: [
				{ name: ConsumerId, offsets: names.map((topic) => ({ topic, partition: 0, offset: 1 })) },
			],
			...given,
		});
	};

	test('one is created, listed and deleted', async () => {
		seed();
		await create({ Remark: 'all of them' });
		await create({ ConsumerId: 'others' });
		expect(code(await create())).toEqual(refused('BIZ_SUBSCRIPTION_ALREADY_EXISTS'));
		emulator.clock.advance(SECOND);
		const { body } = await run('GetConsumerList', { ConsumerId });
		expect(body.ConsumerList.ConsumerVO).toMatchObject([
			{ ConsumerId, Remark: 'all of them', Tags: { TagVO: [] } },
		]);
		await run('DeleteConsumerGroup', { ConsumerId });
		expect(code(await run('DeleteConsumerGroup', { ConsumerId }))).toEqual(
			refused('BIZ_SUBSCRIPTION_NOT_FOUND'),
		);
	});

	test('a name is cut at 128, and there is a quota', async () => {
		seed({ topicQuota: 1 });
		await create({ ConsumerId: 'a'.repeat(130) });
		expect(instance.groups[0].name).toHaveLength(128);
		await create();
		expect(code(await create({ ConsumerId: 'more' }))).toEqual(
			refused('BIZ_SUBSCRIPTION_TOO_MUCH'),
		);
	});

	test('one with consumers is neither deleted nor reset', async () => {
		seed({
			topics: [{ name: 'orders' }],
			groups: [{ name: ConsumerId, active: true, topics: ['orders'] }],
		});
		const active = refused('BIZ_CONSUMER_GROUP_ACTIVE_ERROR');
		expect(code(await run('DeleteConsumerGroup', { ConsumerId }))).toEqual(active);
		expect(code(await reset({ Time: '-1' }))).toEqual(active);
		const { body } = await run('GetTopicSubscribeStatus', { Topic: 'orders' });
		expect(body.TopicSubscribeStatus).toEqual({ Topic: 'orders', ConsumerGroups: [ConsumerId] });
	});

	test('progress', async () => {
		seedReaders();
		const shown = await progress();
		expect(shown.TotalDiff).toBe(6);
		expect(shown.LastTimestamp).toBe(emulator.alibaba.state.now - 4 * HOUR);
		expect(shown.TopicList.TopicList[0]).toMatchObject({
			Topic: 'orders',
			TotalDiff: 3,
			OffsetList: { OffsetList: [{ Partition: 0, BrokerOffset: 4, ConsumerOffset: 1 }] },
		});
		seedReaders({ paidType: 3 });
		expect(await progress()).toMatchObject({
			LastTimestamp: -1,
			TopicList: { TopicList: [{ LastTimestamp: -1 }, { LastTimestamp: -1 }] },
		});
	});

	test('a reset to the newest, the oldest or a time, of all topics or one, a little later', async () => {
		seedReaders();
		await reset({ Time: '-1' });
		expect((await progress()).TotalDiff).toBe(6);
		expect(await committed()).toEqual([4, 4]);
		await reset({ Time: '-2', Topic: 'payments' });
		expect(await committed()).toEqual([4, 0]);
		await reset({ Time: String(emulator.alibaba.state.now - 2.5 * HOUR) });
		expect(await committed()).toEqual([2, 2]);
	});

	test('a reset of a topic the group has not read yet, and the end of one it has', async () => {
		seedReaders();
		instance.groups[0].offsets = [{ topic: 'orders', partition: 0, offset: 1 }];
		await reset({ Time: '-1', Topic: 'payments' });
		expect(await committed()).toEqual([1, 4]);
		await run('DeleteTopic', { Topic: 'orders' });
		emulator.clock.advance(5 * SECOND);
		await run('CreateTopic', { Topic: 'orders', Remark: 'again' });
		expect(await committed()).toEqual([4]);
	});

	test('a reset to offsets of partitions of one topic', async () => {
		seedReaders();
		const offsets = { ResetType: 'offset', Offsets: '[{"Partition":0,"Offset":3}]' };
		await reset({ ...offsets, Topic: 'orders' });
		expect(await committed()).toEqual([3, 1]);
		expect(code(await reset(offsets))).toEqual(refused('BIZ_PARAM_EMPTY'));
	});

	test.each<[string, Parameters, string]>([
		['no time', {}, 'BIZ_PARAM_EMPTY'],
		['a time long ago', { Time: '0' }, 'InvalidParameter.Range'],
		['an unknown topic', { Time: '-1', Topic: 'missing' }, 'BIZ_TOPIC_NOT_FOUND'],
		['no offsets', { ResetType: 'offset', Topic: 'orders' }, 'BIZ_PARAM_EMPTY'],
		[
			'an offset past the end',
			{ ResetType: 'offset', Topic: 'orders', Offsets: '[{"Partition":0,"Offset":9}]' },
			'InvalidParameter.Range',
		],
		[
			'an unknown partition',
			{ ResetType: 'offset', Topic: 'orders', Offsets: '[{"Partition":9,"Offset":0}]' },
			'InvalidParameter.Range',
		],
	])('a reset with %s is refused', async (_what, over, expected) => {
		seedReaders();
		expect(code(await reset(over))).toEqual(refused(expected));
	});
});
