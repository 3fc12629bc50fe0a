/** Wait for Completion, on a cloud where every request takes 90 seconds. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import { until } from '../../support/until';
import { K, byId, newInstance, openCloud, told, type Cloud } from '../../support/stage';

let s: Cloud;
let id: string;

const MINUTE = 60_000;

beforeEach(async () => {
	s = await openCloud(
		{
			instances: [
				{ name: 'orders', sslEnable: true, topics: [{ name: 'aaa' }], users: [{ name: 'reader' }] },
			],
		},
		{ tick: 90_000 },
	);
	id = s.em.huawei.state.named('orders')?.id ?? '';
});

/** Looks every 15 seconds. */
const waiting = (parameters: INodeParameters, options: INodeParameters = {}): INodeParameters => ({
	...parameters,
	waitForCompletion: true,
	waitOptions: { pollInterval: 15, ...options },
});
const looks = () => s.sent('ShowInstance').length;
const durations = (name: string, more: IDataObject) =>
	s.em.huawei.state.plans.push({ name, durations: more });

test('Create: until the instance runs and can be reached', async () => {
	const run = await s.start(waiting(newInstance('orders-dev')));
	const made = s.em.huawei.state.named('orders-dev');
	expect(run.items(K)).toEqual([
		expect.objectContaining({
			instance_id: made?.id,
			name: 'orders-dev',
			status: 'RUNNING',
			completed: true,
			created: true,
			connect_address: expect.stringMatching(/^192\./),
		}),
	]);
});

test('Create: an instance that cannot be seen yet is waited for', async () => {
	durations('orders-dev', { prePaidVisible: 5 * MINUTE });
	const billing = { entry: { chargingMode: 'prePaid', periodType: 'month', periodNum: 1 } };
	const run = await s.start(waiting(newInstance('orders-dev', { options: { bssParam: billing } })));
	expect(run.items(K)[0]).toMatchObject({ status: 'RUNNING', completed: true });
});

test('Create: all items wait at the same time', async () => {
	durations('dev-1', { create: 60 * MINUTE });
	const run = await s.start(waiting(newInstance('={{ $json.n }}')), {
		json: [{ n: 'dev-1' }, { n: 'dev-2' }],
	});
	expect(run.items(K).map(({ name, completed }) => [name, completed])).toEqual([
		['dev-1', true],
		['dev-2', true],
	]);
	const seen = s.sent('ShowInstance').map(({ path }) => path.split('/').pop());
	const [first, second] = run.items(K).map(({ instance_id }) => String(instance_id));
	expect(seen.lastIndexOf(second)).toBeLessThan(seen.lastIndexOf(first));
});

test('Create: many items share the list instead of looking one by one', async () => {
	const names = Array.from({ length: 8 }, (_, n) => `dev-${n}`);
	for (const name of names) durations(name, { create: 60 * MINUTE });
	const run = await s.start(waiting(newInstance('={{ $json.n }}')), {
		json: names.map((n) => ({ n })),
	});
	expect(run.items(K).map(({ name, completed }) => [name, completed])).toEqual(
		names.map((name) => [name, true]),
	);
	const lists = s.sent('ListInstances').length - names.length;
	expect(lists).toBeGreaterThan(0);
	// Before the others are created, the first ones look for themselves.
	const created = s.sent('CreatePostPaidKafkaInstance').at(-1)?.virtualTime ?? 0;
	const later = s.sent('ShowInstance').filter(({ virtualTime }) => virtualTime > created);
	expect(later.length).toBeLessThan(2 * names.length);
});

test('Create: CREATEFAILED ends it with the ID', async () => {
	const run = await s.start(waiting(newInstance('createfail-1')));
	const made = s.em.huawei.state.named('createfail-1');
	expect(told(run.error)).toMatch(
		new RegExp(
			`^Instance createfail-1 \\(ID ${made?.id}\\) ended with status CREATEFAILED \\| .*billed`,
		),
	);
});

test('Create If Absent: what is there already is looked at at once', async () => {
	const run = await s.start({
		...newInstance('orders'),
		createIfAbsent: true,
		waitForCompletion: true,
	});
	expect(run.items(K)[0]).toMatchObject({
		instance_id: id,
		created: false,
		status: 'RUNNING',
		completed: true,
	});
});

test('time runs out: the error holds the ID and the status', async () => {
	const run = await s.start(waiting(newInstance('orders-dev'), { maximumWait: 0.5 }));
	const made = s.em.huawei.state.named('orders-dev');
	expect(told(run.error)).toMatch(
		new RegExp(
			`^Instance orders-dev \\(ID ${made?.id}\\) is CREATING after .* minutes \\| .*'Maximum Wait \\(Minutes\\)'`,
		),
	);
});

test('time runs out: the item is passed on when that is wanted', async () => {
	const run = await s.start(
		waiting(newInstance('orders-dev'), { maximumWait: 0, whenTimeRunsOut: 'passOn' }),
	);
	expect(run.error).toBeUndefined();
	expect(run.items(K)[0]).toMatchObject({
		instance_id: s.em.huawei.state.named('orders-dev')?.id,
		status: 'CREATING',
		completed: false,
	});
});

test('passing faults of a look cost only that look', async () => {
	s.em.faults.add({ operation: 'ShowInstance', times: 12, effect: fault.serverError(503) });
	const run = await s.start(waiting(newInstance('orders-dev')));
	expect(run.items(K)[0]).toMatchObject({ status: 'RUNNING', completed: true });
});

test('a look that is refused ends it with the ID', async () => {
	const body = { error_code: 'DMS.00403003', error_msg: 'no' };
	s.em.faults.add({
		operation: 'ShowInstance',
		times: 'always',
		effect: { kind: 'answer', status: 403, body },
	});
	const run = await s.start(waiting(newInstance('orders-dev')));
	expect(run.error?.message).toContain(`(ID ${s.em.huawei.state.named('orders-dev')?.id}) ended: `);
});

test('Restart: RUNNING from before the restart does not count', async () => {
	const slow = s.em.huawei.state.seed({
		name: 'slow',
		durations: { restartLag: 6 * MINUTE, restart: 30 * MINUTE },
	});
	const run = await s.start(
		waiting({ resource: 'instance', operation: 'restart', instances: [slow.id] }),
	);
	expect(run.items(K)[0]).toMatchObject({
		instance_id: slow.id,
		status: 'RUNNING',
		completed: true,
	});
	const [sent] = s.sent('BatchRestartOrDeleteInstances');
	expect(s.sent('ShowInstance').at(-1)?.virtualTime).toBeGreaterThanOrEqual(
		sent.virtualTime + 36 * MINUTE,
	);
	expect(looks()).toBeGreaterThan(2);
});

test('looks that no answer comes to do not keep the later ones waiting', async () => {
	// As many as may be under way at once.
	const effect = { kind: 'delay', ms: 60 * MINUTE } as const;
	s.em.faults.add({ operation: 'ShowInstance', times: 8, effect });
	const run = await s.start(waiting(newInstance('orders-dev'), { maximumWait: 30 }));
	expect(run.items(K)[0]).toMatchObject({ status: 'RUNNING', completed: true });
});

describe('Restart of several, of which one cannot be looked at', () => {
	const refused = (instance: string) =>
		s.em.faults.add({
			operation: 'ShowInstance',
			path: instance,
			times: 'always',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.00403003', error_msg: 'no' },
			},
		});
	const restart = async (instances: string[]) =>
		await s.start(waiting({ resource: 'instance', operation: 'restart', instances }));

	test('the others are waited for, and nothing is sent after the end', async () => {
		const slow = s.em.huawei.state.seed({
			name: 'slow',
			durations: { restartLag: 6 * MINUTE, restart: 30 * MINUTE },
		});
		refused(id);
		const run = await restart([id, slow.id]);
		expect(run.error?.message).toMatch(new RegExp(`^Waiting for instance ${id} ended: `));
		const [sent] = s.sent('BatchRestartOrDeleteInstances');
		expect(s.sent('ShowInstance').at(-1)?.virtualTime).toBeGreaterThanOrEqual(
			sent.virtualTime + 36 * MINUTE,
		);
	});

	test('each that did not end well is told', async () => {
		const other = s.em.huawei.state.seed({ name: 'other' });
		refused(id);
		refused(other.id);
		const { error } = await restart([id, other.id]);
		expect(error?.message).toContain(`Waiting for instance ${id} ended: `);
		expect(error?.message).toContain(`Waiting for instance ${other.id} ended: `);
	});
});

test('Delete: until the instance is gone, through ERROR', async () => {
	const dying = s.em.huawei.state.seed({
		name: 'dying',
		durations: { delete: 6 * MINUTE, deleteError: 3 * MINUTE },
	});
	const run = await s.start(
		waiting({ resource: 'instance', operation: 'delete', instanceId: byId(dying.id) }),
	);
	expect(run.items(K)).toEqual([
		{ deleted: true, instance_id: dying.id, status: 'DELETED', completed: true },
	]);
	expect(s.em.huawei.state.named('dying')).toBeUndefined();
});

test('Delete Many: of everything whose creation failed', async () => {
	s.em.huawei.state.seed({ name: 'failed-1', status: 'CREATEFAILED' });
	const run = await s.start(
		waiting({ resource: 'instance', operation: 'deleteMany', options: { allFailure: 'kafka' } }),
	);
	expect(run.error).toBeUndefined();
	expect(run.items(K)).toEqual([{ deleted: true, status: 'DELETED', completed: true }]);
});

describe('Set Permission', () => {
	const permissions = (user: string, instanceId = id): INodeParameters => ({
		resource: 'permission',
		operation: 'set',
		instanceId: byId(instanceId),
		topics: {
			entry: [{ name: 'aaa', policies: { entry: [{ userName: user, accessPolicy: 'all' }] } }],
		},
	});

	test('until the background task is done', async () => {
		const run = await s.start(waiting(permissions('reader')));
		expect(run.items(K)[0]).toMatchObject({
			job_id: expect.any(String),
			instance_id: id,
			status: 'SUCCESS',
			completed: true,
		});
	});

	test('a task that fails is told with its ID', async () => {
		const run = await s.start(waiting(permissions('nobody')));
		const [task] = s.em.huawei.state.named('orders')?.tasks ?? [];
		expect(run.error?.message).toBe(`Background task ${task.id} ended with status FAILED`);
	});

	test('a task that is not listed yet is waited for', async () => {
		const late = s.em.huawei.state.seed({
			name: 'late',
			sslEnable: true,
			topics: [{ name: 'aaa' }],
			users: [{ name: 'reader' }],
			durations: { taskListed: 5 * MINUTE },
		});
		const run = await s.start(waiting(permissions('reader', late.id)));
		expect(run.items(K)[0]).toMatchObject({ status: 'SUCCESS', completed: true });
	});
});

test('Create: an instance that is deleted meanwhile ends the wait', async () => {
	durations('orders-dev', { create: 60 * MINUTE });
	const running = s.start(waiting(newInstance('orders-dev')));
	await until('two looks', () => looks() >= 2);
	const { instances } = s.em.huawei.state;
	const made = instances.find(({ name }) => name === 'orders-dev');
	s.em.faults.add({
		operation: 'ShowInstance',
		times: 'always',
		effect: {
			kind: 'answer',
			status: 404,
			body: { error_code: 'DMS.00404022', error_msg: 'This instance does not exist.' },
		},
	});
	const run = await running;
	expect(told(run.error)).toContain(`${made?.id}) ended with status not visible`);
});
