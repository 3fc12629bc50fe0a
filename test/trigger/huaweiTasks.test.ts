/** The trigger's background task events, through n8n-core and against the emulated cloud. */
import { fault, type FaultEffect, type HuaweiInstance } from '../../emulator';
import { MINUTE, byId, openPolls, type PollStage } from '../support/pollStage';

const BOTH = ['taskChanged', 'taskFinished'];

let stage: PollStage;
let instance: HuaweiInstance;
beforeEach(async () => {
	stage = await openPolls('huawei', { instances: [{ name: 'orders' }, { name: 'other' }] });
	[instance] = stage.em.huawei.state.instances;
});

let count = 0;
function addTask(name: string, status = 'EXECUTING', createdAt = stage.em.clock.now() + count) {
	const id = String(count++).padStart(32, '0');
	const times = { createdAt, updatedAt: createdAt, listedFrom: 0 };
	instance.tasks.push({ id, name, status, params: '{}', ...times } as never);
	return instance.tasks[instance.tasks.length - 1];
}

const watchTasks = (events = BOTH) => stage.watch({ events, instanceId: byId(instance.id) });

test('a background task is reported when it begins, changes and ends', async () => {
	addTask('before', 'SUCCESS');
	const tasks = watchTasks();
	expect(await tasks.tick()).toBeNull();
	const task = addTask('resize');
	stage.requests();

	expect(await tasks.tick()).toEqual([
		{
			event: 'taskChanged',
			provider: 'huaweiCloud',
			region: 'cn-north-4',
			instanceId: instance.id,
			instanceName: 'orders',
			previousStatus: null,
			status: 'EXECUTING',
			statusKind: 'pending',
			observedAt: expect.any(String),
			taskId: task.id,
			taskName: 'resize',
			task: expect.objectContaining({ id: task.id, status: 'EXECUTING' }),
		},
	]);
	expect(stage.requests()).toEqual({ ListBackgroundTasks: 1, ShowInstance: 1 });
	expect(await tasks.tick()).toBeNull();
	expect(stage.requests()).toEqual({ ListBackgroundTasks: 1 });

	task.status = 'FAILED' as never;
	expect(await tasks.events()).toEqual([
		'resize taskChanged EXECUTING>FAILED',
		'resize taskFinished EXECUTING>FAILED',
	]);
	expect(await tasks.events()).toEqual([]);
});

test('a background task that was not seen before it ended is reported as finished', async () => {
	const tasks = watchTasks(['taskFinished']);
	await tasks.tick();
	const slow = addTask('slow');
	addTask('quick', 'SUCCESS');
	expect(await tasks.events()).toEqual(['quick taskFinished null>SUCCESS']);
	tasks.restart();
	slow.status = 'SUCCESS' as never;
	expect(await tasks.events()).toEqual(['slow taskFinished EXECUTING>SUCCESS']);
	tasks.restart();
	expect(await tasks.events()).toEqual([]);
});

test('old background tasks do not look new when the records of newer ones are deleted', async () => {
	const start = stage.em.clock.now();
	// The oldest one in sight and one out of sight started at the same moment.
	for (let i = 0; i < 150; i++) addTask(`t${i}`, 'SUCCESS', start + Math.max(i, 50) * 1000);
	const tasks = watchTasks();
	await tasks.tick();
	instance.tasks.splice(100, 40);
	addTask('new', 'EXECUTING', start + 1_000_000);
	expect(await tasks.events()).toEqual(['new taskChanged null>EXECUTING']);
	instance.tasks.splice(60);
	expect(await tasks.events()).toEqual([]);
	addTask('newer', 'SUCCESS', start + 2_000_000);
	expect(await tasks.events()).toHaveLength(2);
	instance.tasks = [];
	expect(await tasks.events()).toEqual([]);
	addTask('newest', 'SUCCESS', start + 3_000_000);
	expect(await tasks.events()).toHaveLength(2);
});

test('the state holds only the newest background tasks', async () => {
	for (let i = 0; i < 250; i++) addTask(`t${i}`, 'SUCCESS', stage.em.clock.now() + i * 1000);
	const tasks = watchTasks();
	await tasks.tick();
	expect(stage.requests()).toEqual({ ListBackgroundTasks: 1 });
	expect(tasks.stored.match(/SUCCESS/g)).toHaveLength(100);
	expect(tasks.stored.length).toBeLessThan(100 * 100);
});

test('the state of background tasks follows the chosen instance and events', async () => {
	addTask('first', 'SUCCESS');
	const tasks = watchTasks();
	await tasks.tick();
	const [, other] = stage.em.huawei.state.instances;
	other.tasks.push(...instance.tasks.map((task) => ({ ...task, id: `a${task.id.slice(1)}` })));

	tasks.set({ instanceId: byId(other.id) });
	expect(await tasks.tick()).toBeNull();
	tasks.set({ events: ['instanceAppeared'] });
	expect(await tasks.tick()).toBeNull();
	tasks.set({ events: [...BOTH, 'instanceAppeared'] });
	expect(await tasks.tick()).toBeNull();
	expect(await tasks.tick()).toBeNull();
});

test('watching background tasks and instances together takes no request for an instance alone', async () => {
	const both = watchTasks([...BOTH, 'instanceStatusChanged']);
	await both.tick();
	addTask('resize', 'SUCCESS');
	instance.status = 'EXTENDING';
	stage.requests();
	expect((await both.tick())?.map(({ instanceName }) => instanceName)).toEqual(
		Array(3).fill('orders'),
	);
	expect(stage.requests()).toEqual({ ListInstances: 1, ListBackgroundTasks: 1 });
});

test('the deletion of the instance whose background tasks are watched does not hold up events of instances', async () => {
	const both = watchTasks([...BOTH, 'instanceDisappeared']);
	const alone = watchTasks();
	await both.tick();
	await alone.tick();
	instance.gone = true;
	expect(await both.events()).toEqual(['orders instanceDisappeared RUNNING>null']);
	expect(await both.events()).toEqual([]);
	await expect(alone.tick()).rejects.toThrow(/^Poll did not succeed: /);
});

test('watching the background tasks of an instance that never was there is an error', async () => {
	const both = stage.watch({
		events: [...BOTH, 'instanceAppeared'],
		instanceId: byId('00000000-0000-0000-0000-00000000none'),
	});
	await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: the instance does not exist/);
});

test('an example shows background tasks that fit the chosen events', async () => {
	addTask('done', 'SUCCESS');
	for (let i = 0; i < 9; i++) addTask('running');
	const finished = watchTasks(['taskFinished']);
	expect(await finished.tick({ mode: 'manual' })).toMatchObject([
		{
			event: 'taskFinished',
			taskName: 'done',
			instanceName: 'orders',
			previousStatus: 'EXECUTING',
		},
	]);
	expect(await watchTasks().tick({ mode: 'manual' })).toHaveLength(5);
});

test('the first poll emits background tasks if it is asked to', async () => {
	addTask('done', 'SUCCESS');
	addTask('running');
	const tasks = stage.watch({
		events: ['taskFinished'],
		instanceId: byId(instance.id),
		options: { emitCurrent: true },
	});
	expect(await tasks.events()).toEqual(['done taskFinished null>SUCCESS']);
	expect(await tasks.events()).toEqual([]);
});

test('a list of background tasks that cannot be read changes nothing of them, and holds up no instance', async () => {
	const both = watchTasks([...BOTH, 'instanceStatusChanged']);
	await both.tick();
	addTask('resize');
	instance.status = 'EXTENDING';
	const effect = { kind: 'answer', status: 200, body: { task_count: '0' } } as const;
	stage.em.faults.add({ operation: 'ListBackgroundTasks', effect, times: 'always' });
	expect(await both.events()).toEqual(['orders instanceStatusChanged RUNNING>EXTENDING']);
	const before = both.stored;
	await expect(both.tick()).rejects.toThrow("it is not the 'tasks' that the API returns");
	expect(both.stored).toBe(before);
	stage.em.faults.clear();
	expect(await both.events()).toEqual(['resize taskChanged null>EXECUTING']);
});

describe('one half that may not be read does not hold up the other', () => {
	const forbidden = (operation: string) =>
		void stage.em.faults.add({
			operation,
			times: 'always',
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.00403003', error_msg: 'Forbidden.' },
			} as never,
		});

	test('background tasks: an instance that fails and recovers is told of', async () => {
		const both = watchTasks([...BOTH, 'instanceStatusChanged']);
		await both.tick();
		forbidden('ListBackgroundTasks');
		instance.status = 'ERROR';
		expect(await both.events()).toEqual(['orders instanceStatusChanged RUNNING>ERROR']);
		instance.status = 'RUNNING';
		expect(await both.events()).toEqual(['orders instanceStatusChanged ERROR>RUNNING']);
		await expect(both.tick()).rejects.toThrow();
	});

	test('instances: a background task is told of', async () => {
		const both = watchTasks([...BOTH, 'instanceStatusChanged']);
		await both.tick();
		forbidden('ListInstances');
		addTask('resize');
		expect(await both.events()).toEqual(['resize taskChanged null>EXECUTING']);
	});

	test.each<[string, FaultEffect]>([
		['breaks down', fault.serverError()],
		['answers with half a list', { kind: 'truncate' }],
		['does not answer', { kind: 'cut', when: 'before' }],
		['has a page of a proxy in front', { kind: 'answer', status: 200, body: '<html></html>' }],
	])('also where it %s', async (_, effect) => {
		for (const broken of ['ListInstances', 'ListBackgroundTasks']) {
			stage.em.faults.clear();
			const both = watchTasks([...BOTH, 'instanceStatusChanged']);
			await both.tick();
			stage.em.faults.add({ operation: broken, times: 'always', effect });
			const task = addTask(`resize-${broken}`);
			instance.status = instance.status === 'RUNNING' ? 'EXTENDING' : 'RUNNING';
			const told = await both.events();
			expect(told).toEqual([
				expect.stringContaining(broken === 'ListInstances' ? task.name : 'instanceStatusChanged'),
			]);
			// Nobody would look at the log otherwise.
			await expect(both.tick()).rejects.toThrow(/^Poll did not succeed/);
			stage.em.faults.clear();
			// What the other half missed comes once it can be read.
			expect(await both.events()).toHaveLength(1);
		}
	});

	test('also where it does not answer as long as the poll has time', async () => {
		const both = watchTasks([...BOTH, 'instanceStatusChanged']);
		await both.tick();
		const effect = { kind: 'delay', ms: 60 * MINUTE } as const;
		stage.em.faults.add({ operation: 'ListInstances', times: 'always', effect });
		addTask('resize');
		instance.status = 'EXTENDING';
		expect(await both.events()).toEqual(['resize taskChanged null>EXECUTING']);
		await expect(both.tick()).rejects.toThrow('the list of instances did not come in time');
		stage.em.faults.clear();
		expect(await both.events()).toEqual(['orders instanceStatusChanged RUNNING>EXTENDING']);
	});

	test('also where it was added later and was never read', async () => {
		const watch = stage.watch({ events: ['instanceStatusChanged'], instanceId: byId(instance.id) });
		await watch.tick();
		watch.set({ events: ['instanceStatusChanged', ...BOTH], instanceId: byId(instance.id) });
		forbidden('ListBackgroundTasks');
		instance.status = 'ERROR';
		expect(await watch.events()).toEqual(['orders instanceStatusChanged RUNNING>ERROR']);
		await expect(watch.tick()).rejects.toThrow(/^Poll did not succeed/);
	});

	test('but the first poll says what is wrong', async () => {
		forbidden('ListBackgroundTasks');
		const both = watchTasks([...BOTH, 'instanceStatusChanged']);
		both.set({ options: { emitCurrent: true } });
		await expect(both.tick()).rejects.toThrow();
	});
});

test('a renewed key, and a project ID that is entered later, lose no event', async () => {
	const watch = watchTasks(['instanceStatusChanged']);
	await watch.tick();
	stage.em.huawei.state.accounts.keys.push({
		accessKey: 'ROTATED',
		secretKey: 'rotated-secret',
	} as never);
	stage.setCredential({ accessKeyId: 'ROTATED', secretAccessKey: 'rotated-secret', projectId: '' });
	instance.status = 'ERROR';
	expect(await watch.events()).toEqual(['orders instanceStatusChanged RUNNING>ERROR']);
});
