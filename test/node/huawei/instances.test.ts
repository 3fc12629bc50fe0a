/** Every operation: what goes over the wire, what comes out, what the cloud looks like afterwards. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	K,
	WAITING,
	byId,
	byName,
	newInstance,
	newTopic,
	openCloud,
	type Cloud,
} from '../../support/stage';

const PROJECT = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';

let s: Cloud;
let id: string;
let path: string;

beforeEach(async () => {
	s = await openCloud({
		instances: [
			{
				name: 'orders',
				sslEnable: true,
				tags: [{ key: 'environment', value: 'development' }],
				topics: [{ name: 'orders.created' }, { name: 'orders.paid' }, { name: 'old' }],
				users: [{ name: 'reader' }],
			},
		],
	});
	id = s.em.huawei.state.named('orders')?.id ?? '';
	path = `/v2/${PROJECT}/instances/${id}`;
});

const of = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource,
	operation,
	...more,
});
const last = () => s.em.requests[s.em.requests.length - 1];
const line = () => `${last().method} ${last().url}`;
const sentBody = () => (last().body === '' ? undefined : (JSON.parse(last().body) as unknown));
const state = () => s.em.huawei.state;

/** Runs and gives the JSON of the items, which all belong to the first input item. */
async function items(parameters: INodeParameters): Promise<IDataObject[]> {
	const run = await s.start(parameters);
	expect(run.error).toBeUndefined();
	expect(run.output(K).every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(
		true,
	);
	return run.items(K);
}

describe('instance', () => {
	test('Get, simplified', async () => {
		const [instance] = await items(of('instance', 'get', { instanceId: byId(id) }));
		expect(line()).toBe(`GET ${path}`);
		expect(last().body).toBe('');
		expect(instance).toMatchObject({
			instance_id: id,
			name: 'orders',
			status: 'RUNNING',
			specification: expect.stringContaining('3 broker'),
		});
		expect(instance).not.toHaveProperty('vpc_id');
	});

	test('Get, raw', async () => {
		const [instance] = await items(
			of('instance', 'get', { instanceId: byId(id), simplify: false }),
		);
		expect(instance).toHaveProperty('vpc_id');
	});

	test('Get by choosing from the list', async () => {
		const instanceId = { __rl: true as const, mode: 'list', value: id, cachedResultName: 'orders' };
		const [instance] = await items(of('instance', 'get', { instanceId }));
		expect(instance.instance_id).toBe(id);
	});

	test('Get Connection Settings', async () => {
		const [settings] = await items(of('instance', 'getConnection', { instanceId: byId(id) }));
		expect(line()).toBe(`GET ${path}`);
		expect(settings).toMatchObject({
			instance_id: id,
			securityProtocol: 'SASL_SSL',
			ssl: true,
			authentication: true,
			saslMechanisms: ['SCRAM-SHA-512'],
			username: 'admin-user',
		});
		expect(String(settings.bootstrapServers).split(',')).toHaveLength(3);
		expect(settings.bootstrapServers).toMatch(/^[\d.]+:\d+(,[\d.]+:\d+){2}$/);
	});

	test('Get Many', async () => {
		const all = await items(of('instance', 'getAll'));
		expect(line()).toBe(`GET /v2/${PROJECT}/instances?engine=kafka&limit=50&offset=0`);
		expect(all.map(({ name }) => name)).toEqual(['orders']);
	});

	test('Get Many with every filter, sent as text', async () => {
		const options = {
			name: 'orders',
			exactMatchName: true,
			instanceId: id,
			status: 'RUNNING',
			includeFailure: false,
			enterpriseProjectId: '0',
		};
		expect(await items(of('instance', 'getAll', { options, limit: 7 }))).toHaveLength(1);
		expect(line()).toBe(
			`GET /v2/${PROJECT}/instances?engine=kafka&enterprise_project_id=0&exact_match_name=true&include_failure=false&instance_id=${id}&limit=7&name=orders&offset=0&status=RUNNING`,
		);
	});

	test('Create with what is required only', async () => {
		const [made] = await items(newInstance('plain-1'));
		const instance = state().named('plain-1');
		expect(made).toEqual({ instance_id: instance?.id, name: 'plain-1', created: true });
		expect(line()).toBe(`POST /v2/${PROJECT}/kafka/instances`);
		expect(sentBody()).toEqual({
			engine: 'kafka',
			name: 'plain-1',
			engine_version: '2.7',
			product_id: 'c6.2u4g.cluster',
			broker_num: 3,
			storage_space: 300,
			storage_spec_code: 'dms.physical.storage.ultra.v2',
			available_zones: [instance?.availableZones[0]],
			vpc_id: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
			subnet_id: 'b5fa806c-35e7-4299-b659-b39398dd4718',
			security_group_id: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
		});
		expect(last().headers['content-type']).toBe('application/json');
	});

	test('Create with every option', async () => {
		const options = {
			description: 'All "options"',
			sasl: {
				entry: {
					sslEnable: true,
					accessUser: 'first-user',
					password: 'Canary-pass-1',
					saslEnabledMechanisms: ['PLAIN', 'SCRAM-SHA-512'],
				},
			},
			kafkaSecurityProtocol: 'SASL_SSL',
			portProtocol: { entry: { privatePlainEnable: true, privateSaslSslEnable: true } },
			publicAccess: {
				entry: {
					enablePublicip: true,
					publicipId:
						'87864c09-b3f4-4d8b-8d46-a2eaf5e31a01,87864c09-b3f4-4d8b-8d46-a2eaf5e31a02,87864c09-b3f4-4d8b-8d46-a2eaf5e31a03',
				},
			},
			tenantIps: '192.168.0.11, 192.168.0.12',
			maintenanceWindow: { entry: { maintainBegin: '02:00', maintainEnd: '06:00' } },
			retentionPolicy: 'time_base',
			ipv6Enable: false,
			diskEncryption: {
				entry: {
					diskEncryptedEnable: true,
					diskEncryptedKey: '0d0466b0-e727-4d9c-b35d-f84bb474a37f',
				},
			},
			connectorEnable: false,
			enableAutoTopic: true,
			enterpriseProjectId: '0',
			tags: {
				entry: [
					{ key: 'environment', value: 'test' },
					{ key: 'empty', value: '' },
				],
			},
			archType: 'X86',
			vpcClientPlain: true,
			bssParam: {
				entry: {
					chargingMode: 'prePaid',
					periodType: 'month',
					periodNum: 2,
					isAutoRenew: false,
					isAutoPay: true,
				},
			},
		};
		const zones = ['cn-north-4a', 'cn-north-4b', 'cn-north-4c'];
		const [made] = await items(newInstance('full-1', { options, availableZones: zones }));
		expect(made).toMatchObject({ name: 'full-1', created: true });
		const body = sentBody() as IDataObject;
		const rest = Object.fromEntries(
			Object.entries(body).filter(([key]) => !['available_zones', 'product_id'].includes(key)),
		);
		expect(rest).toEqual({
			engine: 'kafka',
			name: 'full-1',
			engine_version: '2.7',
			broker_num: 3,
			storage_space: 300,
			storage_spec_code: 'dms.physical.storage.ultra.v2',
			vpc_id: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
			subnet_id: 'b5fa806c-35e7-4299-b659-b39398dd4718',
			security_group_id: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
			description: 'All "options"',
			ssl_enable: true,
			access_user: 'first-user',
			password: 'Canary-pass-1',
			sasl_enabled_mechanisms: ['PLAIN', 'SCRAM-SHA-512'],
			kafka_security_protocol: 'SASL_SSL',
			// A form sends all its switches, as it shows them all.
			port_protocol: {
				private_plain_enable: true,
				private_sasl_ssl_enable: true,
				private_sasl_plaintext_enable: false,
				public_plain_enable: false,
				public_sasl_ssl_enable: false,
				public_sasl_plaintext_enable: false,
			},
			enable_publicip: true,
			publicip_id:
				'87864c09-b3f4-4d8b-8d46-a2eaf5e31a01,87864c09-b3f4-4d8b-8d46-a2eaf5e31a02,87864c09-b3f4-4d8b-8d46-a2eaf5e31a03',
			tenant_ips: ['192.168.0.11', '192.168.0.12'],
			maintain_begin: '02:00',
			maintain_end: '06:00',
			retention_policy: 'time_base',
			ipv6_enable: false,
			disk_encrypted_enable: true,
			disk_encrypted_key: '0d0466b0-e727-4d9c-b35d-f84bb474a37f',
			connector_enable: false,
			enable_auto_topic: true,
			enterprise_project_id: '0',
			tags: [{ key: 'environment', value: 'test' }, { key: 'empty' }],
			arch_type: 'X86',
			vpc_client_plain: true,
			bss_param: {
				charging_mode: 'prePaid',
				period_type: 'month',
				period_num: 2,
				is_auto_renew: false,
				is_auto_pay: true,
			},
		});
		expect(body.available_zones).toEqual(zones.map(() => expect.stringMatching(/^[0-9a-f]{32}$/)));
	});

	test.each([
		['the record is late', ['team', 'kept'], undefined],
		['the service has dropped one', ['kept'], ['team']],
	])('Create with Wait looks for its tags where %s', async (_, keys, missingTags) => {
		const rows = (names: string[]) => names.map((key) => ({ key, value: 'x' }));
		const answer = (operation: string, body: IDataObject) =>
			void s.em.faults.add({
				...{ operation, times: 'always' },
				effect: { kind: 'answer', status: 200, body },
			});
		answer('ShowInstance', { status: 'RUNNING', connect_address: '192.168.0.1', tags: [] });
		answer('ShowKafkaTags', { tags: rows(keys) });
		const tags = { entry: rows(['team', 'kept']) };
		const [made] = await items(newInstance('tagged', { options: { tags }, ...WAITING }));
		expect(made).toMatchObject({ completed: true });
		const note = expect.stringMatching(
			/does not have these tags of the request: team\. Add them with 'Tag: Add'/,
		);
		expect([made.missingTags, made.note]).toEqual([missingTags, missingTags && note]);
	});

	test.each(['dms.physical.storage.general', 'dms.physical.storage.extreme'])(
		'Create with disk type %s, which only some sites have',
		async (disk) => {
			await items({ ...newInstance('orders-ssd'), storageSpecCode: disk });
			expect(sentBody()).toMatchObject({ storage_spec_code: disk });
			expect(state().named('orders-ssd')?.storageSpecCode).toBe(disk);
		},
	);

	test('Create looks zones up by code or name, and not at all for IDs', async () => {
		await items(newInstance('zone-code', { availableZones: '={{ ["cn-north-4b"] }}' }));
		await items(newInstance('zone-name', { availableZones: ['AZ2'] }));
		expect(s.sent('ListAvailableZones')).toBeSent(2);
		const zones = state().named('zone-code')?.availableZones ?? [];
		expect(state().named('zone-name')?.availableZones).toEqual(zones);
		s.em.requests.length = 0;
		await items(newInstance('zone-id', { availableZones: zones }));
		expect(s.sent('ListAvailableZones')).toBeSent(0);
	});

	test('Update, with an empty description that clears it', async () => {
		const options = {
			name: 'orders-2',
			description: '',
			maintenanceWindow: { entry: { maintainBegin: '02:00:00', maintainEnd: '06:00:00' } },
		};
		expect(await items(of('instance', 'update', { instanceId: byId(id), options }))).toEqual([
			{ instance_id: id, updated: true },
		]);
		expect(line()).toBe(`PUT ${path}`);
		expect(sentBody()).toEqual({
			...{ name: 'orders-2', description: '' },
			maintain_begin: '02:00:00',
			maintain_end: '06:00:00',
		});
	});

	test('Update leaves out the name that the instance has (terraform-provider-huaweicloud #1171)', async () => {
		const name = 'orders';
		const update = async (options: INodeParameters) =>
			await items(of('instance', 'update', { instanceId: byId(id), options }));
		await update({ name, description: 'new' });
		expect(sentBody()).toEqual({ description: 'new' });
		s.em.requests.length = 0;
		expect(await update({ name })).toMatchObject([
			{ updated: true, note: expect.stringContaining('already has this name') },
		]);
		expect(s.sent('UpdateInstance')).toBeSent(0);
	});

	test('Restart, an item for each instance', async () => {
		const other = state().seed({ name: 'restart-1' });
		expect(await items(of('instance', 'restart', { instances: [id, other.id] }))).toEqual([
			{ restarting: true, instance_id: id },
			{ restarting: true, instance_id: other.id },
		]);
		expect(line()).toBe(`POST /v2/${PROJECT}/instances/action`);
		expect(sentBody()).toEqual({ action: 'restart', instances: [id, other.id] });
		s.em.clock.advance(10 * 60_000);
	});

	test('Delete', async () => {
		const gone = state().seed({ name: 'gone-1' });
		expect(await items(of('instance', 'delete', { instanceId: byId(gone.id) }))).toEqual([
			{ deleted: true, instance_id: gone.id },
		]);
		expect(line()).toBe(`DELETE /v2/${PROJECT}/instances/${gone.id}`);
		expect(last().body).toBe('');
		expect(state().named('gone-1')?.status).toBe('DELETING');
	});

	test('Delete Many, given as a list', async () => {
		const [a, b] = ['many-1', 'many-2'].map((name) => state().seed({ name }));
		const parameters = of('instance', 'deleteMany', {
			instances: `={{ ["${a.id}", "${b.id}"] }}`,
			options: { forceDelete: true },
		});
		expect(await items(parameters)).toEqual([
			{ deleted: true, instance_id: a.id },
			{ deleted: true, instance_id: b.id },
		]);
		expect(sentBody()).toEqual({ action: 'delete', instances: [a.id, b.id], force_delete: true });
	});

	test('Delete Many of everything whose creation failed', async () => {
		state().seed({ name: 'failed-1', status: 'CREATEFAILED' });
		const parameters = of('instance', 'deleteMany', { options: { allFailure: 'kafka' } });
		expect(await items(parameters)).toEqual([{ deleted: true }]);
		expect(sentBody()).toEqual({ action: 'delete', all_failure: 'kafka' });
		expect(state().named('failed-1')?.status).toBe('DELETING');
	});
});

describe('topic', () => {
	test('Create', async () => {
		expect(await items(newTopic(id, 'plain'))).toEqual([
			{ name: 'plain', instance_id: id, created: true },
		]);
		expect(line()).toBe(`POST ${path}/topics`);
		expect(sentBody()).toEqual({ id: 'plain', partition: 3 });
	});

	test('Create with every option; off and empty are sent too', async () => {
		const options = {
			replication: 1,
			retentionTime: '={{ "24" }}',
			syncMessageFlush: false,
			syncReplication: '={{ "true" }}',
			topicOtherConfigs: { entry: [{ name: 'max.message.bytes', value: '10485760' }] },
			topicDesc: 'Orders, "new"',
		};
		await items(newTopic(id, 'full', { partition: 7, options }));
		expect(sentBody()).toEqual({
			id: 'full',
			partition: 7,
			replication: 1,
			retention_time: 24,
			sync_message_flush: false,
			sync_replication: true,
			topic_other_configs: [{ name: 'max.message.bytes', value: '10485760' }],
			topic_desc: 'Orders, "new"',
		});
	});

	test('Get Many', async () => {
		const topics = await items(of('topic', 'getAll', { instanceId: byId(id), limit: 2 }));
		expect(line()).toBe(`GET ${path}/topics?limit=2&offset=0`);
		expect(topics).toHaveLength(2);
		expect(Object.keys(topics[0])).toContain('partition');
		expect(topics[0]).not.toHaveProperty('external_configs');
	});

	test('Delete, an item for each topic', async () => {
		const parameters = of('topic', 'delete', { instanceId: byId(id), topics: 'old, orders.paid' });
		expect(await items(parameters)).toEqual([
			{ deleted: true, name: 'old' },
			{ deleted: true, name: 'orders.paid' },
		]);
		expect(line()).toBe(`POST ${path}/topics/delete`);
		expect(sentBody()).toEqual({ topics: ['old', 'orders.paid'] });
		expect(
			state()
				.named('orders')
				?.topics.some(({ name }) => name === 'old'),
		).toBe(false);
	});
});

describe('user', () => {
	test('Create', async () => {
		const parameters = of('user', 'create', {
			instanceId: byId(id),
			userName: 'orders-service',
			userPasswd: 'Canary-pass-2',
			options: { userDesc: 'For orders' },
		});
		expect(await items(parameters)).toEqual([
			{ user_name: 'orders-service', instance_id: id, created: true },
		]);
		expect(line()).toBe(`POST ${path}/users`);
		expect(sentBody()).toEqual({
			user_name: 'orders-service',
			user_passwd: 'Canary-pass-2',
			user_desc: 'For orders',
		});
	});

	test('Get Many, within the limit', async () => {
		const users = await items(of('user', 'getAll', { instanceId: byId(id), limit: 2 }));
		expect(line()).toBe(`GET ${path}/users`);
		expect(users).toHaveLength(2);
	});
});

/** Permissions to set, which take a background task. */
const topics = {
	entry: [
		{
			name: 'orders.paid',
			policies: { entry: [{ userName: 'reader', accessPolicy: 'sub' }] },
		},
	],
};

describe('permission', () => {
	test('Set and Get', async () => {
		const [job] = await items(of('permission', 'set', { instanceId: byId(id), topics }));
		expect(line()).toBe(`POST /v1/${PROJECT}/instances/${id}/topics/accesspolicy`);
		expect(sentBody()).toEqual({
			topics: [{ name: 'orders.paid', policies: [{ user_name: 'reader', access_policy: 'sub' }] }],
		});
		const policies = [{ user_name: 'reader', access_policy: 'sub' }];
		expect(job).toEqual({
			job_id: expect.any(String),
			instance_id: id,
			topics: [{ name: 'orders.paid', policies }],
		});
		s.em.clock.advance(60_000);

		const topic = byName('orders.paid');
		const [permissions] = await items(of('permission', 'get', { instanceId: byId(id), topic }));
		expect(line()).toBe(`GET /v1/${PROJECT}/instances/${id}/topics/orders.paid/accesspolicy`);
		expect(permissions).toMatchObject({
			name: 'orders.paid',
			policies: [{ user_name: 'reader', access_policy: 'sub' }],
		});
	});

	test('a topic name is one segment of the path, whatever it holds', async () => {
		const topic = byName('a/../b?c#d%2F{project_id}');
		await s.start(of('permission', 'get', { instanceId: byId(id), topic }));
		expect(last().url).toBe(
			`/v1/${PROJECT}/instances/${id}/topics/a%2F..%2Fb%3Fc%23d%252F%7Bproject_id%7D/accesspolicy`,
		);
	});
});

describe('background task', () => {
	test('Get Many and Get', async () => {
		await items(of('permission', 'set', { instanceId: byId(id), topics }));
		s.em.clock.advance(60_000);
		const options = { beginTime: '20200101000000', endTime: '={{ 20991231235959 }}' };
		const tasks = await items(of('backgroundTask', 'getAll', { instanceId: byId(id), options }));
		expect(line()).toBe(
			`GET ${path}/tasks?begin_time=20200101000000&end_time=20991231235959&limit=50&start=1`,
		);
		expect(tasks[0]).toMatchObject({ name: 'updateTopicPolicies', status: 'SUCCESS' });

		const taskId = byId(String(tasks[0].id));
		expect(await items(of('backgroundTask', 'get', { instanceId: byId(id), taskId }))).toEqual([
			tasks[0],
		]);
		expect(line()).toBe(`GET ${path}/tasks/${String(tasks[0].id)}`);
	});
});

describe('tag', () => {
	const tags = { entry: [{ key: 'team', value: 'orders' }] };

	test('Add, Get Many, Get Many in Project, Remove', async () => {
		const instanceId = byId(id);
		expect(await items(of('tag', 'add', { instanceId, tags }))).toEqual([
			{ instance_id: id, added: true, tags: [{ key: 'team', value: 'orders' }] },
		]);
		expect(line()).toBe(`POST /v2/${PROJECT}/kafka/${id}/tags/action`);
		expect(sentBody()).toEqual({ action: 'create', tags: [{ key: 'team', value: 'orders' }] });

		expect(await items(of('tag', 'getAll', { instanceId }))).toContainEqual({
			key: 'team',
			value: 'orders',
		});
		expect(line()).toBe(`GET /v2/${PROJECT}/kafka/${id}/tags`);

		const project = await items(of('tag', 'getProject'));
		expect(line()).toBe(`GET /v2/${PROJECT}/kafka/tags`);
		expect(project).toContainEqual({ key: 'team', values: ['orders'] });

		expect(await items(of('tag', 'remove', { instanceId, tags }))).toEqual([
			{ instance_id: id, removed: true, tags: [{ key: 'team', value: 'orders' }] },
		]);
		expect(sentBody()).toEqual({ action: 'delete', tags: [{ key: 'team', value: 'orders' }] });
		expect(
			state()
				.named('orders')
				?.tags.map(({ key }) => key),
		).toEqual(['environment']);
	});
});

describe('lookup', () => {
	test('Get Products', async () => {
		const all = await items(of('lookup', 'getProducts'));
		expect(line()).toBe('GET /v2/kafka/products');
		expect(all.length).toBeGreaterThan(1);
		const one = await items(
			of('lookup', 'getProducts', { options: { productId: 'c6.4u8g.cluster' } }),
		);
		expect(line()).toBe('GET /v2/kafka/products?product_id=c6.4u8g.cluster');
		expect(one.map(({ product_id }) => product_id)).toEqual(['c6.4u8g.cluster']);
	});

	test('Get Availability Zones', async () => {
		const zones = await items(of('lookup', 'getZones'));
		expect(line()).toBe('GET /v2/available-zones');
		expect(zones[0]).toMatchObject({ code: 'cn-north-4a', soldOut: false });
		expect(zones[0]).not.toHaveProperty('remain_time');
	});
});
