/** Topics of an Alibaba Cloud instance: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault, type AlibabaInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const topic = (name: string) => instance().topics.find((one) => one.name === name);
const here = () => ({ instanceId: byId(id) });
const of = (name: string) => ({ ...here(), topic: byName(name) });

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	Object.assign(cloud.em.alibaba.state.rules, { bareLists: false, httpStatuses: false });
	({ id } = cloud.em.alibaba.state.seed({
		name: 'orders',
		topicQuota: 500,
		topics: [
			{ name: 'paid', partitions: 3, tags: [{ Key: 'team', Value: 'orders' }] },
			{
				name: 'local',
				local: true,
				partitions: 2,
				messages: [{ partition: 0, key: 'k', value: 'v' }],
			},
		],
		groups: [{ name: 'reader', topics: ['paid'] }],
	}));
});
afterEach(() => {
	instance().gone = true;
});

/** What a RAM user gets who may not do it. */
const DENIED = {
	kind: 'answer' as const,
	status: 403,
	body: { RequestId: 'r', Code: 'NoPermission', Message: 'denied' },
};

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.lines()).toEqual([]);
	return told;
}

describe('Get Many', () => {
	const names = (items: IDataObject[]) => items.map(({ Topic }) => Topic);

	test.each([false, true])('reads the list, bare: %s', async (bareLists) => {
		cloud.em.alibaba.state.rules.bareLists = bareLists;
		const items = await cloud.items('topic/getAll', here());
		expect(names(items)).toEqual(['local', 'paid']);
		expect(items[1]).toMatchObject({
			InstanceId: id,
			PartitionNum: 3,
			Status: 0,
			Tags: [{ Key: 'team', Value: 'orders' }],
		});
		expect(items[1]).not.toHaveProperty('TopicConfig');
		expect(cloud.lines()).toEqual(['GetTopicList']);
		expect(cloud.body()).toEqual({ InstanceId: id, CurrentPage: '1', PageSize: '50' });
	});

	test('reads all pages, and no more than are wanted', async () => {
		for (let n = 0; n < 110; n++) {
			instance().topics.push({ ...instance().topics[0], name: `t${String(n).padStart(3, '0')}` });
		}
		const all = await cloud.items('topic/getAll', { ...here(), returnAll: true });
		expect(new Set(names(all)).size).toBe(112);
		expect(cloud.lines()).toHaveLength(3);
		cloud.forget();
		expect(await cloud.items('topic/getAll', { ...here(), limit: 60 })).toHaveLength(60);
		expect(cloud.lines()).toHaveLength(2);
	});

	test('by name, and by how the name starts', async () => {
		const one = await cloud.items('topic/getAll', { ...here(), options: { topicName: 'paid' } });
		expect(names(one)).toEqual(['paid']);
		expect(cloud.body()).toMatchObject({ Topic: 'paid' });
		const start = await cloud.items('topic/getAll', { ...here(), options: { nameStart: 'lo' } });
		expect(names(start)).toEqual(['local']);
		expect(cloud.body()).not.toHaveProperty('nameStart');
	});

	test('an option whose expression gives nothing does not list everything', async () => {
		const told = await refused('topic/getAll', { options: { nameStart: '={{ $json.none }}' } });
		expect(told).toContain("'Name Starts With' is empty");
	});
});

describe('Create', () => {
	const operation = 'topic/create';
	const named = (topicName: string, options: INodeParameters = {}) => ({
		...here(),
		topicName,
		remark: 'a-remark',
		options,
	});

	test('with what is required only', async () => {
		const items = await cloud.items(operation, named('orders-created'));
		expect(cloud.lines()).toEqual(['CreateTopic']);
		expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'orders-created', Remark: 'a-remark' });
		expect(items).toEqual([
			{ InstanceId: id, Topic: 'orders-created', Remark: 'a-remark', created: true },
		]);
		expect(topic('orders-created')?.partitions).toBe(12);
	});

	test('with every option', async () => {
		const options = {
			partitionNum: 6,
			localTopic: true,
			compactTopic: true,
			replicationFactor: 3,
			minInsyncReplicas: 2,
			config: { entry: { replications: 3 } } as never,
		};
		await cloud.items(operation, named('all-of-it', options));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Topic: 'all-of-it',
			Remark: 'a-remark',
			PartitionNum: '6',
			LocalTopic: 'true',
			CompactTopic: 'true',
			ReplicationFactor: '3',
			MinInsyncReplicas: '2',
			Config: '{"replications":3}',
		});
		expect(topic('all-of-it')).toMatchObject({ partitions: 6, local: true, compact: true });
	});

	test.each([
		['x'.repeat(250), "'Topic Name' has 250 characters"],
		['with space', 'can contain only letters, digits, periods, hyphens, and underscores'],
		['={{ $json.none }}', "'Topic Name' is empty"],
	])('refuses the name %j', async (name, reason) => {
		expect(await refused(operation, named(name))).toContain(reason);
	});

	// terraform-provider-alicloud #9123
	test('with settings of its own, those left at 0 or default out', async () => {
		const entry = { replications: 0, retentionMs: 3_600_000, maxMessageBytes: '2097152' };
		const options = { localTopic: true, config: { entry } as never };
		await cloud.items(operation, named('short-lived', options));
		expect(cloud.body()).toMatchObject({
			Config: '{"retention.ms":"3600000","max.message.bytes":"2097152"}',
		});
		cloud.forget();
		const less = { ...options, config: { entry: { retentionMs: 5 } } as never };
		expect(await refused(operation, named('too-short', less))).toContain(
			"'Retention (Ms)' is 5 | Enter at least 3600000, or 0.",
		);
	});

	// terraform-provider-alicloud #6794
	test('with a long name, which a reserved instance truncates', async () => {
		const name = `tenant-a.${'x'.repeat(91)}`;
		for (const createIfAbsent of [false, true]) {
			const { told } = await cloud.run(operation, { ...named(name), createIfAbsent });
			expect(told).toContain("'Topic Name' has 100 characters");
		}
		expect(cloud.writes()).toEqual([]);
		// A user who may not read the instance is told by the wait.
		cloud.em.faults.add({ operation: 'GetInstanceList', effect: DENIED });
		const { told } = await cloud.run(operation, { ...named(name), ...WAITING });
		expect(told).toContain(`the service truncated the name of the topic to ${name.slice(0, 64)}`);
		instance().paidType = 3;
		const [item] = await cloud.items(operation, { ...named(name), ...WAITING });
		expect(item).toMatchObject({ Topic: name, completed: true });
	});

	test('Create If Absent does not take a topic that is being deleted', async () => {
		await cloud.items(operation, named('going'));
		instance().durations.topicDelete = 1e9;
		await cloud.items('topic/delete', { ...here(), topic: byName('going') });
		const { told } = await cloud.run(operation, { ...named('going'), createIfAbsent: true });
		expect(told).toContain('still being deleted');
	});

	test.each<[string, INodeParameters, string]>([
		['replicas without local storage', { replicationFactor: 2 }, "'Replicas' has no effect"],
		['a compact log without it', { compactTopic: true }, "'Compact Log' has no effect"],
		[
			'as many in sync as replicas',
			{ localTopic: true, replicationFactor: 2, minInsyncReplicas: 2 },
			"'Minimum In-Sync Replicas' is 2, but the topic has 2 replicas",
		],
		[
			'as many in sync as the usual replicas',
			{ localTopic: true, minInsyncReplicas: 3 },
			"'Minimum In-Sync Replicas' is 3, but the topic has 3 replicas",
		],
		[
			'two numbers of replicas',
			{ localTopic: true, replicationFactor: 2, config: { entry: { replications: 3 } } as never },
			"'Configuration' specifies 3 replicas, but 'Replicas' is set to 2",
		],
		['361 partitions', { partitionNum: 361 }, 'Enter a number from 1 to 360'],
	])('refuses %s', async (_, options, reason) => {
		expect(await refused(operation, named('orders', options))).toContain(reason);
	});

	test('of a name that is taken, with and without Create If Absent', async () => {
		const { told } = await cloud.run(operation, named('paid'));
		expect(told).toContain('BIZ_TOPIC_ALREADY_EXISTS');
		const [item] = await cloud.items(operation, { ...named('paid'), createIfAbsent: true });
		expect(item).toMatchObject({ Topic: 'paid', PartitionNum: 3, created: false });
		expect(cloud.sent('CreateTopic')).toBeSent(1);
	});

	test('is found again when its answer was lost, and not sent twice', async () => {
		cloud.em.clock.tick = 0;
		instance().durations.partListed = 0;
		cloud.em.faults.add({ operation: 'CreateTopic', effect: fault.answerLost() });
		const [item] = await cloud.items(operation, named('lost-one'));
		expect(item).toMatchObject({ Topic: 'lost-one', created: true, recovered: true });
		expect(cloud.sent('CreateTopic')).toBeSent(1);
		cloud.em.clock.tick = 90_000;
	});

	test('waits until the topic is in service', async () => {
		const [item] = await cloud.items(operation, { ...named('waited-for'), ...WAITING });
		expect(item).toMatchObject({ Topic: 'waited-for', status: '0', completed: true, Status: 0 });
		expect(cloud.lines()).toEqual(['CreateTopic', 'GetTopicList']);
		expect(cloud.body()).toMatchObject({ Topic: 'waited-for' });
	});
});

describe('Get Status, Get Subscribers', () => {
	test('Get Status gives the offsets as a plain list', async () => {
		const [item] = await cloud.items('topic/getStatus', of('local'));
		expect(cloud.lines()).toEqual(['GetTopicStatus']);
		expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'local' });
		expect(item).toMatchObject({ InstanceId: id, Topic: 'local', TotalCount: 1 });
		const offsets = item.OffsetTable as IDataObject[];
		expect(offsets.map(({ Partition }) => Partition)).toEqual([0, 1]);
	});

	test('Get Status of a topic that is not there', async () => {
		const { told } = await cloud.run('topic/getStatus', of('nowhere'));
		expect(told).toContain('BIZ_TOPIC_NOT_FOUND');
	});

	test('Get Subscribers gives a list, an empty one too', async () => {
		const subscribers = async (name: string) =>
			(await cloud.items('topic/getSubscribers', of(name)))[0].ConsumerGroups;
		expect(await subscribers('paid')).toEqual(['reader']);
		expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'paid' });
		expect(await subscribers('local')).toEqual([]);
		const body = { RequestId: 'r', Code: 200, Success: true, TopicSubscribeStatus: { Topic: 'x' } };
		cloud.em.faults.add({
			operation: 'GetTopicSubscribeStatus',
			effect: { kind: 'answer', status: 200, body },
		});
		expect(await subscribers('paid')).toEqual([]);
	});
});

describe('Add Partitions', () => {
	const operation = 'topic/addPartitions';

	test('adds and waits until they are there', async () => {
		const [item] = await cloud.items(operation, { ...of('paid'), addPartitionNum: 6, ...WAITING });
		expect(cloud.lines()).toEqual(['GetTopicList', 'ModifyPartitionNum', 'GetTopicList']);
		expect(cloud.body('ModifyPartitionNum')).toEqual({
			InstanceId: id,
			Topic: 'paid',
			AddPartitionNum: '6',
		});
		expect(item).toMatchObject({ updated: true, PartitionNum: 9, completed: true });
	});

	test('goes on waiting while the list shows the old number', async () => {
		const row = { Topic: 'paid', Status: 0, PartitionNum: 3 };
		const TopicList = { TopicVO: [row] };
		cloud.em.faults.add({
			operation: 'GetTopicList',
			nth: 2,
			effect: {
				kind: 'answer',
				status: 200,
				body: { RequestId: 'r', Code: 200, Success: true, Total: 1, TopicList },
			},
		});
		const [item] = await cloud.items(operation, { ...of('paid'), addPartitionNum: 1, ...WAITING });
		expect(item).toMatchObject({ PartitionNum: 4, completed: true });
		expect(cloud.sent('GetTopicList')).toBeSent(3);
	});

	test('is not sent again when the answer was lost', async () => {
		cloud.em.faults.add({ operation: 'ModifyPartitionNum', effect: fault.answerLost() });
		const { told } = await cloud.run(operation, { ...of('paid'), addPartitionNum: 6 });
		expect(told).toContain('It is not known whether the request took effect');
		expect(cloud.sent('ModifyPartitionNum')).toBeSent(1);
		expect(topic('paid')?.partitions).toBe(9);
	});

	test.each([0, 360, 1.5])('refuses %d', async (addPartitionNum) => {
		const told = await refused(operation, { ...of('paid'), addPartitionNum });
		expect(told).toContain("'Partitions to Add'");
	});
});

describe('Update Remark, Update Setting', () => {
	const setting = (name: string, value: unknown) => ({
		...of('local'),
		setting: name,
		value: value as string,
	});

	test('Update Remark', async () => {
		const items = await cloud.items('topic/updateRemark', { ...of('paid'), remark: 'new-one' });
		expect(cloud.lines()).toEqual(['ModifyTopicRemark']);
		expect(cloud.body()).toEqual({ InstanceId: id, Topic: 'paid', Remark: 'new-one' });
		expect(items).toEqual([{ InstanceId: id, Topic: 'paid', Remark: 'new-one', updated: true }]);
		expect(topic('paid')?.remark).toBe('new-one');
		cloud.forget();
		const told = await refused('topic/updateRemark', {
			...of('paid'),
			remark: '={{ $json.none }}',
		});
		expect(told).toContain("'Remark' is empty");
	});

	test('Update Setting sends one setting, its value as text', async () => {
		const items = await cloud.items(
			'topic/updateSetting',
			setting('retention.ms', '={{ 3600000 }}'),
		);
		expect(cloud.lines()).toEqual(['UpdateTopicConfig']);
		const sent = { InstanceId: id, Topic: 'local', Config: 'retention.ms', Value: '3600000' };
		expect(cloud.body()).toEqual(sent);
		expect(items).toEqual([{ ...sent, updated: true }]);
		expect(topic('local')?.config).toEqual({ 'retention.ms': '3600000' });
	});

	test.each([
		['retention.ms', '3599999', 'Enter a whole number from 3600000 to 31536000000'],
		['retention.hours', '8761', 'Enter a whole number from 24 to 8760'],
		['max.message.bytes', '1 MB', 'Enter a whole number from 1048576 to 10485760'],
		['message.timestamp.type', 'createtime', 'Use CreateTime or LogAppendTime'],
		[
			'message.timestamp.difference.max.ms',
			'-1',
			'Enter a whole number from 0 to 9223372036854775807.',
		],
		['cleanup.policy', 'compact', "'Setting' cannot be 'cleanup.policy'"],
	])('Update Setting refuses %s = %s', async (name, value, reason) => {
		expect(await refused('topic/updateSetting', setting(name, value))).toContain(reason);
	});
});

describe('Delete, Delete Many', () => {
	test('Delete waits until the topic is not listed any more', async () => {
		const [item] = await cloud.items('topic/delete', { ...of('paid'), ...WAITING });
		expect(cloud.lines().slice(0, 2)).toEqual(['DeleteTopic', 'GetTopicList']);
		expect(cloud.body('DeleteTopic')).toEqual({ InstanceId: id, Topic: 'paid' });
		expect(item).toMatchObject({ Topic: 'paid', deleted: true, completed: true });
		expect(topic('paid')).toBeUndefined();
	});

	test('Delete by a name that a reserved instance cuts off deletes no other topic', async () => {
		const other = 'x'.repeat(64);
		instance().topics[0].name = other;
		const name = `${other}-more`;
		const { told } = await cloud.run('topic/delete', of(name));
		expect(told).toContain("'Topic' has 69 characters");
		const many = await cloud.run('topic/deleteMany', { ...here(), topics: `paid, ${name}` });
		expect(many.told).toContain("'Topic Names' has 69 characters");
		expect(cloud.writes()).toEqual([]);
	});

	test('Delete of a topic that is not there is no success', async () => {
		const { told } = await cloud.run('topic/delete', of('nowhere'));
		expect(told).toContain('BIZ_TOPIC_NOT_FOUND');
	});

	test('Delete Many sends the names as JSON', async () => {
		const items = await cloud.items('topic/deleteMany', { ...here(), topics: 'paid, local' });
		expect(cloud.lines()).toEqual(['BatchDeleteTopics']);
		expect(cloud.body()).toEqual({ InstanceId: id, Topics: '["paid","local"]' });
		expect(items).toEqual([
			{ InstanceId: id, Topic: 'paid', deleted: true },
			{ InstanceId: id, Topic: 'local', deleted: true },
		]);
	});

	test('Delete Many tells which topics it did not delete, and which it did', async () => {
		const topics = ['nowhere', 'paid'];
		const { told } = await cloud.run('topic/deleteMany', { ...here(), topics: topics as never });
		expect(told).toContain('topic nowhere was not deleted: No such topic. nowhere');
		expect(told).toContain('The rest of the batch succeeded');
		expect(told).toContain('"Topic":"paid","deleted":true');
		expect(told).not.toMatch(/"deleted":false|Already done/);
	});

	test('Delete Many gives a failed topic as an error item when the node goes on', async () => {
		const { items } = await cloud.run(
			'topic/deleteMany',
			{ ...here(), topics: 'paid, nowhere' },
			{ onError: 'continueRegularOutput' },
		);
		expect(items).toMatchObject([
			{ Topic: 'paid' },
			{ error: expect.stringContaining('nowhere') as string },
		]);
	});

	test('Delete Many takes a topic that the answer passes over for not deleted', async () => {
		const body = { RequestId: 'r', Code: 200, Success: true, Data: { Results: [] } };
		cloud.em.faults.add({
			operation: 'BatchDeleteTopics',
			effect: { kind: 'answer', status: 200, body },
		});
		const { told } = await cloud.run('topic/deleteMany', { ...here(), topics: 'paid' });
		expect(told).toContain('topic paid was not deleted: the response does not mention it');
	});

	test.each(['={{ $json.none }}', '={{ [] }}'])('Delete Many refuses %j', async (topics) => {
		expect(await refused('topic/deleteMany', { topics })).toContain("'Topic Names'");
	});

	// The value that real instances have by themselves (draft alicloud_alikafka_instance_v2).
	test('Update Setting takes the largest number of 64 bits, and no larger one', async () => {
		const set = (value: string) => ({
			...of('local'),
			setting: 'message.timestamp.difference.max.ms',
			value,
		});
		await cloud.items('topic/updateSetting', set('9223372036854775807'));
		expect(cloud.body()).toMatchObject({ Value: '9223372036854775807' });
		cloud.forget();
		expect(await refused('topic/updateSetting', set('9223372036854775808'))).toContain(
			'to 9223372036854775807',
		);
	});
});

describe('Query Messages', () => {
	const operation = 'topic/queryMessages';
	const byOffset = (offset: number) => ({
		...of('local'),
		queryType: 'byOffset',
		partition: 0,
		offset,
	});

	test('by offset, with GET', async () => {
		const items = await cloud.items(operation, byOffset(0));
		expect(cloud.em.requests[0].method).toBe('GET');
		expect(cloud.lines()).toEqual(['QueryMessage']);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Topic: 'local',
			QueryType: 'byOffset',
			Partition: '0',
			Offset: '0',
		});
		expect(items).toMatchObject([
			{ Topic: 'local', Partition: 0, Offset: 0, Key: 'k', Value: 'v', ValueTruncated: false },
		]);
	});

	test('by an offset beyond what a number holds exactly', async () => {
		const offset = '={{ "9007199254740993" }}' as never;
		cloud.em.faults.add({
			operation: 'QueryMessage',
			effect: {
				kind: 'answer',
				status: 200,
				body: { RequestId: 'r', Code: 200, Success: true, MessageList: { MessageVO: [] } },
			},
		});
		await cloud.items(operation, byOffset(offset));
		expect(cloud.body()).toMatchObject({ Offset: '9007199254740993' });
	});

	test('by time, without what belongs to the other way', async () => {
		const beginTime = cloud.em.alibaba.state.now - 3_600_000;
		const parameters = { ...byOffset(7), queryType: 'byTimestamp', beginTime };
		expect(await cloud.items(operation, parameters)).toHaveLength(1);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			Topic: 'local',
			QueryType: 'byTimestamp',
			BeginTime: String(beginTime),
		});
	});

	test('says when the content was cut, and keeps to the limit', async () => {
		const long = { key: 'k', value: 'x'.repeat(3000), timestamp: cloud.em.alibaba.state.now };
		topic('local')?.logs[0].messages.splice(
			0,
			1,
			...[0, 1, 2].map((offset) => ({ ...long, offset })),
		);
		const items = await cloud.items(operation, { ...byOffset(0), limit: 2 });
		expect(items).toHaveLength(2);
		expect(items[0]).toMatchObject({ ValueTruncated: true, SerializedValueSize: 3000 });
		expect(items[0].Value).toHaveLength(1024);
	});

	test.each<[string, INodeParameters, string]>([
		['no partition', { partition: '={{ $json.none }}' }, "'Partition' is empty"],
		['a negative offset', { offset: -1 }, "'Offset' is -1"],
		['no time', { queryType: 'byTimestamp' }, "'From' is empty"],
		['a different query', { queryType: 'byKey' }, "'Query By' cannot be 'byKey'"],
	])('refuses %s', async (_, parameters, reason) => {
		expect(await refused(operation, { ...byOffset(0), ...parameters })).toContain(reason);
	});
});

test('topics are offered by name', async () => {
	const { results } = await cloud.lookUp<{ results: IDataObject[] }>(
		'listSearch',
		'searchTopics',
		{ resource: 'topic', operation: 'delete', ...here() },
		'PAI',
	);
	expect(results).toEqual([{ name: 'paid', value: 'paid' }]);
});
