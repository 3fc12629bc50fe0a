import { startEmulator, type Emulator, type HuaweiInstance } from '../../../emulator';
import { code, operate, type Operation } from './operate';

const RATES = { 'producer-byte-rate': 1024, 'consumer-byte-rate': 2048 };

let emulator: Emulator;
let instance: HuaweiInstance;
beforeEach(async () => {
	emulator = await startEmulator({ speed: 0 });
	instance = emulator.huawei.state.seed({
		name: 'quotas',
		topics: ['orders', 'bills', 'audit'].map((name) => ({ name })),
	});
});
afterEach(() => emulator.close());

const run = (operation: string, { path, ...given }: Operation = {}) =>
	operate(emulator, operation, { path: { instance_id: instance.id, ...path }, ...given });
const settled = async (job_id: string) => {
	emulator.clock.advance(10_000);
	const { tasks } = (await run('ShowBackgroundTask', { path: { task_id: job_id } })).body;
	return tasks[0].status;
};

describe('of topics', () => {
	const create = (topic: string, rates: Record<string, number> = RATES) =>
		run('CreateKafkaTopicQuota', { body: { topic, ...rates } });
	const list = async (query: Operation['query'] = {}) =>
		(await run('ShowKafkaTopicQuota', { query })).body;

	test('are created once, changed and deleted by jobs', async () => {
		const created = await create('orders');
		expect(await list()).toEqual({ quotas: [], count: 0 });
		expect(await settled(created.body.job_id)).toBe('SUCCESS');
		expect(await list()).toEqual({ quotas: [{ topic: 'orders', ...RATES }], count: 1 });
		expect(code(await create('orders'))).toEqual([400, 'DMS.00400062']);
		const body = { topic: 'orders', 'consumer-byte-rate': 1 };
		const changed = await run('ModifyKafkaTopicQuota', { body });
		expect(await settled(changed.body.job_id)).toBe('SUCCESS');
		expect((await list()).quotas).toEqual([{ topic: 'orders', 'consumer-byte-rate': 1 }]);
		const removed = await run('DeleteKafkaTopicQuota', { body: { topic: 'orders' } });
		expect(await settled(removed.body.job_id)).toBe('SUCCESS');
		expect((await list()).count).toBe(0);
	});

	test.each(['ModifyKafkaTopicQuota', 'DeleteKafkaTopicQuota'])(
		'without one, %s is accepted and its task fails',
		async (operation) => {
			const reply = await run(operation, { body: { topic: 'orders', ...RATES } });
			expect(reply.status).toBe(200);
			expect(await settled(reply.body.job_id)).toBe('FAILED');
		},
	);

	test('are listed by pages', async () => {
		for (const topic of ['orders', 'bills', 'audit'])
			await settled((await create(topic)).body.job_id);
		expect(await list({ limit: '2', offset: '1' })).toMatchObject({
			quotas: [{ topic: 'audit' }],
			count: 3,
		});
		expect(await list({ limit: '2', offset: '2' })).toEqual({ quotas: [], count: 3 });
		expect((await list({ keyword: 'ill' })).quotas).toMatchObject([{ topic: 'bills' }]);
		const wrong = run('ShowKafkaTopicQuota', { query: { type: 'user' } });
		expect(code(await wrong)).toEqual([400, 'DMS.00400062']);
	});

	test.each<[string, string, Record<string, number>, string]>([
		['no rate', 'orders', {}, 'DMS.00400062'],
		['a rate of 0', 'orders', { 'producer-byte-rate': 0 }, 'DMS.00400062'],
		['no topic', '', RATES, 'DMS.00400062'],
		['no such topic', 'none', RATES, 'DMS.00400975'],
		['underscores', 'orders', { producer_byte_rate: 1 }, 'DMS.00400062'],
	])('%s is refused', async (_what, topic, rates, expected) => {
		expect(code(await create(topic, rates))).toEqual([400, expected]);
	});

	test('one job of a kind runs at a time', async () => {
		await create('orders');
		expect(code(await create('bills'))).toEqual([400, 'DMS.00400017']);
	});
});

describe('of users and clients', () => {
	const body = { 'client-default': true, ...RATES };
	const create = (given: unknown) => run('CreateKafkaUserClientQuotaTask', { body: given });
	const list = async (query: Operation['query'] = {}) =>
		(await run('ShowKafkaUserClientQuota', { query })).body;

	test('are created once, changed and deleted by jobs', async () => {
		expect(await settled((await create(body)).body.job_id)).toBe('SUCCESS');
		const quota = { user: '', client: '', 'user-default': false, 'client-default': true };
		expect(await list()).toEqual({ quotas: [{ ...quota, ...RATES }], count: 1 });
		expect(code(await create(body))).toEqual([400, 'DMS.00400062']);
		expect(await settled((await create({ user: 'reader', ...RATES })).body.job_id)).toBe('SUCCESS');
		expect(await list({ offset: 1, limit: 1 })).toMatchObject({
			quotas: [{ user: 'reader' }],
			count: 2,
		});
		const change = { body: { ...quota, 'producer-byte-rate': 5 } };
		const changed = await run('UpdateKafkaUserClientQuotaTask', change);
		expect(await settled(changed.body.job_id)).toBe('SUCCESS');
		expect((await list()).quotas[1]).toEqual({ ...quota, 'producer-byte-rate': 5 });
		const removed = await run('DeleteKafkaUserClientQuotaTask', { body: quota });
		expect(await settled(removed.body.job_id)).toBe('SUCCESS');
		expect((await list()).count).toBe(1);
	});

	test.each<[string, Record<string, unknown>]>([
		['nobody', RATES],
		['all users and one', { user: 'reader', 'user-default': true, ...RATES }],
		['all clients and one', { client: 'app', 'client-default': true, ...RATES }],
		['no rate', { user: 'reader' }],
	])('%s is refused', async (_what, given) => {
		expect(code(await create(given))).toEqual([400, 'DMS.00400062']);
	});

	test('without one, the task of a deletion fails', async () => {
		const reply = await run('DeleteKafkaUserClientQuotaTask', { body: { user: 'reader' } });
		expect(await settled(reply.body.job_id)).toBe('FAILED');
	});
});

test('the rebalancing log is switched on and off by jobs', async () => {
	const show = async () => (await run('ShowKafkaRebalanceLog')).body;
	expect(await show()).toEqual({ instanceId: instance.id, status: 'CLOSE' });
	expect(code(await run('StopKafkaRebalanceLogTask'))).toEqual([400, 'DMS.00501007']);
	const opened = await run('CreateKafkaRebalanceLogTask');
	expect(code(await run('CreateKafkaRebalanceLogTask'))).toEqual([400, 'DMS.00501008']);
	expect(await settled(opened.body.job_id)).toBe('SUCCESS');
	expect(await show()).toMatchObject({ status: 'OPEN', instanceId: instance.id });
	expect(code(await run('CreateKafkaRebalanceLogTask'))).toEqual([400, 'DMS.00400062']);
	const closed = await run('StopKafkaRebalanceLogTask');
	expect(await settled(closed.body.job_id)).toBe('SUCCESS');
	expect((await show()).status).toBe('CLOSE');
});

test('tasks named as failing end FAILED and change nothing', async () => {
	instance.failingTasks = ['openKafkaRebalanceLog'];
	const { job_id } = (await run('CreateKafkaRebalanceLogTask')).body;
	expect(await settled(job_id)).toBe('FAILED');
	expect((await run('ShowKafkaRebalanceLog')).body.status).toBe('CLOSE');
});
