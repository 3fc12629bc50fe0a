import type { ServedRoom } from './room';
import { until } from './until';
import { itemsOf, kafkaNode, chain, node, startingWith, StoredWorkflow } from './workflows';

/** Six polls a minute: n8n allows one a minute for each time that is set. */
const OFTEN = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** A trigger of the status of instances that is polled every ten seconds. */
export const statusTrigger = kafkaNode('Status Changed', 'huaweiCloudKafkaTrigger', {
	pollTimes: OFTEN,
	events: ['instanceStatusChanged'],
	statuses: ['RUNNING'],
	options: {},
});

/** A workflow that the trigger starts. */
export const watching = startingWith(
	statusTrigger,
	chain(node('Tell', 'n8n-nodes-base.noOp')),
);

/** A trigger workflow that is switched on: one change in the cloud, one execution. */
export async function trigger({ rest, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('A trigger workflow that is switched on');
	const instance = emulator.huawei.state.seed({ name: 'payments', status: 'CREATING' });
	const polls = () =>
		emulator.requests.filter(({ operation }) => operation === 'ListInstances').length;
	/** The end of the poll that is, or will be, the second from now: one of them began after the call. */
	const afterPolls = async () => {
		const from = polls();
		await until('two polls', () => polls() >= from + 2, 90);
	};

	// The clock stands still, so that the instance is being created until the test says otherwise.
	const { speed } = emulator.clock;
	emulator.clock.speed = 0;
	const workflow = await StoredWorkflow.add(rest, watching);
	await workflow.activate();
	await afterPolls();
	timeline.check('nothing changed, nothing started', (await workflow.executions()).length === 0);
	emulator.clock.advance(11 * 60_000);
	timeline.say(`the cloud says that payments is ${instance.agenda ? 'RUNNING' : ''}`);
	const [execution] = await until('an execution that has ended', async () => {
		const all = await workflow.executions();
		return all.some(({ status }) => status === 'success') && all;
	});
	await afterPolls();
	timeline.check('the change started one execution', (await workflow.executions()).length === 1);
	const [event] = itemsOf(await workflow.data(execution), 'Tell');
	timeline.check(
		`its item tells ${String(event?.previousStatus)} -> ${String(event?.status)} of ${String(event?.instanceName)}`,
		event?.previousStatus === 'CREATING' && event.status === 'RUNNING' && event.instanceId === instance.id,
	);
	await workflow.deactivate();
	emulator.clock.speed = speed;
}
