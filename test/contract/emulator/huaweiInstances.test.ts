import { EXAMPLE, startEmulator, type Emulator } from '../../../emulator';
import { zonesOf } from '../../../emulator/huawei/model/catalogue';
import { callHuawei, dms, type HuaweiCall, type Reply } from './client';
import { nonconformities } from './conform';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let emulator: Emulator;
beforeEach(async () => void (emulator = await startEmulator({ speed: 0 })));
afterEach(() => emulator.close());

const call = (given: HuaweiCall) => callHuawei(emulator, given);
const show = (id: string) => call({ path: dms(`/instances/${id}`) });
const list = (query: Record<string, string> = {}) =>
	call({ path: dms('/instances'), query: { engine: 'kafka', ...query } });
const names = (reply: Reply) => reply.body.instances.map((i: { name: string }) => i.name);
const act = (body: Record<string, unknown>) =>
	call({ method: 'POST', path: dms('/instances/action'), body });
const code = (reply: Reply) => [reply.status, reply.body?.error_code];

const order = (over: Record<string, unknown> = {}) => ({
	name: 'kafka-orders',
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
	...over,
});
const create = (over?: Record<string, unknown>) =>
	call({ method: 'POST', path: dms('/kafka/instances'), body: order(over) });

describe('life cycle', () => {
	test('creating, running, then reachable', async () => {
		const created = await create({ tags: [{ key: 'env', value: 'test' }] });
		expect(nonconformities('huawei', 'CreatePostPaidKafkaInstance', created)).toEqual([]);
		const id: string = created.body.instance_id;
		const creating = await show(id);
		expect(nonconformities('huawei', 'ShowInstance', creating)).toEqual([]);
		expect(creating.body).toMatchObject({ status: 'CREATING', connect_address: '' });

		emulator.clock.advance(10 * MINUTE - 1);
		expect((await show(id)).body.status).toBe('CREATING');
		emulator.clock.advance(1);
		expect((await show(id)).body).toMatchObject({ status: 'RUNNING', cross_vpc_info: '' });
		emulator.clock.advance(20 * SECOND);
		const ready = (await show(id)).body;
		expect(ready.connect_address.split(',')).toHaveLength(3);
		expect(Object.keys(JSON.parse(ready.cross_vpc_info))).toEqual(ready.connect_address.split(','));
		const listed = await list();
		expect(nonconformities('huawei', 'ListInstances', listed)).toEqual([]);
		// Only the detail tells who manages the instance.
		const { kafka_manager_user: _, ...row } = ready as Record<string, unknown>;
		expect(listed.body).toEqual({ instances: [row], instance_num: 1 });
	});

	test('tasks fail by plan', async () => {
		emulator.huawei.state.plans.push({ name: 'kafka-orders', failingTasks: ['modifyAutoTopic'] });
		await create();
		emulator.clock.advance(10 * MINUTE);
		const [instance] = emulator.huawei.state.instances;
		const path = dms(`/instances/${instance.id}/autotopic`);
		await call({ method: 'POST', path, body: { enable_auto_topic: true } });
		emulator.clock.advance(MINUTE);
		expect(emulator.huawei.state.instances[0].tasks).toMatchObject([{ status: 'FAILED' }]);
		expect(instance.enableAutoTopic).toBe(false);
	});

	test('a creation fails by name or by plan and is left out of the list', async () => {
		emulator.huawei.state.plans.push({ name: 'planned', createFails: true });
		const { instance_id } = (await create({ name: 'createfail-1' })).body;
		await create({ name: 'planned' });
		emulator.clock.advance(10 * MINUTE);
		expect((await show(instance_id)).body.status).toBe('CREATEFAILED');
		expect(names(await list())).toEqual([]);
		expect(names(await list({ include_failure: 'true' }))).toEqual(['planned', 'createfail-1']);

		const removed = await act({ action: 'delete', all_failure: 'kafka' });
		expect([removed.status, removed.text]).toEqual([204, '']);
		expect(names(await list({ include_failure: 'true' }))).toEqual([]);
	});

	test('a restart still reads RUNNING for a few seconds', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'ready' });
		const answer = await act({ action: 'restart', instances: [id] });
		expect(nonconformities('huawei', 'BatchRestartOrDeleteInstances', answer)).toEqual([]);
		expect(answer.body.results).toEqual([{ result: 'success', instance: id }]);
		expect((await show(id)).body.status).toBe('RUNNING');
		emulator.clock.advance(5 * SECOND);
		expect((await show(id)).body.status).toBe('RESTARTING');
		expect(code(await act({ action: 'delete', instances: [id] }))).toEqual([400, 'DMS.00400099']);
		emulator.clock.advance(3 * MINUTE);
		expect((await show(id)).body.status).toBe('RUNNING');
	});

	test('an instance being deleted leaves the list at once and the detail at the end', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'doomed', durations: { deleteError: 1000 } });
		const answer = await call({ method: 'DELETE', path: dms(`/instances/${id}`) });
		expect(nonconformities('huawei', 'DeleteInstance', answer)).toEqual([]);
		expect(names(await list())).toEqual([]);
		expect((await show(id)).body.status).toBe('DELETING');
		emulator.clock.advance(2 * MINUTE);
		expect((await show(id)).body.status).toBe('ERROR');
		emulator.clock.advance(1000);
		expect((await show(id)).body.status).toBe('DELETING');
		emulator.clock.advance(2 * MINUTE);
		expect(code(await show(id))).toEqual([404, 'DMS.00404022']);
		expect(emulator.huawei.state.instances).toEqual([]);
	});

	test('a pre-paid instance appears late and is not deleted here', async () => {
		const bss_param = { charging_mode: 'prePaid', period_type: 'month', period_num: 1 };
		const { instance_id } = (await create({ bss_param })).body;
		expect(code(await show(instance_id))).toEqual([404, 'DMS.00404022']);
		emulator.clock.advance(20 * MINUTE);
		expect((await show(instance_id)).body).toMatchObject({ charging_mode: 0, status: 'RUNNING' });
		const refused = await call({ method: 'DELETE', path: dms(`/instances/${instance_id}`) });
		expect(code(refused)).toEqual([400, 'DMS.00400026']);
	});
});

describe('order of an instance', () => {
	const zones = zonesOf(EXAMPLE.huawei.region);
	test.each<[string, Record<string, unknown>, string]>([
		['a zone code instead of its ID', { available_zones: [zones[0].code] }, 'DMS.00400042'],
		['a sold out zone', { available_zones: [zones[3].id] }, 'DMS.00400055'],
		['two zones', { available_zones: [zones[0].id, zones[1].id] }, 'DMS.00400062'],
		['an unknown product', { product_id: 'c9.huge' }, 'DMS.00400009'],
		['an unknown version', { engine_version: '0.9' }, 'DMS.00400008'],
		['too many brokers for the product', { broker_num: 31, storage_space: 9000 }, 'DMS.00400062'],
		['too little storage for the brokers', { broker_num: 4, storage_space: 300 }, 'DMS.00400500'],
		['a blank VPC', { vpc_id: ' ' }, 'DMS.00400013'],
		['SASL without user', { ssl_enable: true, password: 'Secret-123' }, 'DMS.00400015'],
		[
			'a weak password',
			{ ssl_enable: true, access_user: 'user', password: 'secret12' },
			'DMS.00400012',
		],
		['public access without EIPs', { enable_publicip: true }, 'DMS.00400062'],
		['pre-paid without a period', { bss_param: { charging_mode: 'prePaid' } }, 'DMS.00400062'],
		['a window not on offer', { maintain_begin: '03:00', maintain_end: '07:00' }, 'DMS.00400106'],
		['a bad name', { name: '1a' }, 'DMS.00400010'],
		['an invented parameter', { size: 3 }, 'DMS.00400062'],
	])('%s is refused', async (_what, over, expected) => {
		const reply = await create(over);
		expect(code(reply)).toEqual([400, expected]);
		expect(emulator.huawei.state.instances).toEqual([]);
	});

	test('the refusal names the invented parameter', async () => {
		expect((await create({ size: 3 })).body.error_msg).toContain('body parameter size');
	});

	test('with SASL and public access', async () => {
		const { instance_id } = (
			await create({
				ssl_enable: true,
				access_user: 'orders-app',
				password: 'Secret-123',
				sasl_enabled_mechanisms: ['SCRAM-SHA-512'],
				enable_publicip: true,
				publicip_id: 'a,b,c',
				maintain_begin: '22:00',
				maintain_end: '02:00',
			})
		).body;
		emulator.clock.advance(20 * MINUTE);
		const shown = await show(instance_id);
		expect(nonconformities('huawei', 'ShowInstance', shown)).toEqual([]);
		expect(shown.body).toMatchObject({
			access_user: 'orders-app',
			kafka_security_protocol: 'SASL_SSL',
			maintain_begin: '22:00:00',
			port_protocols: { private_sasl_ssl_enable: true, public_sasl_ssl_enable: true },
		});
		expect(shown.body.public_connect_address.split(',')).toHaveLength(3);
		expect(emulator.huawei.state.instances[0].users[0].password).toBe('Secret-123');
	});

	test('quota and names', async () => {
		expect((await create()).status).toBe(200);
		expect((await create()).status).toBe(200);
		emulator.huawei.state.rules.uniqueNames = true;
		expect(code(await create())).toEqual([400, 'DMS.00400060']);
		emulator.huawei.state.rules.instanceQuota = 2;
		expect(code(await create({ name: 'another' }))).toEqual([400, 'DMS.00400035']);
	});
});

describe('list', () => {
	beforeEach(() => {
		for (const name of ['kafka-a', 'kafka-b', 'other']) emulator.huawei.state.seed({ name });
	});

	test('is paged by text and filtered', async () => {
		expect(names(await list())).toEqual(['other', 'kafka-b', 'kafka-a']);
		expect(names(await list({ offset: '1', limit: '1' }))).toEqual(['kafka-b']);
		expect(names(await list({ name: 'kafka' }))).toEqual(['kafka-b', 'kafka-a']);
		expect(names(await list({ name: 'kafka', exact_match_name: 'true' }))).toEqual([]);
		expect(names(await list({ status: 'ERROR' }))).toEqual([]);
	});

	test('an offset at or past the total is an error', async () => {
		for (const offset of ['3', '4']) {
			expect(code(await list({ offset }))).toEqual([400, 'DMS.00400062']);
		}
		expect(code(await list({ name: 'none', offset: '1' }))).toEqual([400, 'DMS.00400062']);
		expect((await list({ name: 'none', offset: '0' })).body).toEqual({
			instances: [],
			instance_num: 0,
		});
	});

	test('belongs to one project', async () => {
		emulator.huawei.state.seed({ name: 'far', region: 'eu-west-101' });
		expect((await list()).body.instance_num).toBe(3);
	});
});

describe('change and batch', () => {
	test('an update takes effect, a new retention policy runs as a task', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'before' });
		const put = (body: unknown) => call({ method: 'PUT', path: dms(`/instances/${id}`), body });
		const body = { name: 'after', description: '', retention_policy: 'time_base' };
		expect(nonconformities('huawei', 'UpdateInstance', await put(body))).toEqual([]);
		expect((await show(id)).body).toMatchObject({
			name: 'after',
			retention_policy: 'produce_reject',
		});
		emulator.clock.advance(10 * SECOND);
		expect((await show(id)).body.retention_policy).toBe('time_base');
		expect(code(await put({ maintain_begin: '02:00:00' }))).toEqual([400, 'DMS.00400106']);
	});

	test('results come per instance', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'ready' });
		const stuck = emulator.huawei.state.seed({ name: 'stuck', status: 'ERROR' }).id;
		const unknown = '00000000-0000-4000-8000-000000000000';
		const answer = await act({ action: 'restart', instances: [id, stuck, unknown] });
		const results = answer.body.results.map((r: { result: string }) => r.result);
		expect(results).toEqual(['success', 'failed', 'failed']);
	});

	test.each<[Record<string, unknown>, string]>([
		[{ action: 'delete' }, 'DMS.00400065'],
		[{ action: 'delete', instances: [] }, 'DMS.00400065'],
		[{ action: 'stop', instances: ['a'] }, 'DMS.00400064'],
		[{ action: 'delete', instances: ['a', 'a'] }, 'DMS.00400082'],
		[{ action: 'delete', instances: Array.from({ length: 51 }, String) }, 'DMS.00400100'],
	])('%j is refused', async (body, expected) => {
		expect(code(await act(body))).toEqual([400, expected]);
	});
});

describe('catalogue', () => {
	test.each([
		['ListEngineProducts', '/v2/kafka/products'],
		['ListAvailableZones', '/v2/available-zones'],
		['ShowMaintainWindows', '/v2/instances/maintain-windows'],
	])('%s', async (operation, path) => {
		expect(nonconformities('huawei', operation, await call({ path }))).toEqual([]);
	});

	test('zones are those of the project named in the header', async () => {
		const { id } = emulator.huawei.state.projectOf('eu-west-101');
		const headers = { 'X-Project-Id': id };
		const { body } = await call({ path: '/v2/available-zones', headers });
		expect(body).toMatchObject({ region_id: 'eu-west-101' });
		expect(body.available_zones[3]).toMatchObject({
			soldOut: true,
			resource_availability: 'false',
		});
	});
});
