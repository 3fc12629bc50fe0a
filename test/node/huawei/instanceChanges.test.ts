/** Instances, their configuration, Kafka Manager and the cluster: each operation through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault, type HuaweiInstance } from '../../../emulator';
import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let id: string;
const instance = (name = 'orders') => cloud.em.huawei.state.named(name) as HuaweiInstance;
const here = () => ({ instanceId: byId(id) });
const path = (rest: string) => `/v2/{project}/instances/${id}${rest}`;
const kafkaPath = (rest: string) => `/v2/{project}/kafka/instances/${id}${rest}`;
const waiting = (more: INodeParameters = {}): INodeParameters => ({
	...here(),
	...WAITING,
	...more,
});
const PASSWORD = 'Ne1Secret!word';

beforeAll(async () => {
	cloud = await openCloud({}, { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	const topics = [{ name: 'created', partition: 3, messages: [{ value: 'x'.repeat(5000) }] }];
	const groups = [{ name: 'readers', offsets: [{ topic: 'created', partition: 0, offset: 1 }] }];
	const seed = { name: `orders-${Math.random()}`, sslEnable: true, topics, groups };
	id = cloud.em.huawei.state.seed(seed).id;
	current().name = 'orders';
});
afterEach(() => {
	current().gone = true;
});
const current = () =>
	cloud.em.huawei.state.instances.find((one) => one.id === id) as HuaweiInstance;

/** Runs what has to be refused before anything is sent. */
async function refused(operation: string, parameters: INodeParameters): Promise<string> {
	const { told } = await cloud.run(operation, { ...here(), ...parameters });
	expect(cloud.em.requests).toEqual([]);
	return told;
}

describe('Instance: Reset Password', () => {
	const run = async (newPassword: string) =>
		await cloud.run('instance/resetPassword', { ...here(), newPassword });

	test('sets it, and it never comes out', async () => {
		const { items, run: outcome } = await run(PASSWORD);
		expect(cloud.lines()).toEqual([`POST ${path('/password')}`]);
		expect(cloud.body()).toEqual({ new_password: PASSWORD });
		expect(items).toEqual([{ instance_id: id, updated: true }]);
		expect(instance().users[0].password).toBe(PASSWORD);
		expect(JSON.stringify(outcome.items('K'))).not.toContain(PASSWORD);
	});

	test.each(['short1!', '-Secret1word', 'onlylowercase'])('refuses %s', async (newPassword) => {
		const told = await refused('instance/resetPassword', { newPassword });
		expect(told).toContain("'Password'");
		expect(told).not.toContain(newPassword);
	});

	test('says so when the instance has no SASL', async () => {
		current().sslEnable = false;
		const { told } = await run(PASSWORD);
		expect(told).toContain('DMS.00400971');
		expect(told).not.toContain(PASSWORD);
	});
});

describe('Instance: Set Auto Topic Creation', () => {
	const operation = 'instance/setAutoTopic';
	const old = { id: 'old', name: 'modifyAutoTopic', params: '{}', status: 'SUCCESS' as const };

	test('sends true, and false too', async () => {
		const [on] = await cloud.items(operation, { ...here(), enableAutoTopic: true });
		expect(cloud.lines()).toEqual([`POST ${path('/autotopic')}`]);
		expect(cloud.body()).toEqual({ enable_auto_topic: true });
		expect(on).toEqual({ instance_id: id, enable_auto_topic: true, updated: true });
		await cloud.items(operation, waiting({ enableAutoTopic: false }));
		expect(cloud.body('UpdateInstanceAutoCreateTopic')).toEqual({ enable_auto_topic: false });
	});

	test('waits for its own task, never for an older one of the name', async () => {
		const { now } = cloud.em.huawei.state;
		const times = { createdAt: now, updatedAt: now, listedFrom: now };
		for (let n = 0; n < 130; n++) current().tasks.push({ ...old, id: `old-${n}`, ...times });
		current().durations.taskListed = 300_000;
		current().durations.task = 600_000;
		const [item] = await cloud.items(operation, waiting({ enableAutoTopic: true }));
		expect(item).toMatchObject({
			instance_id: id,
			name: 'modifyAutoTopic',
			status: 'SUCCESS',
			completed: true,
			enable_auto_topic: true,
		});
		expect(item.id).not.toMatch(/^old/);
		expect(instance().enableAutoTopic).toBe(true);
		const change = cloud.em.requests.findIndex(({ method }) => method === 'POST');
		expect(cloud.lines().slice(0, change)).toEqual([
			`GET ${path('/tasks?limit=100&start=1')}`,
			`GET ${path('/tasks?limit=100&start=100')}`,
		]);
	});

	test('does not look at tasks without waiting', async () => {
		await cloud.items(operation, { ...here(), enableAutoTopic: true });
		expect(cloud.sent('ListBackgroundTasks')).toEqual([]);
	});

	test('fails with its task', async () => {
		current().failingTasks = ['modifyAutoTopic'];
		const { told } = await cloud.run(operation, waiting({ enableAutoTopic: true }));
		expect(told).toContain(
			`Background task modifyAutoTopic of instance ${id} ended with status FAILED`,
		);
	});

	test('ends without a task when the setting is as wanted', async () => {
		cloud.em.faults.add({
			operation: 'UpdateInstanceAutoCreateTopic',
			effect: { kind: 'answer', status: 200, body: '' },
		});
		const [item] = await cloud.items(operation, waiting({ enableAutoTopic: false }));
		expect(item).toMatchObject({ enable_auto_topic: false, status: 'RUNNING', completed: true });
		expect(cloud.sent('ShowInstance').length).toBeGreaterThan(4);
	});

	test('goes on looking while the task is not listed and the setting is old', async () => {
		cloud.em.faults.add({
			operation: 'UpdateInstanceAutoCreateTopic',
			effect: { kind: 'answer', status: 200, body: '' },
		});
		const waitOptions = { pollInterval: 15, maximumWait: 12, whenTimeRunsOut: 'passOn' };
		const [item] = await cloud.items(operation, waiting({ enableAutoTopic: true, waitOptions }));
		expect(item.completed).toBe(false);
		expect(cloud.sent('ShowInstance').length).toBeGreaterThan(7);
	});
});

describe('Instance: Update Cross-VPC Addresses', () => {
	const operation = 'instanceMaintenance/updateCrossVpc';
	const example = {
		'192.168.245.246': '192.168.245.247',
		'192.168.197.36': '192.168.197.38',
		'192.168.190.11': '192.168.190.11',
	};
	const form = (addresses: Record<string, string>) => ({
		entry: Object.entries(addresses).map(([ip, advertisedIp]) => ({ ip, advertisedIp })),
	});
	beforeEach(() => {
		current().brokerIps = Object.keys(example);
	});

	test('sends the form as a map, and gives an item a broker', async () => {
		const items = await cloud.items(operation, {
			...here(),
			advertisedIpContents: form(example),
		});
		expect(cloud.lines()).toEqual([`GET ${path('')}`, `POST ${path('/crossvpc/modify')}`]);
		expect(cloud.body()).toEqual({ advertised_ip_contents: example });
		expect(items).toEqual(
			Object.entries(example).map(([ip, advertised_ip]) => ({
				instance_id: id,
				ip,
				advertised_ip,
				success: true,
			})),
		);
		expect(instance().advertisedIps['192.168.197.36']).toBe('192.168.197.38');
	});

	test('fails for the brokers that were not changed', async () => {
		const partly = { ...example, '192.168.190.11': 'no host' };
		const parameters = { ...here(), advertisedIpContents: form(partly) };
		const { told } = await cloud.run(operation, parameters);
		expect(told).toContain('the address of broker 192.168.190.11 was not changed');
		expect(told).toContain('The rest of the batch succeeded');
		const { items } = await cloud.run(operation, parameters, { onError: 'continueRegularOutput' });
		expect(items).toHaveLength(3);
		expect(items[2].error).toContain('192.168.190.11');
	});

	test('refuses a list that leaves a broker out', async () => {
		const two = Object.fromEntries(Object.entries(example).slice(0, 2));
		const { told } = await cloud.run(operation, { ...here(), advertisedIpContents: form(two) });
		expect(told).toContain("'Addresses' does not include these brokers: 192.168.190.11");
		expect(cloud.sent('UpdateInstanceCrossVpcIp')).toEqual([]);
	});

	test('refuses an empty list, and a broker given twice', async () => {
		const none = { advertisedIpContents: {} };
		expect(await refused(operation, none)).toContain("'Addresses'");
		const entry = { ip: '192.168.0.1', advertisedIp: 'a' };
		const told = await refused(operation, { advertisedIpContents: { entry: [entry, entry] } });
		expect(told).toContain("'Addresses' contains '192.168.0.1' twice");
	});
});

describe('Instance: Resize', () => {
	const operation = 'instance/resize';
	const line = () => `POST ${kafkaPath('/extend')}`;

	test.each([
		['storage', { operType: 'storage', newStorageSpace: 600 }, { new_storage_space: 600 }],
		[
			'horizontal',
			{
				operType: 'horizontal',
				newStorageSpace: 400,
				newBrokerNum: 4,
				options: { tenantIps: '192.168.0.10' },
			},
			{ new_storage_space: 400, new_broker_num: 4, tenant_ips: ['192.168.0.10'] },
		],
		[
			'vertical',
			{ operType: 'vertical', newProductId: 'c6.4u8g.cluster' },
			{ new_product_id: 'c6.4u8g.cluster' },
		],
	])('sends what belongs to %s', async (type, parameters, body) => {
		const [item] = await cloud.items(operation, { ...here(), ...parameters });
		expect(cloud.lines()).toEqual([line()]);
		expect(cloud.body()).toEqual({ oper_type: type, ...body });
		expect(item).toEqual({ job_id: expect.any(String), instance_id: id, oper_type: type, ...body });
	});

	test('sends the example with three addresses', async () => {
		const options = { tenantIps: ['192.168.0.10', '192.168.0.10', '192.168.0.10'] };
		const operType = 'horizontal';
		await cloud.run(operation, {
			...here(),
			operType,
			newStorageSpace: 1600,
			newBrokerNum: 4,
			options,
		});
		expect(cloud.body()).toEqual({
			oper_type: 'horizontal',
			new_storage_space: 1600,
			new_broker_num: 4,
			tenant_ips: ['192.168.0.10', '192.168.0.10', '192.168.0.10'],
		});
	});

	test('sends nothing else when the kind comes from an expression', async () => {
		await cloud.items(operation, {
			...here(),
			operType: '={{ "storage" }}',
			newStorageSpace: 600,
			newBrokerNum: 7,
			newProductId: 'left over',
		});
		expect(cloud.body()).toEqual({ oper_type: 'storage', new_storage_space: 600 });
	});

	test.each([
		[{ operType: 'vertical' }, "'New Flavor Name or ID' is empty"],
		[{ operType: '={{ "vertical" }}' }, "'New Flavor Name or ID' is empty"],
		[{ operType: 'storage', newStorageSpace: '={{ null }}' }, "'New Storage (GB)' is empty"],
		[{ operType: 'horizontal', newBrokerNum: 51 }, "'New Brokers' is 51"],
		[{ operType: 'sideways' }, "'What to Resize' cannot be 'sideways'"],
		[
			{ operType: 'storage', options: { publicipId: 'a' } },
			"'Elastic IP Names or IDs' applies only to",
		],
		[
			{ operType: 'vertical', newProductId: 'x', options: { tenantIps: '10.0.0.1' } },
			'applies only to',
		],
		[
			{ operType: 'storage', options: { secondTenantSubnetId: 'a' } },
			"'Standby Subnet' applies only",
		],
		[
			{ operType: 'horizontal', newBrokerNum: 1, options: { tenantIps: '10.0.0.1, 10.0.0.2' } },
			'has more entries than the number of new brokers',
		],
	])('refuses %j', async (parameters, problem) => {
		expect(await refused(operation, parameters as INodeParameters)).toContain(problem);
	});

	test('waits over EXTENDING until it runs again', async () => {
		const parameters = waiting({ operType: 'storage', newStorageSpace: 600 });
		const [item] = await cloud.items(operation, parameters);
		expect(item).toMatchObject({
			instance_id: id,
			status: 'RUNNING',
			completed: true,
			total_storage_space: 600,
		});
	});

	test('does not take RUNNING before it began for the end', async () => {
		current().durations.extendLag = 300_000;
		const parameters = waiting({ operType: 'horizontal', newStorageSpace: 400, newBrokerNum: 4 });
		const [item] = await cloud.items(operation, parameters);
		expect(item).toMatchObject({ status: 'RUNNING', completed: true, new_broker_num: 4 });
		expect(cloud.sent('ShowInstance').length).toBeGreaterThan(2);
	});

	test('takes the new value for the end when EXTENDING was too short to be seen', async () => {
		Object.assign(current().durations, { extendLag: 0, extend: 1 });
		const parameters = waiting({ operType: 'vertical', newProductId: 'c6.4u8g.cluster' });
		const [item] = await cloud.items(operation, parameters);
		expect(item).toMatchObject({ status: 'RUNNING', new_product_id: 'c6.4u8g.cluster' });
	});

	test('tells of an instance that runs again with the old size', async () => {
		const shows = (times: number | 'always', status: string) =>
			void cloud.em.faults.add({
				...{ operation: 'ShowInstance', times },
				effect: {
					...{ kind: 'answer', status: 200 },
					body: { instance_id: id, status, total_storage_space: 300 },
				} as never,
			});
		shows(4, 'EXTENDING');
		shows('always', 'RUNNING');
		const parameters = waiting({ operType: 'storage', newStorageSpace: 600 });
		const [item] = await cloud.items(operation, parameters);
		expect(item).toMatchObject({ resized: false, total_storage_space: 300 });
		expect(item.note).toContain('does not show the requested size');
		cloud.em.faults.clear();
	});

	test('fails with EXTENDEDFAILED', async () => {
		current().failingTasks = ['extendInstance'];
		const { told } = await cloud.run(
			operation,
			waiting({ operType: 'storage', newStorageSpace: 600 }),
		);
		expect(told).toContain(`Instance ${id} ended with status EXTENDEDFAILED`);
	});

	test('Get Resize Options', async () => {
		const items = await cloud.items('instance/getResizeOptions', here());
		expect(cloud.lines()).toEqual([`GET ${kafkaPath('/extend?type=advanced')}`]);
		expect(items[0]).toHaveProperty('product_id');
	});

	test('the flavors on offer depend on the instance', async () => {
		const parameters = { resource: 'instance', operation: 'resize', ...here() };
		const offered = await cloud.lookUp<IDataObject[]>(
			'loadOptions',
			'getResizeProducts',
			parameters,
		);
		expect(cloud.lines()).toEqual([`GET ${kafkaPath('/extend?type=advanced')}`]);
		expect(offered[0]).toMatchObject({ value: expect.stringMatching(/cluster$/) });
	});
});

describe('Instance Configuration', () => {
	const example = [
		{ name: 'connections.max.idle.ms', value: '500000' },
		{ name: 'log.retention.hours', value: '66' },
	];

	test('Get', async () => {
		const items = await cloud.items('configuration/get', here());
		expect(cloud.lines()).toEqual([`GET ${path('/configs')}`]);
		expect(items).toContainEqual(
			expect.objectContaining({ name: 'min.insync.replicas', value: '1' }),
		);
	});

	test('Update sends values as text, and waits for the job', async () => {
		const entry = [example[0], { name: 'log.retention.hours', value: 66 }];
		const [item] = await cloud.items('configuration/update', waiting({ kafkaConfigs: { entry } }));
		const [{ method, url }] = cloud.sent('ModifyInstanceConfigs');
		expect(`${method} ${url}`.replace(/0a1b[0-9a-f]*/, '{project}')).toBe(
			`PUT ${path('/configs')}`,
		);
		expect(cloud.body('ModifyInstanceConfigs')).toEqual({ kafka_configs: example });
		expect(item).toMatchObject({
			instance_id: id,
			static_config: 2,
			dynamic_config: 0,
			status: 'SUCCESS',
			completed: true,
		});
	});

	test('waits for a job that is not listed yet', async () => {
		current().durations.taskListed = 600_000;
		const parameters = waiting({ kafkaConfigs: { entry: example } });
		const [item] = await cloud.items('configuration/update', parameters);
		expect(item).toMatchObject({ status: 'SUCCESS', completed: true });
		expect(cloud.sent('ShowBackgroundTask').some(({ status }) => status === 404)).toBe(true);
	});

	test('refuses an empty form and an empty value', async () => {
		const told = await refused('configuration/update', { kafkaConfigs: {} });
		expect(told).toContain("'Parameters'");
		const entry = [{ name: 'log.retention.hours', value: '={{ "" }}' }];
		expect(await refused('configuration/update', { kafkaConfigs: { entry } })).toContain("'Value'");
	});

	test('the parameters on offer show what they are now', async () => {
		const parameters = { resource: 'configuration', operation: 'update', ...here() };
		const offered = await cloud.lookUp<IDataObject[]>('loadOptions', 'getParameters', parameters);
		expect(offered).toContainEqual({
			name: 'min.insync.replicas',
			value: 'min.insync.replicas',
			description: 'Current: 1, allowed: 1~3, dynamic',
		});
	});
});

describe('Kafka Manager', () => {
	test('Reset Password', async () => {
		const items = await cloud.items('kafkaManager/resetPassword', {
			...here(),
			newPassword: PASSWORD,
		});
		expect(cloud.lines()).toEqual([`PUT ${path('/kafka-manager-password')}`]);
		expect(cloud.body()).toEqual({ new_password: PASSWORD });
		expect(items).toEqual([{ instance_id: id, updated: true }]);
		expect(instance().managerPassword).toBe(PASSWORD);
	});

	test('Reset Password refuses to send none', async () => {
		const told = await refused('kafkaManager/resetPassword', { newPassword: '={{ "" }}' });
		expect(told).toContain("'Password' is empty");
	});

	test('Restart', async () => {
		const items = await cloud.items('kafkaManager/restart', here());
		expect(cloud.lines()).toEqual([`PUT ${path('/restart-kafka-manager')}`]);
		expect(cloud.body()).toBeUndefined();
		expect(items).toEqual([{ instance_id: id, result: 'success' }]);
	});

	test('Restart that did not work', async () => {
		const body = { result: 'failed', instance_id: id };
		const effect = { kind: 'answer', status: 200, body } as const;
		cloud.em.faults.add({ operation: 'RestartManager', effect });
		const { told } = await cloud.run('kafkaManager/restart', here());
		expect(told).toMatch(/^Restart kafka manager did not succeed: the result is failed/);
	});

	test('Disable', async () => {
		const items = await cloud.items('kafkaManager/disable', here());
		expect(cloud.lines()).toEqual([`DELETE ${kafkaPath('/management')}`]);
		expect(cloud.body()).toBeUndefined();
		expect(items).toEqual([{ instance_id: id, disabled: true }]);
		expect(instance().managerClosed).toBe(true);
	});
});

describe('Cluster', () => {
	test('Get Metadata', async () => {
		const [cluster] = await cloud.items('cluster/getMetadata', here());
		expect(cloud.lines()).toEqual([`GET ${path('/management/cluster')}`]);
		expect(cluster).toMatchObject({ controller: '0', topics_count: 1, partitions_count: 3 });
		expect(cluster.brokers).toHaveLength(3);
	});

	test('Get Coordinators', async () => {
		const items = await cloud.items('cluster/getCoordinators', here());
		expect(cloud.lines()).toEqual([`GET ${path('/management/coordinators')}`]);
		expect(items).toEqual([expect.objectContaining({ group_id: 'readers' })]);
	});

	test('Get Disk Usage of Topics sends only what is set, as text', async () => {
		const items = await cloud.items('cluster/getDiskUsage', here());
		expect(cloud.lines()).toEqual([`GET ${path('/topics/diskusage')}`]);
		expect(items.map(({ broker_name }) => broker_name)).toEqual([
			'broker-0',
			'broker-1',
			'broker-2',
		]);
		cloud.forget();
		const options = { minSize: '1K', top: 1, percentage: 0 };
		await cloud.items('cluster/getDiskUsage', { ...here(), options });
		expect(cloud.lines()).toEqual([
			`GET ${path('/topics/diskusage?minSize=1K&percentage=0&top=1')}`,
		]);
	});

	test('Get Disk Usage of Topics refuses a size of the list that is none', async () => {
		const refusal = (options: INodeParameters) => refused('cluster/getDiskUsage', { options });
		expect(await refusal({ top: 1001 })).toContain("'Largest Partitions' is 1001");
		expect(await refusal({ percentage: '10%' })).toContain("'Minimum Share (%)'");
	});

	test('Get Monitoring Dimensions', async () => {
		const [item] = await cloud.items('cluster/getMonitoring', here());
		expect(cloud.lines()).toEqual([`GET ${path('/ces-hierarchy')}`]);
		expect(item).toMatchObject({ instance_ids: [{ name: id }], queues: [{ name: 'created' }] });
	});

	test('a request that came too fast is sent again', async () => {
		cloud.em.faults.add({ operation: 'ShowCluster', effect: fault.flowControl() });
		await cloud.items('cluster/getMetadata', here());
		expect(cloud.sent('ShowCluster')).toBeSent(2);
	});
});
