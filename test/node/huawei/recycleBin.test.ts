/** What becomes of deleted instances, and of what is scheduled: Recycle Bin and Scheduled Task, through n8n. */
import { DAY } from '../../../emulator/core/clock';
import type { HuaweiInstance } from '../../../emulator';
import { schedule } from '../../../emulator/huawei/model/scheduledTasks';
import { byId, openCloud, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
let instance: HuaweiInstance;
const state = () => cloud.em.huawei.state;
const here = () => ({ instanceId: byId(instance.id) });

beforeAll(async () => {
	cloud = await openCloud({}, { tick: 90_000 });
});
beforeEach(() => {
	cloud.forget();
	instance = state().seed({ name: 'orders' });
	state().rules.recycleDays = 3;
});
afterEach(() => {
	instance.gone = true;
	state().rules.recycles = true;
});

function recycle(): void {
	Object.assign(instance, { status: 'RECYCLE', deleting: true, recycledAt: state().now });
}

const answer = (operation: string, body: unknown) =>
	void cloud.em.faults.add({
		...{ operation, times: 'always' },
		effect: { kind: 'answer', status: 200, body } as never,
	});

describe('Recycle Bin: what the service answers', () => {
	test.each([{ results: null }, { results: [null] }, { results: 'x' }, { instances: [{}] }])(
		'Restore that is answered with %j is not told as done, nor as not done',
		async (body) => {
			recycle();
			answer('RestoreRecycleInstance', body);
			const { told } = await cloud.run('recycleBin/restore', { instances: [instance.id] });
			expect(told).toContain(`does not say whether instance ${instance.id} is being restored`);
		},
	);

	const policy = { defaultUseRecycle: false, retentionDays: 3 };

	test('Update Policy without a policy in the answer has what was sent', async () => {
		answer('ModifyRecyclePolicy', { recycle_instances: null });
		const [set] = await cloud.items('recycleBin/updatePolicy', policy);
		expect(set).toEqual({ updated: true, default_use_recycle: false, retention_days: 3 });
	});

	test('Update Policy that another policy is the answer to has failed', async () => {
		answer('ModifyRecyclePolicy', { retention_days: 3, default_use_recycle: true });
		const { told } = await cloud.run('recycleBin/updatePolicy', policy);
		expect(told).toContain('the policy was not set as requested: default_use_recycle is true');
	});
});

describe('Recycle Bin: Restore', () => {
	test('waits until the instance runs again', async () => {
		recycle();
		const [restored] = await cloud.items('recycleBin/restore', {
			instances: [instance.id],
			...WAITING,
		});
		expect(cloud.lines()[0]).toBe('POST /v2/{project}/recycle');
		expect(cloud.body('RestoreRecycleInstance')).toEqual({ instances: [instance.id] });
		expect(restored).toMatchObject({
			instance_id: instance.id,
			restoring: true,
			job_id: expect.any(String),
			completed: true,
			status: 'RUNNING',
		});
		const listed = await cloud.items('instance/getAll', { returnAll: true });
		expect(listed.map(({ instance_id: id }) => id)).toContain(instance.id);
		expect(await cloud.items('recycleBin/getAll', {})).toEqual([]);
	});

	test('one that is not in the bin fails, although the response is a success', async () => {
		recycle();
		const other = state().seed({ name: 'other' });
		const given = { instances: [instance.id, other.id] };
		const { told } = await cloud.run('recycleBin/restore', given);
		other.gone = true;
		expect(told).toContain(`${other.id}`);
		expect(told).toContain('not in the recycle bin');
		// What was restored is billed again, so the error names it.
		expect(told).toContain(instance.id);
		expect(told).toContain(instance.tasks[0].id);
	});

	test('a task that fails leaves it in the bin, and the wait ends', async () => {
		recycle();
		instance.failingTasks = ['restoreInstance'];
		const { told } = await cloud.run('recycleBin/restore', {
			instances: [instance.id],
			...WAITING,
		});
		expect(told).toMatch(/restore of instance .*FAILED/);
	});

	test.each([
		[
			'names the list otherwise',
			(id: string) => ({ instances: [{ instance_id: id, job_id: 'j' }] }),
		],
		['has a job in numbers', (id: string) => ({ results: [{ instance_id: id, job_id: 7 }] })],
	])('a response that %s is understood', async (_what, body) => {
		cloud.em.faults.add({
			operation: 'RestoreRecycleInstance',
			effect: { kind: 'answer', status: 200, body: body(instance.id) },
		});
		const restored = await cloud.items('recycleBin/restore', { instances: [instance.id] });
		expect(restored).toMatchObject([{ instance_id: instance.id, restoring: true }]);
	});
});

describe('Recycle Bin: Update Policy', () => {
	test('always sends both, and later deletions are as it says', async () => {
		const options = { defaultUseRecycle: false, retentionDays: 5 };
		expect(await cloud.items('recycleBin/updatePolicy', options)).toEqual([
			{ updated: true, retention_days: 5, default_use_recycle: false },
		]);
		expect(cloud.lines()).toEqual(['PUT /v2/{project}/recycle']);
		expect(cloud.body()).toEqual({ retention_days: 5, default_use_recycle: false });
		const [gone] = await cloud.items('instance/deleteMany', {
			instances: [instance.id],
			...WAITING,
		});
		expect(gone).toMatchObject({ status: 'DELETED', completed: true });
	});

	test.each([
		[{ retentionDays: 8 }, "'Retention (Days)' is 8"],
		[{ defaultUseRecycle: '={{ undefined }}' }, "'Keep Deleted Instances'"],
		[{ retentionDays: '={{ "" }}' }, "'Retention (Days)'"],
	])('%j is refused before anything is sent', async (given, problem) => {
		const { told } = await cloud.run('recycleBin/updatePolicy', {
			defaultUseRecycle: true,
			retentionDays: 7,
			...given,
		});
		expect(told).toContain(problem);
		expect(cloud.em.requests).toEqual([]);
	});
});

describe('Scheduled Task', () => {
	const ran: number[] = [];
	const path = (rest = '') => `/v2/{project}/instances/${instance.id}/scheduled-tasks${rest}`;
	const plan = (id: string, at: number) => {
		const run = (now: number) => void ran.push(now);
		schedule(instance, { id, name: 'upgradeInstance', params: {}, at, run }, state().now);
		return id;
	};
	const task = (id: string) => instance.scheduledTasks.find((one) => one.id === id);

	test('Get Many, over several pages', async () => {
		for (let n = 0; n < 120; n++) plan(`task-${n}`, state().now + DAY);
		const all = await cloud.items('scheduledTask/getAll', { ...here(), returnAll: true });
		expect(new Set(all.map(({ id }) => id)).size).toBe(120);
		expect(cloud.lines()).toEqual([
			`GET ${path('?limit=100&start=1')}`,
			// Read with an overlap, by which a list that changes meanwhile is recognized.
			`GET ${path('?limit=100&start=100')}`,
		]);
		expect(all[0]).toMatchObject({ name: 'upgradeInstance', status: 'CREATED' });
	});

	test('Update moves it, in UTC digits and without a body', async () => {
		const id = plan('move', state().now + DAY);
		const [moved] = await cloud.items('scheduledTask/update', {
			...here(),
			taskId: byId(id),
			change: 'reschedule',
			executeAt: '2100-01-02T03:04:05+02:00',
		});
		expect(cloud.lines()).toEqual([`PUT ${path('/move?execute_at=21000102010405')}`]);
		expect(cloud.body()).toBeUndefined();
		expect(moved).toEqual({
			updated: true,
			execute_at: '21000102010405',
			id,
			instance_id: instance.id,
		});
		expect(task(id)).toMatchObject({ status: 'CREATED', at: Date.UTC(2100, 0, 2, 1, 4, 5) });
	});

	test('Update cancels it, and a left-over start time is not sent', async () => {
		const id = plan('stop', state().now + DAY);
		const given = { ...here(), taskId: byId(id), change: '={{ "cancel" }}', executeAt: 'x' };
		expect(await cloud.items('scheduledTask/update', given)).toEqual([
			{ cancelled: true, id, instance_id: instance.id },
		]);
		expect(cloud.lines()).toEqual([`PUT ${path('/stop?status=CANCELLED')}`]);
		expect(task(id)?.status).toBe('CANCELLED');
	});

	test.each([
		[{ change: 'reschedule' }, "'Start Time'"],
		[{ change: '={{ "halt" }}', executeAt: 1_900_000_000_000 }, "'Change'"],
		[{ change: '={{ undefined }}' }, "'Change'"],
	])('Update with %j is refused before anything is sent', async (given, problem) => {
		const { told } = await cloud.run('scheduledTask/update', {
			...here(),
			taskId: byId('any'),
			...given,
		});
		expect(told).toContain(problem);
		expect(cloud.em.requests).toEqual([]);
	});

	const LATER = '2100-01-02T03:04:05Z';

	test.each([
		['2100-01-02T03:04:05.000Z', undefined],
		[4_102_542_245_000, undefined],
		['21000102030400', undefined],
		['soon', undefined],
		['2100-01-02T11:04:05.000Z', expect.stringMatching(/shows 2100-01-02T11:04:05.000Z as/)],
		['20991201000000', expect.stringMatching(/not the requested one/)],
	])('Update with Wait, where the list then has the start time %j', async (schedule_at, note) => {
		const jobs = [{ id: 'x', status: 'CREATED', schedule_at }];
		answer('ListScheduledTasks', { jobs, job_count: '1' });
		answer('UpdateScheduledTask', {});
		const given = { ...here(), taskId: byId('x'), executeAt: LATER, ...WAITING };
		const [moved] = await cloud.items('scheduledTask/update', given);
		expect(moved).toMatchObject({ updated: true, completed: true, scheduleAt: schedule_at });
		expect(moved.note).toEqual(note);
	});

	test('Update with Wait that cancels what has already run has failed', async () => {
		answer('ListScheduledTasks', { jobs: [{ id: 'x', status: 'SUCCESS' }], job_count: '1' });
		answer('UpdateScheduledTask', {});
		const given = { ...here(), taskId: byId('x'), change: 'cancel', ...WAITING };
		const { told } = await cloud.run('scheduledTask/update', given);
		expect(told).toContain('Scheduled task x ended with status SUCCESS');
	});

	test('Delete takes away only what is over', async () => {
		const id = plan('over', state().now + DAY);
		const given = { ...here(), taskId: byId(id) };
		const { told } = await cloud.run('scheduledTask/delete', given);
		expect(told).toContain('DMS.00400017');
		await cloud.items('scheduledTask/update', { ...given, change: 'cancel' });
		expect(await cloud.items('scheduledTask/delete', given)).toEqual([
			{ deleted: true, id, instance_id: instance.id },
		]);
		expect(task(id)).toBeUndefined();
	});
});
