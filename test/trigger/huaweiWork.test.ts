/** Events of scheduled tasks, Smart Connect tasks, and diagnoses, through n8n-core and the emulated cloud. */
import type { HuaweiInstance } from '../../emulator';
import { byId, openPolls, type PollStage } from '../support/pollStage';

let stage: PollStage;
let instance: HuaweiInstance;
beforeEach(async () => {
	stage = await openPolls('huawei', { instances: [{ name: 'orders', connectorEnable: true }] });
	[instance] = stage.em.huawei.state.instances;
});

const watch = (...events: string[]) => stage.watch({ events, instanceId: byId(instance.id) });
const ago = (minutes: number) => stage.em.clock.now() - minutes * 60_000;

/** Puts something new of each kind into the instance, and gives what its status is set by. */
const KINDS = {
	scheduledTask: {
		list: 'ListScheduledTasks',
		id: 'scheduled-1',
		first: 'CREATED',
		next: 'EXECUTING',
		add(id: string, status: string, createdAt = ago(1)) {
			const times = { createdAt, updatedAt: createdAt, at: createdAt };
			const task = { id, name: 'upgrade', params: '{}', status, run: () => {}, ...times };
			instance.scheduledTasks.push(task as never);
		},
		set(status: string) {
			instance.scheduledTasks[0].status = status as never;
		},
	},
	smartConnectTask: {
		list: 'ListConnectorTasks',
		id: 'copy-1',
		first: 'CREATING',
		next: 'RUNNING',
		add(id: string, status: string, createdAt = ago(1)) {
			const settings = { task_name: 'upgrade' };
			instance.connector?.tasks.push({ id, status, createdAt, settings, changes: 0 });
		},
		set(status: string) {
			const [task] = instance.connector?.tasks ?? [];
			task.status = status;
		},
	},
	diagnosis: {
		list: 'ListMessageDiagnosisReports',
		id: 'report-1',
		first: 'diagnosing',
		next: 'deleted',
		add(id: string, status: string, beganAt = ago(1)) {
			instance.reports.push({ id, status, group: 'billing', topic: 'paid', beganAt });
		},
		set(status: string) {
			instance.reports[0].status = status;
		},
	},
};

describe.each(Object.entries(KINDS))('%s', (name, kind) => {
	test('is told when it appears and changes, by one request a poll', async () => {
		const changed = watch(`${name}Changed`);
		expect(await changed.tick()).toBeNull();
		kind.add(kind.id, kind.first);
		stage.requests();
		expect(await changed.tick()).toMatchObject([
			{
				event: `${name}Changed`,
				instanceId: instance.id,
				instanceName: 'orders',
				previousStatus: null,
				status: kind.first,
				statusKind: 'pending',
				taskId: kind.id,
				task: { status: kind.first },
			},
		]);
		expect(stage.requests()).toEqual({ [kind.list]: 1, ShowInstance: 1 });
		expect(await changed.tick()).toBeNull();
		expect(stage.requests()).toEqual({ [kind.list]: 1 });
		kind.set(kind.next);
		expect(await changed.tick()).toMatchObject([{ previousStatus: kind.first, status: kind.next }]);
		changed.restart();
		expect(await changed.tick()).toBeNull();
	});

	test('a status that no document lists is told as it is', async () => {
		kind.add(kind.id, kind.first);
		const changed = watch(`${name}Changed`);
		await changed.tick();
		kind.set('BROKEN');
		expect(await changed.tick()).toMatchObject([{ status: 'BROKEN', statusKind: 'unknown' }]);
	});

	test('a first poll only takes note, unless what is there is wanted', async () => {
		kind.add(kind.id, kind.next);
		expect(await watch(`${name}Changed`).tick()).toBeNull();
		const all = stage.watch({
			events: [`${name}Changed`],
			instanceId: byId(instance.id),
			options: { emitCurrent: true },
		});
		expect(await all.tick()).toMatchObject([{ taskId: kind.id, previousStatus: null }]);
	});

	test('the state holds only the newest hundred, and older ones never look new', async () => {
		for (let n = 0; n < 130; n++) kind.add(`old-${n}`, kind.next, ago(1000 - n));
		const changed = watch(`${name}Changed`);
		await changed.tick();
		expect(changed.stored.match(/old-/g)).toHaveLength(100);
		expect(await changed.tick()).toBeNull();
		kind.add('new', kind.first, ago(0));
		expect(await changed.tick()).toMatchObject([{ taskId: 'new' }]);
		expect(await changed.tick()).toBeNull();
	});
});

test.each([
	['scheduledTaskFinished', KINDS.scheduledTask, ['SUCCESS', 'FAILED', 'CANCELLED']],
	['diagnosisFinished', KINDS.diagnosis, ['finished', 'normal', 'abnormal', 'failed']],
] as const)('%s is told at an end only', async (event, kind, ends) => {
	for (const end of ends) {
		instance.scheduledTasks = [];
		instance.reports = [];
		const finished = watch(event);
		await finished.tick();
		kind.add(kind.id, kind.first);
		expect(await finished.tick()).toBeNull();
		kind.set(end);
		expect(await finished.tick()).toMatchObject([{ event, status: end }]);
		expect(await finished.tick()).toBeNull();
	}
});

test('one kind that may no longer be read does not hold up the others', async () => {
	const both = watch('scheduledTaskChanged', 'diagnosisChanged', 'taskChanged');
	await both.tick();
	stage.em.faults.add({
		operation: 'ListScheduledTasks',
		times: 'always',
		effect: {
			kind: 'answer',
			status: 403,
			body: { error_code: 'DMS.00403003', error_msg: 'Forbidden.' },
		},
	});
	KINDS.scheduledTask.add('scheduled-1', 'CREATED');
	KINDS.diagnosis.add('report-1', 'diagnosing');
	expect(await both.tick()).toMatchObject([{ event: 'diagnosisChanged' }]);
	stage.em.faults.clear();
	// What happened meanwhile is told when it can be read again.
	expect(await both.tick()).toMatchObject([{ event: 'scheduledTaskChanged' }]);
});

test('another event of another kind does not make the known ones look new', async () => {
	KINDS.scheduledTask.add('scheduled-1', 'CREATED');
	KINDS.diagnosis.add('report-1', 'diagnosing');
	const watched = watch('scheduledTaskChanged');
	await watched.tick();
	watched.set({ events: ['scheduledTaskChanged', 'diagnosisChanged'] });
	expect(await watched.tick()).toBeNull();
	KINDS.diagnosis.set('finished');
	expect(await watched.tick()).toMatchObject([{ event: 'diagnosisChanged' }]);
});
