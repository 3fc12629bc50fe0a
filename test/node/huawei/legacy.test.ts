/** The Legacy API: V1, and V2 under the paths it had before, each operation through n8n. */
import type { INodeParameters } from 'n8n-workflow';

import type { HuaweiInstance } from '../../../emulator';
import { ERROR_CODES } from '../../../nodes/HuaweiCloudKafka/api/errorCodes';
import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';
import v1Errors from '../../../emulator/api/huawei/_errors_v1_zh.json';

let cloud: Cloud;
beforeEach(async () => {
	cloud = await openCloud(
		{
			instances: [
				{ name: 'orders', topics: [{ name: 'created' }, { name: 'paid' }, { name: 'old' }] },
				{ name: 'other' },
			],
		},
		{ tick: 90_000 },
	);
});

const state = () => cloud.em.huawei.state;
const instance = () => state().named('orders') as HuaweiInstance;
const here = () => ({ instanceId: byId(instance().id) });
const v1 = (rest = '') => `/v1.0/{project}/instances${rest}`;
const writes = () => cloud.lines().filter((line) => !line.startsWith('GET'));

const NEW: INodeParameters = {
	name: 'kafka-test',
	engineVersion: '2.3.0',
	specification: '100MB',
	storageSpace: 600,
	partitionNum: '300',
	productId: '00300-30308-0--0',
	storageSpecCode: 'dms.physical.storage.ultra',
	availableZones: ['cn-north-4a'],
	vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
	subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
	securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
	kafkaManagerUser: 'manager',
	kafkaManagerPassword: 'Canary-manager-1',
};

test('Create Instance with what is required, and waiting for it', async () => {
	const [made] = await cloud.items('legacyApi/v1CreateInstance', { ...NEW, ...WAITING });
	const created = state().named('kafka-test');
	expect(writes()).toEqual([`POST ${v1()}`]);
	expect(cloud.body('V1CreateInstance')).toEqual({
		engine: 'kafka',
		name: 'kafka-test',
		engine_version: '2.3.0',
		specification: '100MB',
		storage_space: 600,
		partition_num: '300',
		product_id: '00300-30308-0--0',
		storage_spec_code: 'dms.physical.storage.ultra',
		available_zones: created?.availableZones,
		vpc_id: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
		subnet_id: 'b5fa806c-35e7-4299-b659-b39398dd4718',
		security_group_id: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
		kafka_manager_user: 'manager',
		kafka_manager_password: 'Canary-manager-1',
	});
	expect(made).toMatchObject({ instance_id: created?.id, created: true, completed: true });
	expect(JSON.stringify(made)).not.toContain('Canary');
});

test('Create Instance with every option', async () => {
	const options = {
		description: 'd',
		sslEnable: true,
		accessUser: 'first-user',
		password: 'Canary-pass-1',
		maintainBegin: '22:00:00',
		maintainEnd: '02:00:00',
		retentionPolicy: 'produce_reject',
		enableAutoTopic: true,
		enterpriseProjectId: '0',
		tags: { entry: [{ key: 'environment', value: 'development' }] },
	};
	await cloud.items('legacyApi/v1CreateInstance', { ...NEW, options });
	expect(cloud.body('V1CreateInstance')).toMatchObject({
		description: 'd',
		ssl_enable: true,
		access_user: 'first-user',
		password: 'Canary-pass-1',
		maintain_begin: '22:00:00',
		maintain_end: '02:00:00',
		retention_policy: 'produce_reject',
		enable_auto_topic: true,
		enterprise_project_id: '0',
		tags: [{ key: 'environment', value: 'development' }],
	});
});

test.each<[INodeParameters, string]>([
	[{ specification: '300MB', partitionNum: '900' }, "'Storage (GB)' is 600"],
	[{ partitionNum: '900' }, "'Maximum Partitions' is 900"],
	[
		{
			specification: '600MB',
			partitionNum: '1800',
			storageSpace: 2400,
			storageSpecCode: 'dms.physical.storage.high',
		},
		"'Disk Type' is High I/O",
	],
	[{ availableZones: ['a', 'b'] }, 'has two zones'],
	[{ options: { sslEnable: true, password: 'Canary-pass-1' } }, "'SASL User' is missing"],
	[{ options: { maintainBegin: '22:00:00' } }, "'Maintenance Window End' is missing"],
	[
		{ options: { maintainBegin: '22:00:00', maintainEnd: '10:00:00' } },
		"'Maintenance Window End' is 10:00:00",
	],
	[{ kafkaManagerPassword: 'short' }, "'Kafka Manager Password' is too short"],
	[{ options: { tags: { entry: [{ key: 'a', value: '' }] } } }, "'Value' is empty"],
	[{ options: { tags: { entry: [{ key: 'a=b', value: 'c' }] } } }, "'Key' has an invalid format"],
])('Create Instance with %p sends nothing', async (more, message) => {
	const { told } = await cloud.run('legacyApi/v1CreateInstance', { ...NEW, ...more });
	expect(told).toContain(message);
	expect(cloud.lines()).toEqual([]);
});

test('Update, Get, Get Many and Delete Instance', async () => {
	const { id } = instance();
	const options = {
		name: 'dms002',
		description: '',
		maintainBegin: '02:00:00',
		maintainEnd: '06:00:00',
	};
	expect(await cloud.items('legacyApi/v1UpdateInstance', { ...here(), options })).toEqual([
		{ instance_id: id, updated: true },
	]);
	expect(cloud.lines().at(-1)).toBe(`PUT ${v1(`/${id}`)}`);
	expect(cloud.body()).toEqual({
		name: 'dms002',
		description: '',
		maintain_begin: '02:00:00',
		maintain_end: '06:00:00',
	});
	cloud.forget();
	const one = { instanceId: byId(id) };
	expect(await cloud.items('legacyApi/v1GetInstance', one)).toMatchObject([
		{ instance_id: id, name: 'dms002', status: 'RUNNING' },
	]);
	const filters = {
		name: 'dms002',
		id,
		status: 'RUNNING',
		includeFailure: true,
		exactMatchName: false,
		enterpriseProjectId: '0',
	};
	const found = await cloud.items('legacyApi/v1GetInstances', { options: filters });
	expect(found).toMatchObject([{ instance_id: id }]);
	expect(cloud.lines()).toEqual([
		`GET ${v1(`/${id}`)}`,
		`GET ${v1(`?engine=kafka&enterprise_project_id=0&exactMatchName=false&id=${id}&includeFailure=true&name=dms002&status=RUNNING`)}`,
	]);
	cloud.forget();
	const [deleted] = await cloud.items('legacyApi/v1DeleteInstance', { ...one, ...WAITING });
	expect(deleted).toMatchObject({ deleted: true, instance_id: id, completed: true });
	expect(writes()).toEqual([`DELETE ${v1(`/${id}`)}`]);
	expect(state().named('dms002')).toBeUndefined();
});

test('Update without a setting sends nothing', async () => {
	const { told } = await cloud.run('legacyApi/v1UpdateInstance', here());
	expect(told).toContain("'Options' has nothing to change");
	expect(cloud.lines()).toEqual([]);
});

test('Restart and Delete Many Instances', async () => {
	const both = [instance(), state().named('other') as HuaweiInstance];
	const instances = both.map(({ id }) => id);
	// Longer than several looks, none of which must miss it.
	for (const { durations } of both) durations.restart = 60 * 60_000;
	const restarted = await cloud.items('legacyApi/v1RestartInstances', { instances, ...WAITING });
	expect(restarted).toMatchObject(instances.map((id) => ({ instance_id: id, completed: true })));
	expect(writes()).toEqual([`POST ${v1('/action')}`]);
	expect(cloud.body('V1BatchRestartOrDeleteInstances')).toEqual({ action: 'restart', instances });
	cloud.forget();
	const deleted = await cloud.items('legacyApi/v1DeleteInstances', { instances });
	expect(deleted).toEqual(instances.map((id) => ({ deleted: true, instance_id: id })));
	expect(cloud.body()).toEqual({ action: 'delete', instances });
	cloud.forget();
	const options = { allFailure: 'kafka' };
	expect(await cloud.items('legacyApi/v1DeleteInstances', { options })).toEqual([
		{ deleted: true },
	]);
	expect(cloud.body()).toEqual({ action: 'delete', allFailure: 'kafka' });
	cloud.forget();
	const { told } = await cloud.run('legacyApi/v1DeleteInstances', { instances, options });
	expect(told).toContain("'Instance Names or IDs' and 'All Failed Instances' are both set");
	expect(cloud.lines()).toEqual([]);
});

test('topics', async () => {
	const { id } = instance();
	const options = {
		partition: 3,
		replication: 3,
		syncReplication: true,
		retentionTime: 10,
		syncMessageFlush: false,
	};
	const topic = { ...here(), topicName: 'haha', options };
	expect(await cloud.items('legacyApi/v1CreateTopic', topic)).toEqual([
		{ name: 'haha', instance_id: id, created: true },
	]);
	expect(cloud.lines()).toEqual([`POST ${v1(`/${id}/topics`)}`]);
	expect(cloud.body()).toEqual({
		id: 'haha',
		partition: 3,
		replication: 3,
		sync_replication: true,
		retention_time: 10,
		sync_message_flush: false,
	});
	cloud.forget();
	const listed = await cloud.items('legacyApi/v1GetTopics', { ...here(), returnAll: true });
	expect(listed.map((one) => one.id).sort()).toEqual(['created', 'haha', 'old', 'paid']);
	expect(cloud.lines()).toEqual([`GET ${v1(`/${id}/topics`)}`]);
	const gone = await cloud.items('legacyApi/v1DeleteTopics', { ...here(), topics: 'haha, old' });
	expect(gone).toEqual([
		{ deleted: true, name: 'haha' },
		{ deleted: true, name: 'old' },
	]);
	expect(cloud.body()).toEqual({ topics: ['haha', 'old'] });
	const { told } = await cloud.run('legacyApi/v1CreateTopic', { ...here(), topicName: 'a.b.c' });
	expect(told).toContain("'Topic Name' has an invalid format");
});

test('look-ups', async () => {
	const zones = await cloud.items('legacyApi/v1GetZones');
	expect(zones).toContainEqual(expect.objectContaining({ code: 'cn-north-4a' }));
	expect(await cloud.items('legacyApi/v1GetProducts')).toContainEqual(
		expect.objectContaining({ name: 'kafka', values: expect.any(Array) }),
	);
	const windows = await cloud.items('legacyApi/v1GetMaintenanceWindows');
	expect(windows.find((window) => window.default)).toMatchObject({ begin: '02:00:00' });
	expect(cloud.lines()).toEqual([
		'GET /v1.0/availableZones',
		'GET /v1.0/products?engine=kafka',
		'GET /v1.0/instances/maintain-windows',
	]);
});

describe('V2 under its old paths', () => {
	const old = (rest = '') => `/v2/kafka/{project}/instances${rest}`;

	test('Create Instance', async () => {
		await cloud.items('legacyApi/createInstanceByEngine', {
			...NEW,
			engineVersion: '2.7',
			productId: 'c6.2u4g.cluster',
			brokerNum: 3,
			storageSpace: 300,
			storageSpecCode: 'dms.physical.storage.ultra.v2',
			options: {
				description: '',
				maintenanceWindow: { entry: { maintainBegin: '02:00', maintainEnd: '06:00' } },
				archType: 'X86',
			},
		});
		expect(writes()).toEqual([`POST ${old()}`]);
		expect(cloud.body('CreateInstanceByEngine')).toEqual({
			engine: 'kafka',
			description: '',
			name: 'kafka-test',
			engine_version: '2.7',
			product_id: 'c6.2u4g.cluster',
			broker_num: 3,
			storage_space: 300,
			storage_spec_code: 'dms.physical.storage.ultra.v2',
			available_zones: state().named('kafka-test')?.availableZones,
			vpc_id: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
			subnet_id: 'b5fa806c-35e7-4299-b659-b39398dd4718',
			security_group_id: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
			maintain_begin: '02:00',
			maintain_end: '06:00',
			arch_type: 'X86',
		});
	});

	test('Resize Instance, waiting for it, and what it can be resized to', async () => {
		const more = { ...here(), operType: 'storage', newStorageSpace: 600, ...WAITING };
		const [done] = await cloud.items('legacyApi/resizeInstanceByEngine', more);
		expect(writes()).toEqual([`POST ${old(`/${instance().id}/extend`)}`]);
		expect(cloud.body('ResizeEngineInstance')).toEqual({
			oper_type: 'storage',
			new_storage_space: 600,
		});
		expect(done).toMatchObject({ completed: true, total_storage_space: 600 });
		cloud.forget();
		const products = await cloud.items('legacyApi/getResizeOptionsByEngine', here());
		expect(products.length).toBeGreaterThan(0);
		expect(cloud.lines()).toEqual([`GET ${old(`/${instance().id}/extend?type=advanced`)}`]);
	});

	test('Reassign Partitions', async () => {
		const entry = [{ topic: 'created', brokers: '0, 1, 2' }];
		const more = { ...here(), reassignments: { entry }, ...WAITING };
		const [done] = await cloud.items('legacyApi/reassignPartitionsOldPath', more);
		expect(writes()).toEqual([`POST ${old(`/${instance().id}/reassign`)}`]);
		expect(cloud.body('CreateReassignmentTask')).toEqual({
			reassignments: [{ topic: 'created', brokers: [0, 1, 2] }],
		});
		expect(done).toMatchObject({ status: 'SUCCESS', completed: true });
	});
});

test('every code of V1 is known in plain words', () => {
	expect(v1Errors).toHaveLength(85);
	for (const { code } of v1Errors) {
		expect(Object.keys(ERROR_CODES)).toContain(code);
		expect(ERROR_CODES[code].join(' ')).toMatch(/^[A-Za-z][^{}]+\. [A-Z][^{}]+\.$/);
		expect(ERROR_CODES[code].join(' ')).not.toMatch(/[^\x20-\x7e]/);
	}
});

test.each(['111404002', '111400026'])('code %s from the service is decoded', async (error_code) => {
	cloud.em.faults.add({
		operation: 'V1ShowInstance',
		times: 'always',
		effect: { kind: 'answer', status: 400, body: { error_code, error_msg: '实例' } },
	});
	const { told } = await cloud.run('legacyApi/v1GetInstance', here());
	const meaning = ERROR_CODES[error_code][0].replace(/\.$/, '').slice(1);
	expect(told).toContain(meaning);
	expect(cloud.lines()).toHaveLength(error_code === '111400026' ? 5 : 1);
});
