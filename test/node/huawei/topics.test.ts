/** Topics, quotas and the rebalance log: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { HuaweiInstance } from '../../../emulator';
import { byId, byName, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.huawei.state.named('orders') as HuaweiInstance;
const topic = (name = 'test01') => instance().topics.find((one) => one.name === name);
const here = () => ({ instanceId: byId(id) });
const of = (name: string) => ({ ...here(), topic: byName(name) });
const waiting = (more: INodeParameters = {}): INodeParameters => ({
	...here(),
	...WAITING,
	...more,
});
const path = (rest: string) => `/v2/{project}/instances/${id}${rest}`;
const kafkaPath = (rest: string) => `/v2/{project}/kafka/instances/${id}${rest}`;
const enginePath = (rest: string) => `/v2/kafka/{project}/instances/${id}${rest}`;

beforeAll(async () => {
	cloud = await openCloud({}, { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	const producer = (n: number) => ({ address: `192.0.0.1:${n}`, broker: 1, joinedAt: n });
	const seeded = cloud.em.huawei.state.seed({
		name: 'orders',
		sslEnable: true,
		productId: 'c6.8u16g.cluster',
		topics: [
			{ name: 'test01' },
			{
				name: 'wide',
				partition: 120,
				producers: Array.from({ length: 70 }, (_, n) => producer(n)),
			},
			{ name: 'orders/paid ü', partition: 2, replication: 2 },
		],
		users: [{ name: 'reader' }],
	});
	id = seeded.id;
});
afterEach(() => {
	instance().gone = true;
});

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.em.requests).toEqual([]);
	return told;
}

describe('Topic: Get, Get Partitions, Get Producers', () => {
	test('Get, with a name that needs encoding', async () => {
		const [item] = await cloud.items('topic/get', of('orders/paid ü'));
		expect(cloud.lines()).toEqual([`GET ${path('/management/topics/orders%2Fpaid%20%C3%BC')}`]);
		expect(item.partitions).toHaveLength(2);
	});

	test('Get keeps to one call a second', async () => {
		const { items } = await cloud.runItems([{}, {}], 'topic/get', of('test01'));
		expect(items).toHaveLength(2);
		const [first, second] = cloud.sent('ShowInstanceTopicDetail').map(({ time }) => time);
		expect(Math.abs(second - first - 1000 / 0.95)).toBeLessThan(1);
	});

	test('Get Partitions reads all pages', async () => {
		const items = await cloud.items('topic/getPartitions', { ...of('wide'), returnAll: true });
		expect(items.map(({ partition }) => partition)).toEqual([...Array(120).keys()]);
		expect(cloud.lines()[0]).toBe(`GET ${kafkaPath('/topics/wide/partitions?limit=50&offset=0')}`);
		expect(cloud.lines()).toHaveLength(3);
	});

	test('Get Partitions up to a limit', async () => {
		const items = await cloud.items('topic/getPartitions', { ...of('wide'), limit: 7 });
		expect(items).toHaveLength(7);
		expect(cloud.lines()).toEqual([`GET ${kafkaPath('/topics/wide/partitions?limit=7&offset=0')}`]);
	});

	test('Get Producers reads pages of at most 50', async () => {
		const items = await cloud.items('topic/getProducers', { ...of('wide'), returnAll: true });
		expect(new Set(items.map(({ producer_address }) => producer_address)).size).toBe(70);
		expect(cloud.lines()[0]).toBe(`GET ${kafkaPath('/topics/wide/producers?limit=50&offset=0')}`);
	});

	test('Get Producers of a topic that has none', async () => {
		expect(await cloud.items('topic/getProducers', { ...of('test01'), returnAll: true })).toEqual(
			[],
		);
	});
});

describe('Topic: Update', () => {
	const operation = 'topic/update';
	const run = (...entry: IDataObject[]) => ({ ...here(), topicSettings: { entry } as never });

	test('sends the example', async () => {
		const settings = {
			retentionTime: 72,
			syncReplication: false,
			syncMessageFlush: false,
			newPartitionNumbers: 6,
			newPartitionBrokers: '0, 1, 2',
			topicOtherConfigs: {
				entry: [
					{ name: 'message.timestamp.type', value: 'LogAppendTime' },
					{ name: 'max.message.bytes', value: 10485760 },
				],
			},
			topicDesc: 'This is a test topic',
		};
		const items = await cloud.items(operation, run({ id: 'test01', settings }));
		expect(cloud.lines()).toEqual([
			`GET ${path('/topics?limit=50&offset=0')}`,
			`PUT ${path('/topics')}`,
		]);
		expect(cloud.body()).toEqual({
			topics: [
				{
					id: 'test01',
					retention_time: 72,
					sync_replication: false,
					sync_message_flush: false,
					new_partition_numbers: 6,
					new_partition_brokers: [0, 1, 2],
					topic_other_configs: [
						{ name: 'message.timestamp.type', value: 'LogAppendTime' },
						{ name: 'max.message.bytes', value: '10485760' },
					],
					topic_desc: 'This is a test topic',
				},
			],
		});
		expect(items).toEqual([{ name: 'test01', instance_id: id, updated: true }]);
		expect(topic()).toMatchObject({ partition: 6, description: 'This is a test topic' });
	});

	test('sends nothing that was not set, an emptied description too', async () => {
		const rows = [
			{ id: 'test01', settings: { topicDesc: '' } },
			{ id: 'wide', settings: { retentionTime: '={{ 1 }}' } },
		];
		const items = await cloud.items(operation, run(...rows));
		expect(cloud.body()).toEqual({
			topics: [
				{ id: 'test01', topic_desc: '' },
				{ id: 'wide', retention_time: 1 },
			],
		});
		expect(items.map(({ name }) => name)).toEqual(['test01', 'wide']);
	});

	test.each([
		[[], "'Topics'"],
		[[{ id: 'a' }], "'Topics' has nothing to change for a"],
		[[{ id: 'a', settings: { retentionTime: 0 } }], "'Retention (Hours)' is 0"],
		[[{ id: 'a', settings: { newPartitionNumbers: 201 } }], "'Partitions' is 201"],
		[[{ id: 'a', settings: { newPartitionBrokers: '1' } }], 'without new partitions'],
		[
			[{ id: 'a', settings: { newPartitionNumbers: 4, newPartitionBrokers: '1, x' } }],
			"'Broker IDs for New Partitions' is not a whole number",
		],
		[
			[
				{ id: 'a', settings: { retentionTime: 1 } },
				{ id: 'a', settings: { retentionTime: 2 } },
			],
			"'Topics' contains a twice",
		],
	])('refuses %j', async (rows, problem) => {
		expect(await refused(operation, run(...(rows as IDataObject[])))).toContain(problem);
	});

	test('the topics on offer are those of the instance', async () => {
		const parameters = { resource: 'topic', operation: 'update', ...here() };
		const offered = await cloud.lookUp<IDataObject[]>('loadOptions', 'getTopics', parameters);
		expect(offered.map(({ value }) => value)).toEqual(['orders/paid ü', 'test01', 'wide']);
	});
});

describe('Topic: Reassign Replicas', () => {
	const operation = 'topic/reassignReplicas';
	const partitions = (...entry: Array<[number, string]>) => ({
		...of('orders/paid ü'),
		partitions: { entry: entry.map(([partition, replicas]) => ({ partition, replicas })) },
	});

	test('sends the example', async () => {
		const [item] = await cloud.items(operation, partitions([1, '1, 2'], [0, '0,1']));
		const wanted = [
			{ partition: 1, replicas: [1, 2] },
			{ partition: 0, replicas: [0, 1] },
		];
		expect(cloud.lines()).toEqual([
			`POST ${path('/management/topics/orders%2Fpaid%20%C3%BC/replicas-reassignment')}`,
		]);
		expect(cloud.body()).toEqual({ partitions: wanted });
		expect(item).toEqual({ instance_id: id, topic: 'orders/paid ü', partitions: wanted });
		expect(topic('orders/paid ü')?.logs.map(({ replicas }) => replicas)).toEqual([
			[0, 1],
			[1, 2],
		]);
	});

	test('waits until the replicas are in place and in sync', async () => {
		const partition = (replicas: number[], inSync: boolean) => ({
			partition: 1,
			replicas: replicas.map((broker) => ({ broker, in_sync: inSync })),
		});
		for (const [i, body] of [partition([1, 0], true), partition([2, 1], false)].entries()) {
			cloud.em.faults.add({
				operation: 'ShowInstanceTopicDetail',
				nth: i + 1,
				effect: { kind: 'answer', status: 200, body: { partitions: [body] } },
			});
		}
		const parameters = { ...partitions([1, '1, 2']), ...WAITING };
		const [item] = await cloud.items(operation, parameters);
		expect(item).toMatchObject({ topic: 'orders/paid ü', status: 'in sync', completed: true });
		expect(cloud.sent('ShowInstanceTopicDetail')).toBeSent(3);
	});

	test.each([
		[
			[
				[1, '1, 2'],
				[1, '0, 1'],
			],
			"'Partitions' contains 1 twice",
		],
		[[[1, '1, 1']], "'Broker IDs' contains broker 1 twice"],
		[
			[
				[1, '1, 2'],
				[0, '1'],
			],
			'does not have the same number of entries for every partition',
		],
		[[[1, '={{ "" }}']], "'Broker IDs' is empty"],
	])('refuses %j', async (rows, problem) => {
		const parameters = partitions(...(rows as Array<[number, string]>));
		expect(await refused(operation, parameters)).toContain(problem);
	});
});

describe('Topic: Reassign Partitions', () => {
	const operation = 'topic/reassignPartitions';
	const line = () => `POST ${kafkaPath('/reassign')}`;
	const plan = (entry: unknown, options: INodeParameters = {}) => ({
		...here(),
		reassignments: { entry } as never,
		options,
	});
	const spread = [{ topic: 'test01', brokers: '0, 1, 2' }];

	test('sends the example', async () => {
		const places = ['0, 1, 2', '1,2,0', '2, 0, 1'];
		const entry = places.map((partitionBrokers, partition) => ({ partition, partitionBrokers }));
		const row = (name: string, brokers: string) => ({
			topic: name,
			brokers,
			settings: { replicationFactor: 3 },
			assignment: { entry },
		});
		const options = { throttle: 10000000, timeEstimate: false };
		const given = plan(
			[row('topic-1513476102', '0, 1, 2'), row('topic-1513558717', '0, 1, 4')],
			options,
		);
		await cloud.run(operation, given);
		const assignment = [
			{ partition: 0, partition_brokers: [0, 1, 2] },
			{ partition: 1, partition_brokers: [1, 2, 0] },
			{ partition: 2, partition_brokers: [2, 0, 1] },
		];
		expect(cloud.lines()).toEqual([line()]);
		expect(cloud.body()).toEqual({
			reassignments: [
				{ topic: 'topic-1513476102', brokers: [0, 1, 2], replication_factor: 3, assignment },
				{ topic: 'topic-1513558717', brokers: [0, 1, 4], replication_factor: 3, assignment },
			],
			throttle: 10000000,
			time_estimate: false,
		});
	});

	test('sends no more than what is set, and waits for the job', async () => {
		const [item] = await cloud.items(operation, { ...plan(spread), ...WAITING });
		expect(cloud.body('CreateKafkaReassignmentTask')).toEqual({
			reassignments: [{ topic: 'test01', brokers: [0, 1, 2] }],
		});
		expect(item).toMatchObject({ instance_id: id, status: 'SUCCESS', completed: true });
		expect(item.id).toBe(item.job_id);
	});

	test('an estimate has nothing to wait for', async () => {
		const items = await cloud.items(operation, {
			...plan(spread, { timeEstimate: true }),
			...WAITING,
		});
		expect(items).toEqual([{ reassignment_time: 5, instance_id: id }]);
		expect(cloud.lines()).toEqual([line()]);
	});

	test('at a set time', async () => {
		const executeAt = cloud.em.huawei.state.now + 60_000_000;
		const options = { isSchedule: true, executeAt };
		const [item] = await cloud.items(operation, plan(spread, options));
		expect(cloud.body()).toMatchObject({ is_schedule: true, execute_at: executeAt });
		expect(item.job_id).toBeDefined();
	});

	test.each([
		[[{ topic: 'a' }], {}, "'Broker IDs' is empty for a"],
		[[{ topic: 'a', brokers: '1, 1' }], {}, "'Broker IDs' contains broker 1 twice"],
		[
			[{ topic: 'a', brokers: '1', settings: { replicationFactor: 2 } }],
			{},
			"'Replicas' is greater",
		],
		[[...spread, ...spread], {}, "'Reassignments' contains test01 twice"],
		[spread, { isSchedule: true }, "'Start Time' is missing"],
		[spread, { executeAt: '2030-01-01' }, "'Start Time' is set without 'Start Later'"],
		[
			[
				{
					topic: 'a',
					assignment: {
						entry: [
							{ partition: 0, partitionBrokers: '1' },
							{ partition: 0, partitionBrokers: '2' },
						],
					},
				},
			],
			{},
			"'Placement' contains 0 twice",
		],
	])('refuses %j with %j', async (entry, options, problem) => {
		expect(await refused(operation, plan(entry, options as INodeParameters))).toContain(problem);
	});
});

describe('Topic Quota', () => {
	const line = (method: string) => `${method} ${enginePath('/kafka-topic-quota')}`;
	const rates = { producerByteRate: 1024, consumerByteRate: 2048 };
	const wire = { topic: 'test01', 'producer-byte-rate': 1024, 'consumer-byte-rate': 2048 };
	const quota = (name: string) => ({ topic: name, producer: 1024, consumer: 2048 });

	test('Create sends the names with hyphens, and waits for the job', async () => {
		const parameters = { ...waiting(of('test01')), options: rates };
		const [item] = await cloud.items('topicQuota/create', parameters);
		expect(cloud.lines()[0]).toBe(line('POST'));
		expect(cloud.body('CreateKafkaTopicQuota')).toEqual(wire);
		expect(item).toMatchObject({ topic: 'test01', status: 'SUCCESS', completed: true });
		expect(instance().topicQuotas).toEqual([quota('test01')]);
	});

	test('Update sends only the rate that is set', async () => {
		instance().topicQuotas = [quota('test01')];
		const options = { producerByteRate: 512 };
		const [item] = await cloud.items('topicQuota/update', { ...of('test01'), options });
		expect(cloud.lines()).toEqual([line('PUT')]);
		expect(cloud.body()).toEqual({ topic: 'test01', 'producer-byte-rate': 512 });
		expect(item).toEqual({ job_id: expect.any(String), instance_id: id, topic: 'test01' });
	});

	test('Delete sends the topic in a body, with the rates only when they are set', async () => {
		instance().topicQuotas = [quota('test01')];
		const [item] = await cloud.items('topicQuota/delete', waiting(of('test01')));
		expect(cloud.lines().slice(0, 2)).toEqual([
			`GET ${enginePath('/kafka-topic-quota?limit=100&offset=0&type=topic')}`,
			line('DELETE'),
		]);
		expect(cloud.body('DeleteKafkaTopicQuota')).toEqual({ topic: 'test01' });
		expect(item).toMatchObject({ deleted: true, topic: 'test01', completed: true });
		expect(instance().topicQuotas).toEqual([]);
		instance().topicQuotas = [quota('test01')];
		await cloud.items('topicQuota/delete', { ...of('test01'), options: rates });
		expect(cloud.body()).toEqual(wire);
	});

	test('Delete refuses a topic without quota, for which the API would accept and then fail', async () => {
		const { told } = await cloud.run('topicQuota/delete', of('test01'));
		expect(told).toContain("The topic in 'Topic' has no quota: test01");
		expect(cloud.sent('DeleteKafkaTopicQuota')).toEqual([]);
	});

	test('a job that fails is told', async () => {
		const parameters = { ...waiting(of('test01')), options: rates };
		const { told } = await cloud.run('topicQuota/update', parameters);
		expect(told).toMatch(/Background task \w+ ended with status FAILED/);
	});

	test('Create and Update refuse to go without any rate', async () => {
		for (const operation of ['topicQuota/create', 'topicQuota/update']) {
			expect(await refused(operation, of('test01'))).toContain('are both empty');
		}
	});

	test('Get Many with a search word', async () => {
		instance().topicQuotas = ['topic-01', 'topic-02'].map(quota);
		const options = { keyword: 'topic-02' };
		const items = await cloud.items('topicQuota/getAll', { ...here(), options, limit: 10 });
		expect(cloud.lines()).toEqual([
			`GET ${enginePath('/kafka-topic-quota?keyword=topic-02&limit=10&offset=0&type=topic')}`,
		]);
		expect(items).toEqual([
			{ topic: 'topic-02', 'producer-byte-rate': 1024, 'consumer-byte-rate': 2048 },
		]);
	});

	test('Get Many refuses a search word of another form', async () => {
		const told = await refused('topicQuota/getAll', { options: { keyword: '1 a' } });
		expect(told).toContain("'Search'");
	});

	describe.each(['pages', 'quotas'])('Get Many where the offset counts %s', (unit) => {
		const names = Array.from({ length: 250 }, (_, i) => `topic-${String(i).padStart(3, '0')}`);
		beforeEach(() => {
			instance().topicQuotas = names.map(quota);
			if (unit === 'pages') return;
			// What the service answers by the other reading.
			for (const offset of [0, 100, 200]) {
				const quotas = names.slice(offset, offset + 100).map((name) => ({ topic: name }));
				cloud.em.faults.add({
					operation: 'ShowKafkaTopicQuota',
					path: `offset=${offset}&`,
					effect: { kind: 'answer', status: 200, body: { quotas, count: names.length } },
				});
			}
		});

		test('reads all of them', async () => {
			const items = await cloud.items('topicQuota/getAll', { ...here(), returnAll: true });
			expect(items.map((one) => one.topic)).toEqual(names);
		});

		test('reads as many as wanted', async () => {
			const items = await cloud.items('topicQuota/getAll', { ...here(), limit: 130 });
			expect(items.map((one) => one.topic)).toEqual(names.slice(0, 130));
		});
	});
});

describe('User or Client Quota', () => {
	const line = (method: string) => `${method} ${enginePath('/kafka-user-client-quota')}`;
	const rates = { producerByteRate: 3145728, consumerByteRate: 2097152 };
	const wire = { 'producer-byte-rate': 3145728, 'consumer-byte-rate': 2097152 };
	const held = { user: '', client: '', userDefault: false, clientDefault: true, producer: 1 };

	test('Create sends the example', async () => {
		const options = { userDefault: false, clientDefault: true, ...rates };
		const [item] = await cloud.items('userQuota/create', waiting({ options }));
		const sent = { 'user-default': false, 'client-default': true, ...wire };
		expect(cloud.lines()[0]).toBe(line('POST'));
		expect(cloud.body('CreateKafkaUserClientQuotaTask')).toEqual(sent);
		expect(item).toMatchObject({ ...sent, instance_id: id, status: 'SUCCESS', completed: true });
		expect(instance().clientQuotas).toHaveLength(1);
	});

	test('Create for a user and a client', async () => {
		const who = { user: byName('reader'), client: 'app' };
		const options = { consumerByteRate: 1 };
		await cloud.items('userQuota/create', { ...here(), ...who, options });
		expect(cloud.body()).toEqual({ user: 'reader', client: 'app', 'consumer-byte-rate': 1 });
	});

	test('Update', async () => {
		instance().clientQuotas = [held];
		const options = { clientDefault: true, ...rates };
		const [item] = await cloud.items('userQuota/update', { ...here(), options });
		expect(cloud.lines()).toEqual([line('PUT')]);
		expect(cloud.body()).toEqual({ 'client-default': true, ...wire });
		expect(item.job_id).toBeDefined();
	});

	test('Delete', async () => {
		instance().clientQuotas = [held];
		const [item] = await cloud.items(
			'userQuota/delete',
			waiting({ options: { clientDefault: true } }),
		);
		expect(cloud.lines()[0]).toBe(line('DELETE'));
		expect(cloud.body('DeleteKafkaUserClientQuotaTask')).toEqual({ 'client-default': true });
		expect(item).toMatchObject({ deleted: true, completed: true });
		expect(instance().clientQuotas).toEqual([]);
	});

	test.each([
		['create', { options: rates }, "'User' and 'Client ID' are both empty"],
		['update', { options: { userDefault: false, ...rates } }, 'are both empty'],
		['delete', {}, "'User' and 'Client ID' are both empty"],
		['create', { user: 'reader', options: { userDefault: true } }, "and 'All Users' are both set"],
		['delete', { client: 'a', options: { clientDefault: true } }, "and 'All Clients' are both set"],
		['create', { client: 'a' }, "and 'Consumer Rate (Bytes/s)' are both empty"],
	])('%s refuses %j', async (operation, { user, ...others }: INodeParameters, problem) => {
		const who = user ? { user: byName(String(user)) } : {};
		expect(await refused(`userQuota/${operation}`, { ...who, ...others })).toContain(problem);
	});

	test('Get Many reads all pages, also of quotas that differ in one member only', async () => {
		instance().clientQuotas = Array.from({ length: 120 }, (_, i) => ({
			...held,
			user: `user-${i % 60}`,
			client: i < 60 ? 'a' : 'b',
			clientDefault: false,
		}));
		const items = await cloud.items('userQuota/getAll', { ...here(), returnAll: true });
		expect(items).toHaveLength(120);
		expect(cloud.lines()[0]).toBe(
			`GET ${enginePath('/kafka-user-client-quota?limit=50&offset=0')}`,
		);
	});
});

describe('Rebalance Log', () => {
	const line = (method: string) => `${method} ${enginePath('/log/rebalance-log')}`;

	test('Create, Get and Stop', async () => {
		const [made] = await cloud.items('rebalanceLog/create', waiting());
		expect(cloud.lines()[0]).toBe(line('POST'));
		expect(cloud.body('CreateKafkaRebalanceLogTask')).toBeUndefined();
		expect(made).toMatchObject({ instance_id: id, status: 'SUCCESS', completed: true });
		cloud.forget();
		const [log] = await cloud.items('rebalanceLog/get', here());
		expect(cloud.lines()).toEqual([line('GET')]);
		expect(log).toMatchObject({ instanceId: id, status: 'OPEN' });
		cloud.forget();
		const [stopped] = await cloud.items('rebalanceLog/stop', here());
		expect(cloud.lines()).toEqual([line('DELETE')]);
		expect(cloud.body()).toBeUndefined();
		expect(stopped).toEqual({ job_id: expect.any(String), instance_id: id });
	});

	test('Stop of a log that is off already is done (terraform-provider-huaweicloud: DMS.00501007)', async () => {
		expect(await cloud.items('rebalanceLog/stop', here())).toEqual([{ instance_id: id }]);
		expect(await cloud.items('rebalanceLog/stop', waiting())).toMatchObject([
			{ instance_id: id, completed: true },
		]);
	});
});
