import { startEmulator, type Emulator, type HuaweiInstance } from '../../../emulator';
import { callHuawei, dms, type HuaweiCall, type Reply } from './client';
import { nonconformities } from './conform';

let emulator: Emulator;
let instance: HuaweiInstance;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	instance = emulator.huawei.state.seed({ name: 'secured', sslEnable: true });
});
afterEach(() => emulator.close());

const call = (given: HuaweiCall) => callHuawei(emulator, given);
const inside = (rest: string) => dms(`/instances/${instance.id}${rest}`);
const code = (reply: Reply) => [reply.status, reply.body?.error_code];

describe('topics', () => {
	const create = (body: Record<string, unknown>) =>
		call({ method: 'POST', path: inside('/topics'), body });
	const list = (query: Record<string, string> = {}) => call({ path: inside('/topics'), query });
	const remove = (topics: string[]) =>
		call({ method: 'POST', path: inside('/topics/delete'), body: { topics } });

	test('are created, listed, shown and deleted', async () => {
		const config = { name: 'max.message.bytes', value: '1000' };
		const body = { id: 'orders.created', partition: 6, topic_other_configs: [config] };
		const created = await create(body);
		expect(nonconformities('huawei', 'CreateInstanceTopic', created)).toEqual([]);
		const listed = await list();
		expect(nonconformities('huawei', 'ListInstanceTopics', listed)).toEqual([]);
		expect(listed.body).toMatchObject({ total: 1, max_partitions: 750, remain_partitions: 744 });
		expect(listed.body.topics[0].topic_other_configs[0].value).toBe('1000');
		const path = inside('/management/topics/orders.created');
		const shown = await call({ path });
		expect(nonconformities('huawei', 'ShowInstanceTopicDetail', shown)).toEqual([]);
		expect(shown.body.partitions).toHaveLength(6);
		const removed = await remove(['orders.created']);
		expect(nonconformities('huawei', 'BatchDeleteInstanceTopic', removed)).toEqual([]);
		expect((await list()).body.total).toBe(0);
	});

	test('a delete is 200 whatever happens to each topic', async () => {
		emulator.huawei.state.rules.missingTopicDelete = 'failed';
		const { id } = emulator.huawei.state.seed({
			name: 'with-topics',
			topics: [{ name: 'mine' }, { name: '__consumer_offsets', type: 1 }],
		});
		const path = dms(`/instances/${id}/topics/delete`);
		const topics = ['mine', '__consumer_offsets', 'none'];
		const answer = await call({ method: 'POST', path, body: { topics } });
		expect(answer.body.topics).toEqual([
			{ id: 'mine', success: true },
			{ id: '__consumer_offsets', success: false },
			{ id: 'none', success: false },
		]);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['more replicas than brokers', { id: 'orders', replication: 4 }, 'DMS.00400861'],
		['a bad name', { id: '1-orders' }, 'DMS.00400101'],
		['too many partitions', { id: 'orders', partition: 201 }, 'DMS.00400102'],
		['too long a retention', { id: 'orders', retention_time: 721 }, 'DMS.00400105'],
		['a text for a number', { id: 'orders', partition: '3' }, 'DMS.00400062'],
	])('%s is refused', async (_what, body, expected) => {
		expect(code(await create(body))).toEqual([400, expected]);
	});

	test('a name twice and an exhausted partition quota are refused', async () => {
		await create({ id: 'big-1', partition: 200 });
		expect(code(await create({ id: 'big-1' }))).toEqual([400, 'DMS.40050005']);
		await create({ id: 'big-2', partition: 200 });
		await create({ id: 'big-3', partition: 200 });
		expect(code(await create({ id: 'big-4', partition: 151 }))).toEqual([400, 'DMS.111400860']);
		expect((await create({ id: 'big-4', partition: 150 })).status).toBe(200);
	});

	test('paging has bounds', async () => {
		for (const id of ['aaa', 'bbb', 'ccc']) await create({ id });
		const page = await list({ offset: '1', limit: '1' });
		expect(page.body).toMatchObject({ total: 3, size: 1, topics: [{ name: 'bbb' }] });
		expect(code(await list({ offset: '3' }))).toEqual([400, 'DMS.40050010']);
		expect(code(await list({ limit: '201' }))).toEqual([400, 'DMS.00400062']);
		expect(code(await list({ limit: 'x' }))).toEqual([400, 'DMS.00400062']);
	});

	test('need a running instance', async () => {
		instance.status = 'RESTARTING';
		expect(code(await create({ id: 'orders' }))).toEqual([400, 'DMS.00400026']);
		expect(code(await remove(['orders']))).toEqual([400, 'DMS.00400026']);
	});

	test('are listed late when asked for', async () => {
		instance.durations.topicListed = 2000;
		await create({ id: 'orders' });
		expect((await list()).body.total).toBe(0);
		emulator.clock.advance(2000);
		expect((await list()).body.total).toBe(1);
	});

	test('stay listed for a while once they are deleted, when asked for', async () => {
		Object.assign(instance.durations, { topicListed: 0, topicUnlisted: 2000 });
		await create({ id: 'orders' });
		await remove(['orders']);
		expect((await list()).body.total).toBe(1);
		emulator.clock.advance(2000);
		expect((await list()).body.total).toBe(0);
	});
});

describe('users and permissions', () => {
	const addUser = (user_name: string, user_passwd: string) =>
		call({ method: 'POST', path: inside('/users'), body: { user_name, user_passwd } });
	const policyPath = (rest: string) => dms(`/instances/${instance.id}/topics${rest}`, 'v1');
	const grant = (name: string, user_name: string) =>
		call({
			method: 'POST',
			path: policyPath('/accesspolicy'),
			body: { topics: [{ name, policies: [{ user_name, access_policy: 'pub' }] }] },
		});
	const task = (id: string) => call({ path: inside(`/tasks/${id}`) });

	test('users are created and listed', async () => {
		const created = await addUser('reader', 'Secret-123');
		expect(nonconformities('huawei', 'CreateInstanceUser', created)).toEqual([]);
		const listed = await call({ path: inside('/users') });
		expect(nonconformities('huawei', 'ShowInstanceUsers', listed)).toEqual([]);
		const names = listed.body.users.map((user: { user_name: string }) => user.user_name);
		expect(names).toEqual(['admin-user', 'reader']);
		expect(code(await addUser('reader', 'Secret-123'))).toEqual([400, 'DMS.00400062']);
		expect(code(await addUser('ab', 'Secret-123'))).toEqual([400, 'DMS.00400015']);
		expect(code(await addUser('writer', 'secretsecret'))).toEqual([400, 'DMS.00400012']);
	});

	test('an instance without SASL has neither', async () => {
		const { id } = emulator.huawei.state.seed({ name: 'plain' });
		expect(code(await call({ path: dms(`/instances/${id}/users`) }))).toEqual([
			400,
			'DMS.00400971',
		]);
	});

	test('permissions are set by a job', async () => {
		await call({ method: 'POST', path: inside('/topics'), body: { id: 'orders' } });
		const accepted = await grant('orders', 'admin-user');
		expect(nonconformities('huawei', 'UpdateTopicAccessPolicy', accepted)).toEqual([]);
		const { job_id } = accepted.body;
		const running = await task(job_id);
		expect(nonconformities('huawei', 'ShowBackgroundTask', running)).toEqual([]);
		expect(running.body.tasks[0].status).toBe('EXECUTING');
		expect(code(await grant('orders', 'admin-user'))).toEqual([400, 'DMS.00400017']);
		const policies = () => call({ path: policyPath('/orders/accesspolicy') });
		expect((await policies()).body.policies).toEqual([]);
		emulator.clock.advance(10_000);
		expect((await task(job_id)).body.tasks[0].status).toBe('SUCCESS');
		const granted = await policies();
		expect(nonconformities('huawei', 'ShowTopicAccessPolicy', granted)).toEqual([]);
		expect(granted.body.policies).toEqual([
			{ owner: false, user_name: 'admin-user', access_policy: 'pub' },
		]);
	});

	test('a job for an unknown user fails', async () => {
		await call({ method: 'POST', path: inside('/topics'), body: { id: 'orders' } });
		const { job_id } = (await grant('orders', 'nobody')).body;
		emulator.clock.advance(10_000);
		expect((await task(job_id)).body.tasks[0].status).toBe('FAILED');
	});

	test('a job may be listed late', async () => {
		instance.durations.taskListed = 3000;
		const { job_id } = (await grant('orders', 'nobody')).body;
		expect((await task(job_id)).status).toBe(404);
		emulator.clock.advance(3000);
		expect((await task(job_id)).status).toBe(200);
	});
});

describe('tasks', () => {
	const list = (query: Record<string, string> = {}) => call({ path: inside('/tasks'), query });
	const remove = (id: string) => call({ method: 'DELETE', path: inside(`/tasks/${id}`) });

	test('are paged from 1, newest first, and deleted once they ended', async () => {
		for (const policy of ['time_base', 'produce_reject', 'time_base']) {
			const body = { retention_policy: policy };
			await call({ method: 'PUT', path: inside(''), body });
			emulator.clock.advance(10_000);
		}
		const listed = await list();
		expect(nonconformities('huawei', 'ListBackgroundTasks', listed)).toEqual([]);
		const ids = listed.body.tasks.map((task: { id: string }) => task.id);
		expect(listed.body.task_count).toBe('3');
		expect((await list({ start: '2', limit: '1' })).body.tasks).toMatchObject([{ id: ids[1] }]);
		expect((await list({ start: '4' })).body.tasks).toEqual([]);
		const wrong = [
			['start', '0'],
			['start', 'x'],
			['limit', '0'],
			['limit', '101'],
		];
		for (const [name, value] of wrong) {
			expect(code(await list({ [name]: value }))).toEqual([400, 'DMS.00400062']);
		}
		expect(nonconformities('huawei', 'DeleteBackgroundTask', await remove(ids[0]))).toEqual([]);
		expect((await remove(ids[0])).status).toBe(404);
		expect((await list()).body.task_count).toBe('2');
	});

	test('are found by time', async () => {
		await call({ method: 'PUT', path: inside(''), body: { retention_policy: 'time_base' } });
		const stamp = (ms: number) => new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14);
		const now = emulator.clock.now();
		const at = (from: number, to: number) =>
			list({ begin_time: stamp(now + from), end_time: stamp(now + to) });
		expect((await at(-60_000, 0)).body.task_count).toBe('1');
		expect((await at(-60_000, -30_000)).body.task_count).toBe('0');
	});

	test('one that runs is not deleted', async () => {
		await call({ method: 'PUT', path: inside(''), body: { retention_policy: 'time_base' } });
		expect(code(await remove(instance.tasks[0].id))).toEqual([400, 'DMS.00400017']);
	});
});

describe('tags', () => {
	const path = () => dms(`/kafka/${instance.id}/tags`);
	const act = (action: string, tags: unknown[]) =>
		call({ method: 'POST', path: `${path()}/action`, body: { action, tags } });

	test('are added, overwritten, removed and gathered over the project', async () => {
		const added = await act('create', [{ key: 'env', value: 'test' }, { key: 'team' }]);
		expect(nonconformities('huawei', 'BatchCreateOrDeleteKafkaTag', added)).toEqual([]);
		await act('create', [{ key: 'env', value: 'prod' }]);
		const shown = await call({ path: path() });
		expect(nonconformities('huawei', 'ShowKafkaTags', shown)).toEqual([]);
		expect(shown.body.tags).toEqual([
			{ key: 'team', value: '' },
			{ key: 'env', value: 'prod' },
		]);
		emulator.huawei.state.seed({ name: 'other', tags: [{ key: 'env', value: 'test' }] });
		const all = await call({ path: dms('/kafka/tags') });
		expect(nonconformities('huawei', 'ShowKafkaProjectTags', all)).toEqual([]);
		expect(all.body.tags).toContainEqual({ key: 'env', values: ['test', 'prod'] });
		expect((await act('delete', [{ key: 'team' }])).status).toBe(204);
		expect(code(await act('delete', [{ key: 'team' }]))).toEqual([404, 'DMS.10240426']);
		const listed = await call({ path: dms('/instances'), query: { engine: 'kafka' } });
		expect(listed.body.instances[1].tags).toEqual([{ key: 'env', value: 'prod' }]);
	});

	test('are at most ten', async () => {
		const tags = Array.from({ length: 11 }, (_, i) => ({ key: `k${i}` }));
		expect(code(await act('create', tags))).toEqual([400, 'DMS.10240044']);
	});
});
