/** Topics of the Tencent Cloud node: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TencentInstance } from '../../../emulator';
import { byId, byName, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.tencent.state.named('orders') as TencentInstance;
const topic = (name = 'orders.created') => instance().topics.find((one) => one.name === name);
const here = () => ({ instanceId: byId(id) });
const of = (name = 'orders.created') => ({ ...here(), topic: byName(name) });

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	cloud.em.tencent.state.rules.flows = 'printed';
	id = cloud.em.tencent.state.seed({
		name: 'orders',
		topics: [
			{
				name: 'orders.created',
				partitions: 3,
				producers: [{ address: '10.0.0.7', connectedAt: 0 }],
			},
			{ name: 'orders.created.old', replicas: 1 },
			{ name: 'payments' },
		],
		groups: ['a', 'b'].map((name) => ({
			name,
			offsets: [{ topic: 'orders.created', partition: 0, offset: 0 }],
		})),
		aclRules: [
			{
				id: 7,
				name: 'readers',
				patternType: 'PRESET',
				pattern: '',
				entries: [],
				applied: false,
				comment: '',
				createdAt: 0,
			},
		],
	}).id;
});
afterEach(() => {
	instance().gone = true;
});

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, parameters);
	expect(cloud.lines()).toEqual([]);
	return told;
}

const fresh = (options: INodeParameters = {}): INodeParameters => ({
	...here(),
	topicName: 'orders.paid',
	partitionNum: 6,
	replicaNum: 2,
	options,
});

describe('Topic: Create', () => {
	const operation = 'topic/create';

	test('sends nothing that was not set', async () => {
		const [item] = await cloud.items(operation, fresh());
		expect(cloud.lines()).toEqual(['CreateTopic']);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			TopicName: 'orders.paid',
			PartitionNum: 6,
			ReplicaNum: 2,
		});
		const TopicId = topic('orders.paid')?.id;
		expect(item).toEqual({ TopicId, TopicName: 'orders.paid', InstanceId: id, created: true });
	});

	test('sends every setting as the API wants it', async () => {
		const options = {
			cleanUpPolicy: 'compact, delete',
			enableWhiteList: true,
			ipWhiteList: '10.0.0.7, 10.0.0.8',
			note: 'paid',
			minInsyncReplicas: 2,
			uncleanLeaderElectionEnable: false,
			retentionMs: '={{ "604800000" }}',
			segmentMs: 86400000,
			maxMessageBytes: 1024,
			enableAclRule: true,
			aclRuleName: 'readers',
			retentionBytes: 1073741824,
			tags: { entry: [{ tagKey: 'team', tagValue: 'orders' }] },
			logMsgTimestampType: 'LogAppendTime',
		};
		await cloud.items(operation, fresh(options));
		expect(cloud.body()).toEqual({
			InstanceId: id,
			TopicName: 'orders.paid',
			PartitionNum: 6,
			ReplicaNum: 2,
			CleanUpPolicy: 'compact, delete',
			EnableWhiteList: 1,
			IpWhiteList: ['10.0.0.7', '10.0.0.8'],
			Note: 'paid',
			MinInsyncReplicas: 2,
			UncleanLeaderElectionEnable: 0,
			RetentionMs: 604800000,
			SegmentMs: 86400000,
			MaxMessageBytes: 1024,
			EnableAclRule: 1,
			AclRuleName: 'readers',
			RetentionBytes: 1073741824,
			Tags: [{ TagKey: 'team', TagValue: 'orders' }],
			LogMsgTimestampType: 'LogAppendTime',
		});
	});

	test('Create If Absent takes the one of just this name', async () => {
		const parameters = { ...fresh(), topicName: 'orders.created', createIfAbsent: true };
		const [item] = await cloud.items(operation, parameters);
		expect(cloud.lines()).toEqual(['DescribeTopicDetail']);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			SearchWord: 'orders.created',
			Offset: 0,
			Limit: 50,
		});
		expect(item).toMatchObject({
			TopicName: 'orders.created',
			TopicId: topic()?.id,
			InstanceId: id,
			created: false,
		});
	});

	test('a create whose answer is lost is looked up, not sent again', async () => {
		// The list shows it 2 seconds later.
		cloud.em.clock.tick = 1000;
		cloud.em.faults.add({ operation: 'CreateTopic', effect: { kind: 'cut', when: 'after' } });
		const [item] = await cloud.items(operation, fresh());
		expect(cloud.sent('CreateTopic')).toBeSent(1);
		expect(item).toMatchObject({
			TopicId: topic('orders.paid')?.id,
			created: true,
			recovered: true,
		});
		cloud.em.clock.tick = 90_000;
	});

	test('waits until the list shows it', async () => {
		instance().durations.topicListed = 60_000;
		const [item] = await cloud.items(operation, { ...fresh(), ...WAITING });
		expect(item).toMatchObject({ TopicName: 'orders.paid', status: 'normal', completed: true });
	});

	test.each<[INodeParameters, string]>([
		[{ topicName: 'orders/paid' }, "'Topic Name' has an invalid format"],
		[{ partitionNum: 0 }, "'Partitions' is 0 | Enter a number of 1 or more."],
		[{ replicaNum: 4 }, "'Replicas' is 4"],
		[{ instanceId: byId('={{ "" }}') }, "'Instance' is empty"],
		[{ options: { retentionMs: 59999 } }, "'Retention (Ms)' is 59999"],
		[{ options: { retentionBytes: 1000 } }, "'Retention (Bytes)' is 1000"],
		[{ options: { maxMessageBytes: 12582913 } }, "'Maximum Message Size (Bytes)' is 12582913"],
		[{ options: { note: 'x'.repeat(65) } }, "'Note' has 65 characters"],
		[{ options: { enableWhiteList: true } }, "'Allowed IPs' is missing"],
		[{ options: { ipWhiteList: '10.0.0.7' } }, "set without 'Restrict to Allowed IPs'"],
		[{ options: { enableAclRule: true } }, "'ACL Rule Name' is missing"],
		[{ options: { minInsyncReplicas: 3 } }, "'Minimum In-Sync Replicas' is 3"],
		[{ options: { cleanUpPolicy: 'none' } }, "'Cleanup Policy' cannot be 'none'"],
	])('refuses %j', async (parameters, problem) => {
		expect(await refused(operation, { ...fresh(), ...parameters })).toContain(problem);
	});

	test('a name that is taken is a failure with the code of the service', async () => {
		const { told } = await cloud.run(operation, { ...fresh(), topicName: 'payments' });
		expect(told).toContain('Create topic did not succeed');
		expect(told).toContain('InvalidParameterValue.RepetitionValue');
		expect(cloud.sent('CreateTopic')).toBeSent(1);
	});
});

describe('Topic: lists', () => {
	test('Get Many pages through all, 50 at a time', async () => {
		const [first] = instance().topics;
		for (let n = 0; n < 120; n++) {
			instance().topics.push({ ...first, name: `t${n}`, id: `topic-${n}` });
		}
		const items = await cloud.items('topic/getAll', { ...here(), returnAll: true });
		expect(items).toHaveLength(123);
		expect(items[0]).toEqual({
			TopicId: topic()?.id,
			TopicName: 'orders.created',
			Note: '',
		});
		expect(cloud.lines()).toEqual(['DescribeTopic', 'DescribeTopic', 'DescribeTopic']);
		expect(JSON.parse(cloud.em.requests[0].body)).toEqual({ InstanceId: id, Offset: 0, Limit: 50 });
	});

	test('Get Many with a search word and a rule', async () => {
		const options = { searchWord: 'pay', aclRuleName: 'readers' };
		(topic('payments') as { aclRule: string }).aclRule = 'readers';
		const items = await cloud.items('topic/getAll', { ...here(), limit: 5, options });
		expect(items.map(({ TopicName }) => TopicName)).toEqual(['payments']);
		expect(cloud.body()).toEqual({
			InstanceId: id,
			SearchWord: 'pay',
			AclRuleName: 'readers',
			Offset: 0,
			Limit: 5,
		});
	});

	test('Get Many with Details sends order and filters', async () => {
		const options = {
			orderBy: 'PartitionNum',
			orderType: '1',
			filters: { entry: [{ name: 'ReplicaNum', values: '1, 3' }] },
			searchWord: 'ORDERS',
			searchWordIgnoreCaseFlag: true,
		};
		const [item, ...rest] = await cloud.items('topic/getAllDetailed', { ...here(), options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			OrderBy: 'PartitionNum',
			OrderType: 1,
			Filters: [{ Name: 'ReplicaNum', Values: ['1', '3'] }],
			SearchWord: 'ORDERS',
			SearchWordIgnoreCaseFlag: true,
			Offset: 0,
			Limit: 50,
		});
		expect(rest).toEqual([]);
		expect(item).toMatchObject({ TopicName: 'orders.created.old', ReplicaNum: 1, Status: 0 });
		expect(item).not.toHaveProperty('Config');
	});

	test('Get Many with Details, not simplified', async () => {
		const parameters = { ...here(), simplify: false, options: { searchWord: 'payments' } };
		const [item] = await cloud.items('topic/getAllDetailed', parameters);
		expect(item.Config).toMatchObject({ Retention: 7200000 });
	});

	test('an option whose expression gives nothing does not widen the list', async () => {
		const options = { searchWord: '={{ "" }}' };
		expect(await refused('topic/getAll', { ...here(), options })).toContain(
			"'Name Contains' is empty",
		);
	});

	test('Get Attributes', async () => {
		const [item] = await cloud.items('topic/getAttributes', of());
		expect(cloud.body()).toEqual({ InstanceId: id, TopicName: 'orders.created' });
		expect(item).toMatchObject({ TopicName: 'orders.created', PartitionNum: 3, InstanceId: id });
	});

	test('Get Attributes of a topic that is not there', async () => {
		const { told } = await cloud.run('topic/getAttributes', of('nothing'));
		expect(told).toContain('Get attributes of topic did not succeed');
		expect(told).toContain('code ResourceNotFound');
	});

	test('Get Subscribers asks again until the service has gathered them', async () => {
		instance().durations.subscribers = 120_000;
		const items = await cloud.items('topic/getSubscribers', { ...of(), returnAll: true });
		expect(items.map(({ Group }) => Group)).toEqual(['a', 'b']);
		expect(cloud.sent('DescribeTopicSubscribeGroup').length).toBeGreaterThan(1);
	});

	test('Get Subscribers gives up with words, not with an empty list', async () => {
		instance().durations.subscribers = 1e9;
		const { told } = await cloud.run('topic/getSubscribers', of());
		expect(told).toContain('the service is still preparing the list');
		expect(cloud.lines()).toHaveLength(5);
	});

	test('Get Producers', async () => {
		const items = await cloud.items('topic/getProducers', of());
		expect(items).toEqual([expect.objectContaining({ IpAddr: '10.0.0.7' })]);
		expect(cloud.body()).toEqual({ InstanceId: id, TopicName: 'orders.created' });
	});
});

describe('Topic: changes', () => {
	test('Update sends what was set, an emptied note too', async () => {
		const options = {
			note: '',
			retentionMs: 86400000,
			quotaProducerByteRate: 10,
			quotaConsumerByteRate: -1,
			enableWhiteList: false,
		};
		const [item] = await cloud.items('topic/update', { ...of(), options });
		expect(cloud.body()).toEqual({
			InstanceId: id,
			TopicName: 'orders.created',
			Note: '',
			RetentionMs: 86400000,
			QuotaProducerByteRate: 10,
			QuotaConsumerByteRate: -1,
			EnableWhiteList: 0,
		});
		expect(item).toEqual({ TopicName: 'orders.created', InstanceId: id, updated: true });
		expect(topic()).toMatchObject({ producerQuota: 10, config: { Retention: 86400000 } });
	});

	test('Update of the replicas waits until they are shown, as the answer names no task', async () => {
		const parameters = { ...of(), options: { replicaNum: 3 }, ...WAITING };
		const [item] = await cloud.items('topic/update', parameters);
		expect(item).toMatchObject({ ReplicaNum: 3, completed: true });
		expect(topic()?.replicas).toBe(3);
	});

	test('Update of the replicas waits for its task, where there is one', async () => {
		cloud.em.tencent.state.rules.flows = 'named';
		const parameters = { ...of(), options: { replicaNum: 3 }, ...WAITING };
		const [item] = await cloud.items('topic/update', parameters);
		expect(item).toMatchObject({ status: 'succeeded', completed: true });
		expect(Number(item.FlowId)).toBeGreaterThan(0);
		expect(topic()?.replicas).toBe(3);
	});

	test('Update with nothing to change', async () => {
		expect(await refused('topic/update', of())).toContain("'Options' has nothing to change");
	});

	test('Add Partitions names the new total', async () => {
		const parameters = { ...of(), partitionNum: 6, ...WAITING };
		const [item] = await cloud.items('topic/addPartitions', parameters);
		expect(cloud.body('CreatePartition')).toEqual({
			InstanceId: id,
			TopicName: 'orders.created',
			PartitionNum: 6,
		});
		expect(item).toMatchObject({ PartitionNum: 6, completed: true });
		expect(topic()?.partitions).toBe(6);
	});

	test('Add Partitions reports a task that failed at once', async () => {
		cloud.em.tencent.state.rules.flows = 'named';
		instance().failingTasks = ['CreatePartition'];
		const { told } = await cloud.run('topic/addPartitions', {
			...of(),
			partitionNum: 6,
			...WAITING,
		});
		expect(told).toContain('Topic orders.created ended with status failed');
	});

	test('Add Allowed IPs', async () => {
		const parameters = { ...of(), ipWhiteList: ['10.0.0.7', '10.0.0.8'] };
		const [item] = await cloud.items('topic/addAllowedIps', parameters as never);
		expect(item).toMatchObject({ IpWhiteList: ['10.0.0.7', '10.0.0.8'] });
		expect(topic()?.ipWhiteList).toEqual(['10.0.0.7', '10.0.0.8']);
	});

	test.each([
		['={{ "" }}', "'Allowed IPs' is empty"],
		['={{ Array(513).fill("10.0.0.7") }}', "'Allowed IPs' has 513 entries"],
	])('Add Allowed IPs refuses %j', async (ipWhiteList, problem) => {
		expect(await refused('topic/addAllowedIps', { ...of(), ipWhiteList })).toContain(problem);
	});

	test('Delete without waiting, whose answer names no task', async () => {
		const [item] = await cloud.items('topic/delete', of());
		expect(item).toEqual({ deleted: true, TopicName: 'orders.created', InstanceId: id });
	});

	test('Delete, with the task and without waiting', async () => {
		cloud.em.tencent.state.rules.flows = 'named';
		const [item] = await cloud.items('topic/delete', of());
		expect(cloud.lines()).toEqual(['DeleteTopic']);
		expect(item).toEqual({
			deleted: true,
			TopicName: 'orders.created',
			InstanceId: id,
			FlowId: expect.any(Number) as number,
		});
	});

	test('Delete waits until it is no longer listed', async () => {
		const [item] = await cloud.items('topic/delete', { ...of(), ...WAITING });
		expect(item).toMatchObject({ deleted: true, status: 'not listed', completed: true });
		expect(topic()).toBeUndefined();
	});

	test('Delete that fails without a task is no success: the topic is deleting, then normal again', async () => {
		instance().failingTasks = ['DeleteTopic'];
		const { told } = await cloud.run('topic/delete', { ...of(), ...WAITING });
		expect(told).toContain('Topic orders.created');
	});

	test('Delete whose task fails is no success', async () => {
		cloud.em.tencent.state.rules.flows = 'named';
		instance().failingTasks = ['DeleteTopic'];
		const { told } = await cloud.run('topic/delete', { ...of(), ...WAITING });
		expect(told).toContain('Topic orders.created ended with status failed');
	});

	test('a ReturnCode other than 0 is a failure', async () => {
		const body = {
			Response: { Result: { ReturnCode: '10004', ReturnMessage: 'no' }, RequestId: 'r' },
		};
		cloud.em.faults.add({
			operation: 'DeleteTopic',
			effect: { kind: 'answer', status: 200, body },
		});
		const { told } = await cloud.run('topic/delete', of());
		expect(told).toContain('Delete topic did not succeed');
		expect(told).toContain('10004');
		expect(told).toContain('request ID r');
	});

	test('the topics on offer', async () => {
		const parameters = { resource: 'topic', operation: 'delete', ...here() };
		const found = await cloud.lookUp<{ results: IDataObject[] }>(
			'listSearch',
			'searchTopics',
			parameters,
			'orders',
		);
		expect(found.results.map(({ value }) => value)).toEqual([
			'orders.created',
			'orders.created.old',
		]);
	});
});
