import {
	startEmulator,
	type Emulator,
	type HuaweiInstance,
	type InstanceSeed,
} from '../../../emulator';
import { code, operate, type Operation } from './operate';

const MINUTE = 60_000;

let emulator: Emulator;
let instance: HuaweiInstance;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const seed = (given: Partial<InstanceSeed> = {}) => {
	instance = emulator.huawei.state.seed({ name: 'settings', ...given });
};
const run = (operation: string, { path, ...given }: Operation = {}) =>
	operate(emulator, operation, { path: { instance_id: instance.id, ...path }, ...given });
const show = async () => (await run('ShowInstance')).body;
const task = async (task_id: string) =>
	(await run('ShowBackgroundTask', { path: { task_id } })).body.tasks[0];
const tasks = async () => (await run('ListBackgroundTasks')).body.tasks;

describe('resize', () => {
	const resize = (body: unknown) => run('ResizeKafkaInstance', { body });

	test('storage: RUNNING for a while, EXTENDING, then RUNNING with the new size', async () => {
		seed();
		const { job_id } = (await resize({ oper_type: 'storage', new_storage_space: 600 })).body;
		expect(await show()).toMatchObject({ status: 'RUNNING', total_storage_space: 300 });
		const again = { oper_type: 'storage', new_storage_space: 900 };
		expect(code(await resize(again))).toEqual([400, 'DMS.00400017']);
		emulator.clock.advance(5000);
		expect(await show()).toMatchObject({ status: 'EXTENDING', total_storage_space: 300 });
		expect(code(await resize(again))).toEqual([400, 'DMS.00400026']);
		expect((await task(job_id)).status).toBe('EXECUTING');
		emulator.clock.advance(10 * MINUTE);
		expect(await show()).toMatchObject({
			status: 'RUNNING',
			total_storage_space: 600,
			extend_times: 1,
		});
		expect((await task(job_id)).status).toBe('SUCCESS');
	});

	test('brokers, with the storage each has', async () => {
		seed({ enablePublicIp: true, publicIpIds: ['a', 'b', 'c'], topics: [{ name: 'orders' }] });
		await resize({
			oper_type: 'horizontal',
			new_broker_num: 5,
			new_storage_space: 500,
			tenant_ips: ['192.168.0.250'],
			publicip_id: 'd,e',
		});
		emulator.clock.advance(11 * MINUTE);
		const shown = await show();
		expect(shown).toMatchObject({ broker_num: 5, node_num: 5, total_storage_space: 500 });
		const addresses = shown.connect_address.split(',');
		expect(addresses[3]).toBe('192.168.0.250');
		expect(new Set(addresses).size).toBe(5);
		expect(Object.keys(JSON.parse(shown.cross_vpc_info))).toEqual(addresses);
		expect(new Set(shown.public_connect_address.split(',')).size).toBe(5);
		expect((await run('ListInstanceTopics')).body.max_partitions).toBe(1250);
	});

	test('flavor', async () => {
		seed();
		await resize({ oper_type: 'vertical', new_product_id: 'kafka.4u8g.cluster' });
		emulator.clock.advance(11 * MINUTE);
		expect(await show()).toMatchObject({ status: 'RUNNING', product_id: 'c6.4u8g.cluster' });
	});

	test('a task that fails leaves EXTENDEDFAILED and the old size', async () => {
		seed({ failingTasks: ['extendInstance'] });
		const body = { oper_type: 'storage', new_storage_space: 600 };
		const { job_id } = (await run('ResizeEngineInstance', { body })).body;
		emulator.clock.advance(11 * MINUTE);
		expect(await show()).toMatchObject({ status: 'EXTENDEDFAILED', total_storage_space: 300 });
		expect((await task(job_id)).status).toBe('FAILED');
	});

	test.each<[string, Record<string, unknown>, string]>([
		['less than 100 GB more a broker', { new_storage_space: 599 }, 'DMS.00400500'],
		['more than the flavor holds', { new_storage_space: 300_001 }, 'DMS.00400500'],
		['no size', {}, 'DMS.00400062'],
		['fewer brokers', { new_broker_num: 2, new_storage_space: 200 }, 'DMS.00400062'],
		['too many brokers', { new_broker_num: 31, new_storage_space: 3100 }, 'DMS.00400062'],
		['brokers of another storage', { new_broker_num: 4, new_storage_space: 500 }, 'DMS.00400500'],
		['brokers without storage', { new_broker_num: 4 }, 'DMS.00400062'],
		[
			'an EIP without public access',
			{ new_broker_num: 4, new_storage_space: 400, publicip_id: 'a' },
			'DMS.00400128',
		],
		[
			'more addresses than new brokers',
			{ new_broker_num: 4, new_storage_space: 400, tenant_ips: ['a', 'b'] },
			'DMS.00400062',
		],
		['a smaller flavor', { new_product_id: 'c6.2u4g.cluster' }, 'DMS.00400062'],
		['no such flavor', { new_product_id: 'c9' }, 'DMS.00400009'],
		['no flavor', { oper_type: 'vertical' }, 'DMS.00400062'],
	])('%s is refused', async (_what, body, expected) => {
		seed();
		const oper_type =
			'new_broker_num' in body ? 'horizontal' : 'new_product_id' in body ? 'vertical' : 'storage';
		expect(code(await resize({ oper_type, ...body }))).toEqual([400, expected]);
	});

	test('neither a pre-paid instance nor one expanded 20 times grows', async () => {
		const body = { oper_type: 'storage', new_storage_space: 600 };
		seed({ prePaid: true });
		emulator.clock.advance(MINUTE);
		expect(code(await resize(body))).toEqual([400, 'DMS.00400062']);
		seed();
		instance.extendTimes = 20;
		expect(code(await resize(body))).toEqual([400, 'DMS.00400124']);
	});

	test('products to grow to are those at least as large', async () => {
		seed({ productId: 'c6.8u16g.cluster' });
		const query = { type: 'advanced' };
		const { products } = (await run('ShowKafkaInstanceExtendProductInfo', { query })).body;
		expect(products.map((p: { product_id: string }) => p.product_id)).toEqual([
			'c6.8u16g.cluster',
			'c6.12u24g.cluster',
			'c6.16u32g.cluster',
		]);
		expect(products[0].unavailable_zones).toHaveLength(1);
	});
});

describe('configuration parameters', () => {
	const modify = (...pairs: Array<[string, string]>) => {
		const kafka_configs = pairs.map(([name, value]) => ({ name, value }));
		return run('ModifyInstanceConfigs', { body: { kafka_configs } });
	};
	const value = async (name: string) => {
		const { kafka_configs } = (await run('ShowInstanceConfigs')).body;
		return kafka_configs.find((c: { name: string }) => c.name === name).value;
	};

	test('dynamic ones are in force after the task, static ones after a restart', async () => {
		seed();
		const answer = await modify(['log.retention.hours', '66'], ['message.max.bytes', '1000']);
		expect(answer.body).toMatchObject({ static_config: 1, dynamic_config: 1 });
		expect(code(await modify(['num.partitions', '4']))).toEqual([400, 'DMS.00400017']);
		expect(await value('message.max.bytes')).toBe('10485760');
		emulator.clock.advance(10_000);
		expect((await task(answer.body.job_id)).status).toBe('SUCCESS');
		expect(await value('message.max.bytes')).toBe('1000');
		expect(await value('log.retention.hours')).toBe('72');
		const body = { action: 'restart', instances: [instance.id] };
		await run('BatchRestartOrDeleteInstances', { body });
		emulator.clock.advance(4 * MINUTE);
		expect(await value('log.retention.hours')).toBe('66');
	});

	test.each([
		['no.such.parameter', '1'],
		['num.partitions', '201'],
		['num.partitions', 'x'],
		['unclean.leader.election.enable', 'yes'],
	])('%s=%s is refused by name', async (name, given) => {
		seed();
		const reply = await modify([name, given]);
		expect(code(reply)).toEqual([400, 'DMS.00400066']);
		expect(reply.body.error_msg).toBe(`Invalid configuration parameter ${name}=${given}.`);
	});

	test('none is refused', async () => {
		seed();
		expect(code(await modify())).toEqual([400, 'DMS.00400062']);
	});
});

describe('Kafka Manager', () => {
	const reset = (new_password: string) => run('ResetManagerPassword', { body: { new_password } });

	test('is restarted and gets a password', async () => {
		seed();
		expect((await run('RestartManager')).body.result).toBe('success');
		expect((await reset('Secret-123')).status).toBe(204);
		expect(instance.managerPassword).toBe('Secret-123');
		expect((await run('ResetManagerPassword', { body: {} })).status).toBe(204);
		expect(code(await reset('secretsecret'))).toEqual([400, 'DMS.00400012']);
	});

	test('closed, it takes the management paths along', async () => {
		seed({ topics: [{ name: 'orders' }] });
		const detail = () => run('ShowInstanceTopicDetail', { path: { topic: 'orders' } });
		expect((await detail()).status).toBe(200);
		expect((await run('CloseKafkaManager')).status).toBe(200);
		expect((await show()).management_connect_address).toBe('');
		for (const reply of [detail(), run('RestartManager'), run('ShowCluster')]) {
			expect(code(await reply)).toEqual([400, 'DMS.00400062']);
		}
	});
});

describe('access', () => {
	test('automatic topic creation is switched by a task that is found by its name', async () => {
		seed();
		const body = { enable_auto_topic: true };
		expect((await run('UpdateInstanceAutoCreateTopic', { body })).status).toBe(200);
		expect((await show()).enable_auto_topic).toBe(false);
		emulator.clock.advance(10_000);
		expect((await show()).enable_auto_topic).toBe(true);
		expect(await tasks()).toMatchObject([
			{
				name: 'modifyAutoTopic',
				status: 'SUCCESS',
				params: '{"old_auto_status":false,"new_auto_status":true}',
			},
		]);
	});

	test('cross-VPC addresses: every broker is named, results are told one by one', async () => {
		seed();
		const modify = (advertised_ip_contents: Record<string, string>) =>
			run('UpdateInstanceCrossVpcIp', { body: { advertised_ip_contents } });
		const [first, second, third] = instance.brokerIps;
		expect(code(await modify({ [first]: '10.1.1.1' }))).toEqual([400, 'DMS.00400062']);
		const rest = { [second]: second, [third]: 'broker.example.com' };
		expect((await modify({ [first]: '10.1.1.1', ...rest })).body.success).toBe(true);
		const info = JSON.parse((await show()).cross_vpc_info);
		expect(info[first].advertised_ip).toBe('10.1.1.1');
		expect(info[third].advertised_ip).toBe('broker.example.com');
		const partly = (await modify({ [first]: first, ...rest, '10.9.9.9': '10.1.1.2' })).body;
		expect(partly.success).toBe(false);
		expect(partly.results).toHaveLength(4);
		expect(partly.results[3]).toEqual({
			ip: '10.9.9.9',
			advertised_ip: '10.1.1.2',
			success: false,
		});
	});
});

describe('users', () => {
	test('passwords are set, of the first user under its own path', async () => {
		seed({ sslEnable: true, users: [{ name: 'reader' }] });
		const set = (user_name: string, new_password: string) =>
			run('ResetUserPasswrod', { path: { user_name }, body: { new_password } });
		expect((await set('reader', 'Secret-123')).status).toBe(204);
		expect(code(await set('nobody', 'Secret-123'))).toEqual([400, 'DMS.00400062']);
		expect(code(await set('reader', 'secretsecret'))).toEqual([400, 'DMS.00400012']);
		expect(code(await set('reader', 'short'))).toEqual([400, 'DMS.00400012']);
		instance.users[1].name = '321-terceS';
		expect(code(await set('321-terceS', 'Secret-123'))).toEqual([400, 'DMS.00400019']);
		const body = { new_password: 'Secret-456' };
		expect((await run('ResetPassword', { body })).status).toBe(204);
		expect(instance.users.map((user) => user.password)).toEqual(['Secret-456', 'Secret-123']);
	});

	test('are deleted with their permissions; one that does not exist is no error', async () => {
		seed({
			sslEnable: true,
			users: [{ name: 'reader' }, { name: 'writer' }],
			topics: [{ name: 'orders', policies: { reader: 'sub', writer: 'pub' } }],
		});
		const body = { action: 'delete', users: ['reader', 'nobody'] };
		expect((await run('BatchDeleteInstanceUsers', { body })).status).toBe(204);
		expect(instance.users.map((user) => user.name)).toEqual(['admin-user', 'writer']);
		expect(instance.topics[0].policies).toEqual({ writer: 'pub' });
	});

	test('an instance without SASL has no password', async () => {
		seed();
		const body = { new_password: 'Secret-456' };
		expect(code(await run('ResetPassword', { body }))).toEqual([400, 'DMS.00400971']);
	});
});
