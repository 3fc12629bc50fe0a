/** The Tencent Cloud trigger's event of a finished task, through n8n-core and against the emulated cloud. */
import { fault } from '../../emulator';
import { FLOW_STATUS, STATUS } from '../../emulator/tencent/model/status';
import { type Flow } from '../../emulator/tencent/model/contents';
import { openPolls, type PollStage } from '../support/pollStage';

let stage: PollStage;
beforeEach(async () => {
	stage = await openPolls('tencent', { instances: [{ name: 'orders' }] });
});

const FINISHED = ['taskFinished'];
const { succeeded, failed, running } = FLOW_STATUS;

let count = 100;
function addFlow(status: number = running, more: Partial<Flow> = {}): Flow {
	const { state } = stage.em.tencent;
	const [instance] = state.instances;
	const flow = {
		id: count++,
		operation: 'CreatePartition',
		instanceId: instance.id,
		region: instance.region,
		status,
		output: '',
		...more,
	} as Flow;
	state.flows.push(flow);
	return flow;
}

const watchTasks = (flowIds: unknown, events = FINISHED) =>
	stage.watch({ events, flowIds: flowIds as string });

/** One tick, in short: `flow ID previous>status`. */
async function ends(watch: ReturnType<typeof watchTasks>): Promise<string[]> {
	const items = (await watch.tick()) ?? [];
	return items.map(({ taskId, previousStatus, status }) => `${taskId} ${previousStatus}>${status}`);
}

test('the end of a Tencent Cloud task is reported once', async () => {
	const task = addFlow();
	const tasks = watchTasks(String(task.id));
	expect(await tasks.tick()).toBeNull();
	expect(await tasks.tick()).toBeNull();
	expect(stage.requests()).toEqual({ DescribeTaskStatus: 2 });

	Object.assign(task, { status: failed, output: 'No room.' });
	expect(await tasks.tick()).toEqual([
		{
			event: 'taskFinished',
			provider: 'tencentCloud',
			region: 'ap-guangzhou',
			instanceId: null,
			instanceName: null,
			previousStatus: 'running',
			status: 'failed',
			statusKind: 'failed',
			observedAt: expect.any(String),
			taskId: task.id,
			task: { FlowId: task.id, Status: 1, Output: 'No room.', status: 'failed' },
		},
	]);
	stage.requests();
	expect(await tasks.tick()).toBeNull();
	tasks.restart();
	expect(await tasks.tick()).toBeNull();
	// What has ended costs nothing any more.
	expect(stage.requests()).toEqual({});
});

test('a task has succeeded with status 0 and failed with 1, and not ended with one that no document has', async () => {
	const [good, bad, odd] = [succeeded, failed, 9].map((status) => addFlow(status));
	const tasks = watchTasks([good.id, bad.id, odd.id]);
	expect(await ends(tasks)).toEqual([`${good.id} null>succeeded`, `${bad.id} null>failed`]);
	expect(await ends(tasks)).toEqual([]);
	odd.status = succeeded;
	expect(await ends(tasks)).toEqual([`${odd.id} status 9>succeeded`]);
});

test.each([
	['a number', (a: number) => a, 1],
	['text with commas', (a: number, b: number) => `${a}, ${b} `, 2],
	['lines', (a: number, b: number) => `${a}\n${b}`, 2],
	['a list', (a: number, b: number) => [a, String(b)], 2],
	['the same twice', (a: number) => `${a},${a}`, 1],
])('the IDs of tasks may be %s', async (_what, value, expected) => {
	const [a, b] = [addFlow(succeeded), addFlow(succeeded)];
	const tasks = watchTasks(value(a.id, b.id));
	expect(await tasks.tick()).toHaveLength(expected);
	expect(stage.requests()).toEqual({ DescribeTaskStatus: expected });
});

test('an expression gives the IDs of tasks anew at each poll, and may give none', async () => {
	const [a, b] = [addFlow(succeeded), addFlow(succeeded)];
	const tasks = watchTasks('={{ [] }}');
	expect(await ends(tasks)).toEqual([]);
	expect(stage.requests()).toEqual({});
	tasks.set({ flowIds: `={{ [${a.id}] }}` });
	expect(await ends(tasks)).toEqual([`${a.id} null>succeeded`]);
	tasks.set({ flowIds: `={{ [${a.id}, ${b.id}] }}` });
	expect(await ends(tasks)).toEqual([`${b.id} null>succeeded`]);
});

test.each([
	['', "'Task IDs' is empty"],
	[' , ', "'Task IDs' is empty"],
	['0', "'Task IDs' contains 0, which is not a task ID"],
	['12,x1', "'Task IDs' contains x1, which is not a task ID"],
	['1.5', "'Task IDs' contains 1.5, which is not a task ID"],
	['-3', "'Task IDs' contains -3, which is not a task ID"],
	['90071992547409930', "'Task IDs' contains 90071992547409930, which is not a task ID"],
	[[5, null], "'Task IDs' contains null, which is not a task ID"],
	[Array.from({ length: 101 }, (_, i) => i + 1), "'Task IDs' has 101 entries"],
])(
	'the IDs of tasks cannot be %j, which is refused before anything is sent',
	async (value, message) => {
		await expect(watchTasks(value).tick()).rejects.toThrow(message);
		expect(stage.requests()).toEqual({});
	},
);

test('the IDs of tasks do not matter without the event', async () => {
	expect(await watchTasks('nonsense', ['instanceAppeared']).tick()).toBeNull();
});

test('what is kept of tasks follows the IDs in the field', async () => {
	const flows = Array.from({ length: 15 }, () => addFlow(succeeded));
	const ids = flows.map(({ id }) => id);
	const tasks = watchTasks(ids.join());
	expect(await tasks.tick()).toHaveLength(15);
	expect(tasks.stored.length).toBeLessThan(15 * 30);

	tasks.set({ flowIds: String(ids[0]) });
	expect(await tasks.tick()).toBeNull();
	expect(tasks.stored).toContain(`"${ids[0]}"`);
	expect(tasks.stored).not.toContain(`"${ids[1]}"`);
	tasks.set({ flowIds: ids.slice(0, 2).join() });
	expect(await ends(tasks)).toEqual([`${ids[1]} null>succeeded`]);
});

describe('a task that the service does not know', () => {
	const UNKNOWN = 99_999_999;
	const message = `task ${UNKNOWN} could not be read in ap-guangzhou: `;

	test('is an error that says which, after the others were reported', async () => {
		const task = addFlow();
		const tasks = watchTasks(`${UNKNOWN},${task.id}`);
		await expect(tasks.tick()).rejects.toThrow(message);
		tasks.set({ flowIds: String(task.id) });
		expect(await tasks.tick()).toBeNull();
		tasks.set({ flowIds: `${UNKNOWN},${task.id}` });
		await expect(tasks.tick()).rejects.toThrow(message);
		task.status = succeeded;
		expect(await ends(tasks)).toEqual([`${task.id} running>succeeded`]);
		await expect(tasks.tick()).rejects.toThrow(message);
	});

	test('is an error in a test in the editor', async () => {
		const tasks = watchTasks(String(UNKNOWN), [...FINISHED, 'instanceAppeared']);
		await expect(tasks.tick({ mode: 'manual' })).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining("Check 'Task IDs', and that the region is"),
		});
	});

	test.each([
		['ResourceNotFound', 1],
		['FailedOperation', 5],
		['InvalidParameterValue.FlowId', 1],
	])('with the code %s does not hold up events of instances', async (Code, requests) => {
		const [task, ended] = [addFlow(), addFlow(succeeded)];
		const [instance] = stage.em.tencent.state.instances;
		const both = watchTasks(`${task.id},${ended.id}`, [...FINISHED, 'instanceStatusChanged']);
		expect(await ends(both)).toEqual([`${ended.id} null>succeeded`]);
		const body = { Response: { RequestId: 'r', Error: { Code, Message: 'No.' } } };
		const effect = { kind: 'answer', status: 200, body } as const;
		stage.em.faults.add({ operation: 'DescribeTaskStatus', effect, times: 'always' });
		instance.status = STATUS.upgrading;
		stage.requests();
		expect(await both.tick()).toMatchObject([{ status: 'upgrading' }]);
		expect(stage.requests()).toEqual({ DescribeInstances: 1, DescribeTaskStatus: requests });
		expect(await both.tick()).toBeNull();
		stage.em.faults.clear();
		task.status = succeeded;
		expect(await ends(both)).toEqual([`${task.id} running>succeeded`]);
	});

	test('here is not the one of that number in another region', async () => {
		const task = addFlow(succeeded, { region: 'ap-shanghai' });
		const tasks = watchTasks(String(task.id));
		await expect(tasks.tick()).rejects.toThrow('could not be read in ap-guangzhou');
		tasks.set({ options: { region: 'ap-shanghai' } });
		expect(await tasks.tick()).toMatchObject([{ taskId: task.id, region: 'ap-shanghai' }]);
	});
});

describe('a status of a task that cannot be read', () => {
	const answer = (Response: unknown) =>
		({ kind: 'answer', status: 200, body: { Response } }) as const;

	test.each([
		['a server error', fault.serverError(500)],
		['an answer cut off', { kind: 'truncate' } as const],
		['an empty result', answer({ RequestId: 'r', Result: {} })],
		['no status', answer({ RequestId: 'r', Result: { Output: '' } })],
		['a status that is null', answer({ RequestId: 'r', Result: { Status: null, Output: null } })],
		['a throttled request', fault.tooManyRequests()],
	])('because of %s is reported later, and holds up no instance', async (_what, effect) => {
		const [quick, slow] = [addFlow(), addFlow()];
		const [instance] = stage.em.tencent.state.instances;
		const both = watchTasks(`${quick.id},${slow.id}`, [...FINISHED, 'instanceStatusChanged']);
		await both.tick();
		quick.status = failed;
		instance.status = STATUS.upgrading;
		stage.em.faults.add({ operation: 'DescribeTaskStatus', nth: 2, effect, times: 'always' });
		const events = async () =>
			(await both.tick())?.map(({ event, status }) => `${event} ${status}`);
		expect(await events()).toEqual(['instanceStatusChanged upgrading']);
		const before = both.stored;
		await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: /);
		expect(both.stored).toBe(before);
		stage.em.faults.clear();
		expect(await events()).toEqual(['taskFinished failed']);
		expect(await both.tick()).toBeNull();
	});

	test.each(['AuthFailure.SignatureFailure', 'UnauthorizedOperation'])(
		'because of %s holds up no events of instances, and is reported later',
		async (Code) => {
			const [task, other] = [addFlow(), addFlow()];
			const [instance] = stage.em.tencent.state.instances;
			const both = watchTasks(`${task.id},${other.id}`, [...FINISHED, 'instanceStatusChanged']);
			await both.tick();
			task.status = failed;
			const effect = answer({ RequestId: 'r', Error: { Code } });
			stage.em.faults.add({ operation: 'DescribeTaskStatus', effect, times: 'always' });
			const events = async () =>
				((await both.tick()) ?? []).map(({ event, status }) => `${event} ${status}`);
			for (const status of [STATUS.upgrading, STATUS.running]) {
				instance.status = status;
				expect(await events()).toHaveLength(1);
				await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: /);
			}
			stage.em.faults.clear();
			expect(await events()).toEqual(['taskFinished failed']);
		},
	);

	test('a task that may not be read at the first poll says so', async () => {
		const both = watchTasks(String(addFlow().id), [...FINISHED, 'instanceStatusChanged']);
		const effect = answer({ RequestId: 'r', Error: { Code: 'UnauthorizedOperation' } });
		stage.em.faults.add({ operation: 'DescribeTaskStatus', effect, times: 'always' });
		await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: /);
	});

	test('a list of instances that may not be read holds up no tasks, and is reported later', async () => {
		const task = addFlow();
		const [instance] = stage.em.tencent.state.instances;
		const both = watchTasks(String(task.id), [...FINISHED, 'instanceStatusChanged']);
		await both.tick();
		const effect = answer({ RequestId: 'r', Error: { Code: 'UnauthorizedOperation' } });
		stage.em.faults.add({ operation: 'DescribeInstances', effect, times: 'always' });
		instance.status = STATUS.upgrading;
		task.status = succeeded;
		expect(await both.tick()).toMatchObject([{ event: 'taskFinished' }]);
		stage.em.faults.clear();
		expect(await both.tick()).toMatchObject([{ event: 'instanceStatusChanged' }]);
	});

	test('a list of instances that cannot be read holds up no tasks either', async () => {
		const task = addFlow();
		const both = watchTasks(String(task.id), [...FINISHED, 'instanceAppeared']);
		await both.tick();
		task.status = succeeded;
		const effect = fault.serverError();
		stage.em.faults.add({ operation: 'DescribeInstances', effect, times: 'always' });
		expect(await ends(both)).toEqual([`${task.id} running>succeeded`]);
		await expect(both.tick()).rejects.toThrow(/^Poll did not succeed: /);
		stage.em.faults.clear();
		expect(await both.tick()).toBeNull();
	});
});

test('an example prefers tasks that have ended, and keeps nothing', async () => {
	const [a, b] = [addFlow(), addFlow()];
	const tasks = watchTasks(`${a.id},${b.id}`);
	expect(await tasks.tick({ mode: 'manual' })).toMatchObject([
		{ taskId: a.id, status: 'running', statusKind: 'pending' },
		{ taskId: b.id },
	]);
	b.status = succeeded;
	expect(await tasks.tick({ mode: 'manual' })).toMatchObject([
		{
			event: 'taskFinished',
			taskId: b.id,
			previousStatus: 'running',
			status: 'succeeded',
			statusKind: 'ready',
		},
	]);
	expect(tasks.stored).toBe('{}');
	await tasks.tick();
	expect(await tasks.tick({ mode: 'manual' })).toHaveLength(1);
	const many = watchTasks(Array.from({ length: 9 }, () => addFlow(succeeded).id));
	stage.requests();
	expect(await many.tick({ mode: 'manual' })).toHaveLength(5);
	expect(stage.requests()).toEqual({ DescribeTaskStatus: 5 });
});
