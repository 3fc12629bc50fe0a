import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { zonesOf } from '../../../emulator/huawei/model/catalogue';
import { callOperation, code, operate, type Operation } from './operate';

let emulator: Emulator;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const run = (operation: string, given: Operation = {}) => operate(emulator, operation, given);

const order = (over: Record<string, unknown> = {}) => ({
	name: 'kafka-v1',
	engine: 'kafka',
	engine_version: '2.3.0',
	specification: '300MB',
	storage_space: 1200,
	partition_num: '900',
	vpc_id: 'vpc',
	security_group_id: 'group',
	subnet_id: 'subnet',
	available_zones: [zonesOf(EXAMPLE.huawei.region)[0].id],
	product_id: '00300-30310-0--0',
	kafka_manager_user: 'manager',
	kafka_manager_password: 'Secret-123',
	storage_spec_code: 'dms.physical.storage.ultra',
	...over,
});
const create = (over?: Record<string, unknown>) => run('V1CreateInstance', { body: order(over) });

describe('instances of V1', () => {
	test('are those of V2', async () => {
		const tags = [{ key: 'env', value: 'test' }];
		const { instance_id } = (await create({ tags })).body;
		emulator.clock.advance(20 * 60_000);
		const path = { instance_id };
		const shown = (await run('V1ShowInstance', { path })).body;
		expect(shown).toMatchObject({
			status: 'RUNNING',
			specification: '300MB',
			resource_spec_code: 'dms.instance.kafka.cluster.c3.small.2',
			partition_num: '900',
			kafka_manager_user: 'manager',
			tags,
		});
		const current = (await run('ShowInstance', { path })).body;
		expect(shown.connect_addresses).toBe(current.connect_address);
		expect(current).toMatchObject({ broker_num: 3, total_storage_space: 1200 });

		const change = { name: 'renamed', maintain_begin: '22:00:00', maintain_end: '02:00:00' };
		expect((await run('V1UpdateInstance', { path, body: change })).status).toBe(204);
		expect((await run('ShowInstance', { path })).body).toMatchObject(change);
		expect((await run('V1DeleteInstance', { path })).status).toBe(204);
		expect((await run('V1ListInstances')).body).toEqual({ instances: [], instance_num: 0 });
	});

	test.each<[string, Record<string, unknown>, string]>([
		['no such product', { product_id: 'c6.2u4g.cluster' }, 'DMS.00400009'],
		['another bandwidth', { specification: '100MB' }, 'DMS.00400062'],
		['another partition limit', { partition_num: 300 }, 'DMS.00400062'],
		['too little storage', { storage_space: 600 }, 'DMS.00400500'],
		['no such zone', { available_zones: ['a'] }, 'DMS.00400042'],
		['SASL without a user', { ssl_enable: true }, 'DMS.00400015'],
		['a weak password', { kafka_manager_password: 'secretsecret' }, 'DMS.00400012'],
		['a bad name', { name: '1a' }, 'DMS.00400010'],
		[
			'a disk the bandwidth is not sold with',
			{
				specification: '600MB',
				product_id: '00300-30312-0--0',
				partition_num: 1800,
				storage_space: 2400,
				storage_spec_code: 'dms.physical.storage.high',
			},
			'DMS.00400062',
		],
	])('%s is refused', async (_what, over, expected) => {
		expect(code(await create(over))).toEqual([400, expected]);
	});

	test('are listed by its own parameters, restarted and deleted in batches', async () => {
		const seeds = ['alpha', 'alphabet'].map((name) => emulator.huawei.state.seed({ name }));
		emulator.huawei.state.seed({ name: 'broken', status: 'CREATEFAILED' });
		const names = async (query: Operation['query'] = {}) => {
			const { instances } = (await run('V1ListInstances', { query })).body;
			return instances.map((instance: { name: string }) => instance.name);
		};
		expect(await names()).toEqual(['alphabet', 'alpha']);
		expect(await names({ name: 'alpha', exactMatchName: 'true', status: '' })).toEqual(['alpha']);
		expect(await names({ id: seeds[1].id })).toEqual(['alphabet']);
		expect(await names({ includeFailure: 'true' })).toContain('broken');

		const batch = (body: unknown) => run('V1BatchRestartOrDeleteInstances', { body });
		const { results } = (await batch({ action: 'restart', instances: [seeds[0].id] })).body;
		expect(results).toEqual([{ instance: seeds[0].id, result: 'success' }]);
		emulator.clock.advance(10_000);
		expect(await names({ status: 'RESTARTING' })).toEqual(['alpha']);
		expect(code(await batch({ action: 'delete', instances: [] }))).toEqual([400, 'DMS.00400065']);
	});

	test('failed ones are deleted together, without a body in the answer', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'broken', status: 'CREATEFAILED' });
		const body = { action: 'delete', allFailure: 'kafka' };
		const reply = await callOperation(emulator, 'V1BatchRestartOrDeleteInstances', { body });
		expect([reply.status, reply.text]).toEqual([204, '']);
		expect((await run('ShowInstance', { path: { instance_id: id } })).body.status).toBe('DELETING');
	});

	test('an order under the path with the engine', async () => {
		const body = {
			name: 'by-engine',
			engine: 'kafka',
			engine_version: '2.7',
			broker_num: 3,
			storage_space: 600,
			vpc_id: 'vpc',
			security_group_id: 'group',
			subnet_id: 'subnet',
			available_zones: [zonesOf(EXAMPLE.huawei.region)[0].id],
			product_id: 'c6.2u4g.cluster',
			storage_spec_code: 'dms.physical.storage.ultra.v2',
			arch_type: 'X86',
		};
		const { instance_id } = (await run('CreateInstanceByEngine', { body })).body;
		expect((await run('ShowInstance', { path: { instance_id } })).body.name).toBe('by-engine');
		const wrong = run('CreateInstanceByEngine', { body: { ...body, name: '1a' } });
		expect(code(await wrong)).toEqual([400, 'DMS.00400010']);
	});
});

test('topics of V1 are those of V2', async () => {
	const path = { instance_id: emulator.huawei.state.seed({ name: 'topics' }).id };
	const created = await run('V1CreateTopic', { path, body: { id: 'orders', partition: 6 } });
	expect(created.body).toEqual({ id: 'orders' });
	const again = run('V1CreateTopic', { path, body: { id: 'orders' } });
	expect(code(await again)).toEqual([400, 'DMS.40050005']);
	expect((await run('V1ListTopics', { path })).body).toMatchObject({
		total: 1,
		remain_partitions: 744,
		topics: [{ id: 'orders', partition: 6, sync_replication: 'false' }],
	});
	expect((await run('ListInstanceTopics', { path })).body.topics[0].name).toBe('orders');
	const removed = await run('V1BatchDeleteTopics', { path, body: { topics: ['orders'] } });
	expect(removed.body.topics).toEqual([{ id: 'orders', success: true }]);
});

test('catalogues of V1', async () => {
	const zones = (await run('V1ListAvailableZones')).body;
	expect(zones.available_zones[3]).toMatchObject({ soldOut: true, resource_availability: 'false' });
	const windows = (await run('V1ListMaintainWindows')).body.maintain_windows;
	expect(windows[0]).toMatchObject({ begin: '22:00:00', end: '02:00:00' });
	const { Hourly } = (await run('V1ListProducts', { query: { engine: 'kafka' } })).body;
	const [value] = Hourly[0].values;
	expect(value.available_zones).toEqual(
		zonesOf(EXAMPLE.huawei.region)
			.slice(0, 3)
			.map((z) => z.id),
	);
	expect(value.detail[0]).toMatchObject({
		bandwidth: '100MB',
		unavailable_zones: [zones.available_zones[3].id],
	});
});

describe('look-ups', () => {
	const seeded = () =>
		emulator.huawei.state.seed({
			name: 'look-ups',
			topics: [{ name: 'orders', partition: 2, replication: 2 }],
			groups: [
				{ name: 'idle' },
				{ name: 'readers', offsets: [{ topic: 'orders', partition: 1, offset: 0 }] },
			],
		});

	test('cluster and coordinators', async () => {
		const instance = seeded();
		const path = { instance_id: instance.id };
		const { cluster } = (await run('ShowCluster', { path })).body;
		expect(cluster).toMatchObject({
			controller: '0',
			topics_count: 1,
			partitions_count: 2,
			replicas_count: 4,
			consumers_count: 2,
		});
		expect(cluster.brokers[2]).toMatchObject({ host: instance.brokerIps[2], broker_id: '2' });
		expect((await run('ShowCoordinators', { path })).body.coordinators[1]).toEqual({
			group_id: 'readers',
			id: 1,
			host: instance.brokerIps[1],
			port: 9092,
		});
	});

	test('what can be monitored', async () => {
		const instance = seeded();
		const { body } = await run('ShowCesHierarchy', { path: { instance_id: instance.id } });
		expect(body).toMatchObject({
			instance_ids: [{ name: instance.id }],
			nodes: [{ name: 'broker-0' }, {}, {}],
			queues: [{ name: 'orders', partitions: [{ name: '0' }, { name: '1' }] }],
			groups: [
				{ name: 'idle', queues: [] },
				{ name: 'readers', queues: [{ name: 'orders', partitions: [{ name: '1' }] }] },
			],
		});
	});

	test('vCPUs of an instance with a product', async () => {
		const { id } = seeded();
		const cores = (query: Operation['query']) => run('ShowKafkaProductCores', { query });
		const query = { instance_id: id, product_id: 'c6.4u8g.cluster', broker_num: '3' };
		expect((await cores(query)).body).toEqual({
			core_num: 12,
			total_extend_storage_space: 300,
		});
		expect(code(await cores({ ...query, broker_num: '2' }))).toEqual([400, 'DMS.00400062']);
		expect(code(await cores({ ...query, product_id: 'x' }))).toEqual([400, 'DMS.00400009']);
		expect(code(await cores({ ...query, instance_id: 'x' }))).toEqual([400, 'DMS.00400030']);
	});
});
