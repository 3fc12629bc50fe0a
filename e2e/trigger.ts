import type { IDataObject } from 'n8n-workflow';

import type { Rest } from './rest';
import type { ServedRoom } from './room';
import { until } from './until';
import { KAFKA_VENDORS, type Vendor } from './vendors';
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
export const OFTEN = {
	item: [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	})),
};

/** A workflow that an instance which became ready starts. */
const watching = ({ node: type, statuses }: Vendor) =>
	startingWith(
		kafkaNode('Status Changed', `${type}Trigger`, {
			pollTimes: OFTEN,
			events: ['instanceStatusChanged'],
			statuses: [statuses.ready],
			options: {},
		}),
		chain(node('Notify', 'n8n-nodes-base.noOp')),
	);

/** A cloud, and the workflow that watches its instances. */
export interface Watch {
	vendor: Vendor;
	workflow: StoredWorkflow;
}

/** Switches a workflow on for each of these clouds that watches the status of instances. */
export async function watch(rest: Rest, vendors: readonly Vendor[]): Promise<Watch[]> {
	const all: Watch[] = [];
	for (const vendor of vendors) {
		const workflow = await StoredWorkflow.add(rest, watching(vendor));
		await workflow.activate();
		all.push({ vendor, workflow });
	}
	return all;
}

/**
 * Has an instance of that name become ready in every watched cloud.
 *
 * @returns The executions that this started, after two more polls, in the order of `watches`
 */
export async function changeWhile(
	watches: readonly Watch[],
	name: string,
	{ emulator, timeline }: ServedRoom,
): Promise<Execution[][]> {
	const polls = () =>
		watches.map(
			({ vendor: { operations } }) =>
				emulator.requests.filter(({ operation }) => operation === operations.list).length,
		);
	const twoPolls = async () => {
		const from = polls();
		await until('two polls', () => polls().every((count, i) => count >= from[i] + 2), 90);
	};
	const executions = async () =>
		await Promise.all(watches.map(async ({ workflow }) => await workflow.executions()));
	// The clock stands still, so that the instance is being created until the test says otherwise.
	const { speed } = emulator.clock;
	emulator.clock.speed = 0;
	for (const { vendor } of watches) vendor.begin(emulator, name);
	await twoPolls();
	const before = await executions();
	timeline.check(
		'no change, no execution',
		before.every(({ length }) => length === 0),
	);
	for (const { vendor } of watches) vendor.finish(emulator, name);
	timeline.say(`in the cloud, ${name} is now ready`);
	await until('each workflow has succeeded', async () =>
		(await executions()).every((all) => all.some(({ status }) => status === 'success')),
	);
	await twoPolls();
	emulator.clock.speed = speed;
	return await executions();
}

/** The items of all executions of a workflow that has a node "Notify". */
export async function itemsAfter(workflow: StoredWorkflow): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const one of await workflow.executions()) {
		items.push(...itemsOf(await workflow.data(one), 'Notify'));
	}
	return items;
}

/** Trigger workflows that are switched on: one change in a cloud, one execution. */
export async function trigger(room: ServedRoom): Promise<void> {
	const { rest, emulator, timeline } = room;
	timeline.step('Active trigger workflows');
	const watches = await watch(rest, KAFKA_VENDORS);
	const executions = await changeWhile(watches, 'payments', room);
	for (const [i, { vendor, workflow }] of watches.entries()) {
		const { name, statuses, named } = vendor;
		timeline.check(`${name}: the change started one execution`, executions[i].length === 1);
		const [event] = itemsOf(await workflow.data(executions[i][0]), 'Notify');
		timeline.check(
			`its item contains ${String(event?.previousStatus)} -> ${String(event?.status)} for ${String(event?.instanceName)}`,
			event?.previousStatus === statuses.begun &&
				event.status === statuses.ready &&
				event.instanceId === named(emulator, 'payments')[0]?.id,
		);
		await workflow.deactivate();
	}
}
