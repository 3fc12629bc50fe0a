/** Shipping of logs to CKafka, and log topics for Kafka clients: each operation through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, byName, openVendor, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
let count = 0;
let topic: string;
const logs = () => cloud.em.tencent.state.logs;

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 1_000 });
	id = cloud.em.tencent.state.seed({ name: 'orders', topics: [{ name: 'logs' }] }).id;
});
beforeEach(() => {
	cloud.forget();
	logs().clear();
	topic = `log-topic-${++count}`;
});

const ROLE = { roleArn: 'qcs::cam::uin/100000000001:roleName/cls' };
const target = (): INodeParameters => ({
	logTopicId: topic,
	instanceId: byId(id),
	topic: byName('logs'),
});
const create = async (more: INodeParameters = {}) =>
	(await cloud.items('logShipping/create', { ...target(), options: ROLE, ...more }))[0];

describe('Log Shipping', () => {
	test('Create goes to CLS, whose action has the name of one of CKafka', async () => {
		const item = await create({
			options: {
				...ROLE,
				content: {
					entry: {
						enableTag: true,
						metaFields: ['__SOURCE__'],
						tagJsonNotTiled: true,
						timestampAccuracy: '2',
						jsonType: '1',
						autoConvertNumber: true,
					},
				},
				compression: '3',
				advancedConfig: {
					entry: { partitionHashStatus: true, partitionFields: 'orderId, region' },
				},
			},
		});
		const [{ headers, operation }] = cloud.em.requests;
		expect(headers).toMatchObject({
			'x-tc-action': 'CreateConsumer',
			'x-tc-version': '2020-10-16',
		});
		expect(operation).toBe('ClsCreateConsumer');
		expect(cloud.body('ClsCreateConsumer')).toEqual({
			TopicId: topic,
			Ckafka: { InstanceId: id, TopicName: 'logs' },
			RoleArn: ROLE.roleArn,
			Content: {
				EnableTag: true,
				MetaFields: ['__SOURCE__'],
				TagJsonNotTiled: true,
				TimestampAccuracy: 2,
				JsonType: 1,
				AutoConvertNumber: true,
			},
			Compression: 3,
			AdvancedConfig: { PartitionHashStatus: true, PartitionFields: ['orderId', 'region'] },
		});
		expect(item).toEqual({
			TopicId: topic,
			Ckafka: { InstanceId: id, TopicName: 'logs' },
			created: true,
		});
	});

	test('without a role, what has to be said of the target is named', async () => {
		const { told } = await cloud.run('logShipping/create', target());
		expect(told).toContain("'CKafka Virtual IP' is missing");
		expect(cloud.lines()).toEqual([]);
		const described = {
			vip: '10.0.0.1',
			vport: '9092',
			instanceName: 'orders',
			kafkaTopicId: 'topic-1',
		};
		await create({ options: described });
		expect(cloud.body('ClsCreateConsumer')).toMatchObject({
			Ckafka: { Vip: '10.0.0.1', Vport: '9092', InstanceName: 'orders', TopicId: 'topic-1' },
		});
	});

	test('one whose answer is lost is found by its log topic, and not sent again', async () => {
		cloud.em.faults.add({ operation: 'ClsCreateConsumer', effect: { kind: 'cut', when: 'after' } });
		const { told, items } = await cloud.run('logShipping/create', { ...target(), options: ROLE });
		expect(cloud.sent('ClsCreateConsumer')).toBeSent(1);
		expect(told).toBe('');
		expect(items[0]).toMatchObject({ TopicId: topic, created: true, recovered: true });
	});

	test('Create If Absent takes the rule of the log topic, but not one for another topic of Kafka', async () => {
		await create();
		expect(await create({ createIfAbsent: true })).toMatchObject({
			created: false,
			status: 'running',
		});
		const { told } = await cloud.run('logShipping/create', {
			...target(),
			topic: byName('others'),
			options: ROLE,
			createIfAbsent: true,
		});
		expect(told).toContain(topic);
		expect(logs().shippings).toHaveLength(1);
	});

	// The international SDK has DescribeConsumer, and no DescribeConsumers.
	test('where the list is not offered, the rule of the log topic is asked for', async () => {
		cloud.em.faults.add({
			operation: 'DescribeConsumers',
			times: 'always',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { Error: { Code: 'InvalidAction', Message: 'no' }, RequestId: 'r' } },
			},
		});
		expect(await create({ createIfAbsent: true })).toMatchObject({ created: true });
		expect(await create({ createIfAbsent: true })).toMatchObject({
			TopicId: topic,
			created: false,
		});
		expect(cloud.sent('ClsCreateConsumer')).toBeSent(1);
	});

	test('Update always says whether logs are shipped, as they would be switched off otherwise', async () => {
		await create();
		await cloud.items('logShipping/update', {
			logTopicId: topic,
			effective: true,
			options: { compression: '2' },
		});
		expect(cloud.body()).toEqual({ TopicId: topic, Effective: true, Compression: 2 });
		expect(logs().shippings[0].Effective).toBe(true);
	});

	test('Pause and Resume change nothing else', async () => {
		await create();
		const before = { ...logs().shippings[0].settings };
		const [paused] = await cloud.items('logShipping/pause', { logTopicId: topic });
		expect(cloud.body()).toEqual({ TopicId: topic, Effective: false });
		expect(paused).toEqual({ paused: true, TopicId: topic });
		expect(await cloud.items('logShipping/getAll', { returnAll: true })).toEqual([
			expect.objectContaining({ TopicId: topic, Effective: false, status: 'stopped' }),
		]);
		const [resumed] = await cloud.items('logShipping/resume', { logTopicId: topic });
		expect(cloud.body()).toEqual({ TopicId: topic, Effective: true });
		expect(resumed).toEqual({ resumed: true, TopicId: topic });
		expect(logs().shippings[0].settings).toEqual(before);
	});

	test('Get, and Get Many with a filter', async () => {
		await create();
		const [one] = await cloud.items('logShipping/get', { logTopicId: topic });
		expect(one).toMatchObject({ TopicId: topic, Effective: true, RoleArn: ROLE.roleArn });
		const filters = { entry: [{ key: 'taskStatus', values: '0, 2' }] };
		const none = await cloud.items('logShipping/getAll', { returnAll: true, options: { filters } });
		expect(cloud.body()).toMatchObject({ Filters: [{ Key: 'taskStatus', Values: ['0', '2'] }] });
		expect(none).toEqual([]);
	});

	test('Delete', async () => {
		await create();
		const [item] = await cloud.items('logShipping/delete', { logTopicId: topic });
		expect(item).toEqual({ deleted: true, TopicId: topic });
		expect(logs().shippings).toEqual([]);
	});
});

describe('Log Topic Over Kafka', () => {
	const here = () => ({ logTopicId: topic });

	test('Open returns the name that clients use, and a second time says that it is open', async () => {
		const [item] = await cloud.items('logTopic/open', {
			...here(),
			options: {
				compression: '2',
				consumerContent: { entry: { format: '1', enableTag: true, metaFields: ['__SOURCE__'] } },
				hasServicesLog: '1',
				scopeType: '1',
			},
		});
		expect(cloud.body()).toEqual({
			FromTopicId: topic,
			Compression: 2,
			ConsumerContent: expect.objectContaining({
				Format: 1,
				EnableTag: true,
				MetaFields: ['__SOURCE__'],
			}),
			HasServicesLog: 1,
			ScopeType: 1,
		});
		expect(item).toEqual({ opened: true, FromTopicId: topic, TopicID: `out-${topic}` });
		const { told } = await cloud.run('logTopic/open', here());
		expect(told).toContain('already');
	});

	test('tags in raw messages are rejected before anything is sent', async () => {
		const consumerContent = { entry: { format: '0', enableTag: true, metaFields: ['__SOURCE__'] } };
		const { told } = await cloud.run('logTopic/open', { ...here(), options: { consumerContent } });
		expect(told).toContain("'Tags' is on");
		expect(cloud.lines()).toEqual([]);
	});

	test('Get tells whether it is open, by true or false', async () => {
		expect(await cloud.items('logTopic/get', here())).toEqual([
			expect.objectContaining({ FromTopicId: topic, Status: false }),
		]);
		await cloud.items('logTopic/open', here());
		expect(await cloud.items('logTopic/get', here())).toEqual([
			expect.objectContaining({ FromTopicId: topic, Status: true, TopicID: `out-${topic}` }),
		]);
	});

	test('Update and Close', async () => {
		await cloud.items('logTopic/open', here());
		await cloud.items('logTopic/update', { ...here(), options: { compression: '3' } });
		expect(cloud.body()).toEqual({ FromTopicId: topic, Compression: 3 });
		const { told } = await cloud.run('logTopic/update', here());
		expect(told).toContain("'Options' is empty");
		const [item] = await cloud.items('logTopic/close', here());
		expect(item).toEqual({ closed: true, FromTopicId: topic });
		expect(logs().served).toEqual([]);
	});

	test('its consumer groups, and one of them', async () => {
		const groups = await cloud.items('logTopic/getGroups', { ...here(), returnAll: true });
		expect(groups.map(({ Group }) => Group)).toEqual(['same_group_id', 'audit', 'billing']);
		const filters = { entry: [{ key: 'group', values: 'audit' }] };
		const some = await cloud.items('logTopic/getGroups', {
			...here(),
			returnAll: true,
			options: { filters },
		});
		expect(some).toHaveLength(1);
		const [group] = await cloud.items('logTopic/getGroup', { ...here(), kafkaGroup: 'audit' });
		expect(group).toMatchObject({ Group: 'audit', State: 'Empty' });
	});

	test('no consumer groups at all, which the service may say with null', async () => {
		cloud.em.faults.add({
			operation: 'DescribeKafkaConsumerGroupList',
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { Groups: null, Total: 0, RequestId: 'r' } },
			},
		});
		expect(await cloud.items('logTopic/getGroups', { ...here(), returnAll: true })).toEqual([]);
	});
});
