import type { Rest } from './rest';
import type { ServedRoom } from './room';
import { until } from './until';
import {
	chain,
	itemsOf,
	kafkaNode,
	node,
	startingWith,
	StoredWorkflow,
	type Execution,
} from './workflows';

/** Six polls a minute: n8n allows one a minute for each time that is set. */
const OFTEN = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** A workflow that a change to RUNNING starts. */
const watching = startingWith(
	kafkaNode('Status Changed', 'huaweiCloudKafkaTrigger', {
		pollTimes: OFTEN,
		events: ['instanceStatusChanged'],
		statuses: ['RUNNING'],
		options: {},
	}),
	chain(node('Notify', 'n8n-nodes-base.noOp')),
);

/** Switches a workflow on that watches the status of instances. */
export async function watch(rest: Rest): Promise<StoredWorkflow> {
	const workflow = await StoredWorkflow.add(rest, watching);
	await workflow.activate();
	return workflow;
}

/**
 * Has an instance of that name become RUNNING in the cloud while the workflow watches.
 *
 * @returns The executions that this started, after two more polls
 */
export async function changeWhile(
	workflow: StoredWorkflow,
	name: string,
	{ emulator, timeline }: ServedRoom,
): Promise<Execution[]> {
	const polls = () =>
		emulator.requests.filter(({ operation }) => operation === 'ListInstances').length;
	const twoPolls = async () => {
		const from = polls();
		await until('two polls', () => polls() >= from + 2, 90);
	};
	// The clock stands still, so that the instance is being created until the test says otherwise.
	const { speed } = emulator.clock;
	emulator.clock.speed = 0;
	emulator.huawei.state.seed({ name, status: 'CREATING' });
	await twoPolls();
	const before = await workflow.executions();
	timeline.check('no change, no execution', before.length === 0);
	emulator.clock.advance(11 * 60_000);
	timeline.say(`in the cloud, ${name} is now ${emulator.huawei.state.named(name)?.status}`);
	await until('an execution has succeeded', async () =>
		(await workflow.executions()).some(({ status }) => status === 'success'),
	);
	await twoPolls();
	emulator.clock.speed = speed;
	return await workflow.executions();
}

/** A trigger workflow that is switched on: one change in the cloud, one execution. */
export async function trigger(room: ServedRoom): Promise<void> {
	const { rest, emulator, timeline } = room;
	timeline.step('An active trigger workflow');
	const workflow = await watch(rest);
	const executions = await changeWhile(workflow, 'payments', room);
	timeline.check('the change started one execution', executions.length === 1);
	const [event] = itemsOf(await workflow.data(executions[0]), 'Notify');
	timeline.check(
		`its item contains ${String(event?.previousStatus)} -> ${String(event?.status)} for ${String(event?.instanceName)}`,
		event?.previousStatus === 'CREATING' &&
			event.status === 'RUNNING' &&
			event.instanceId === emulator.huawei.state.named('payments')?.id,
	);
	await workflow.deactivate();
}
