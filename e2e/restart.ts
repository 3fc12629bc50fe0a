import { startN8n, type N8nProcess } from './n8n';
import type { ServedRoom } from './room';
import { itemsAfter, OFTEN, watch } from './trigger';
import { until } from './until';
import { FLEET, KAFKA_VENDORS } from './vendors';
import { CLOUDS, chain, kafkaNode, node, startingWith, StoredWorkflow } from './workflows';

const NAME = 'overnight';

/** A workflow that is started by any instance, of any cloud, that is running now. */
const watchingAll = () =>
	startingWith(
		kafkaNode('State Changed', `${FLEET.node}Trigger`, {
			pollTimes: OFTEN,
			clouds: CLOUDS,
			events: ['stateChanged'],
			states: ['running'],
			options: {},
		}),
		chain(node('Notify', 'n8n-nodes-base.noOp')),
	);

/** The list that only the trigger over all clouds reads, and that which only Tencent Cloud's own reads. */
const POLLS = ['DescribeInstancesDetail', 'DescribeInstances'];

/**
 * Trigger workflows over a restart of n8n: what becomes ready while it is down is told afterwards, once.
 *
 * @returns The n8n that runs now
 */
export async function restart(room: ServedRoom, n8n: N8nProcess): Promise<N8nProcess> {
	const { rest, emulator, timeline, runtime, settings } = room;
	timeline.step('n8n is restarted, and instances become ready meanwhile');
	const twoPolls = async (what: string) => {
		const from = emulator.requests.length;
		const count = (name: string) =>
			emulator.requests.slice(from).filter(({ operation }) => operation === name).length;
		await until(what, () => POLLS.every((name) => count(name) >= 2), 90);
	};
	// The clock stands still, so that the instances are being created until n8n is down.
	const { speed } = emulator.clock;
	emulator.clock.speed = 0;
	for (const vendor of KAFKA_VENDORS) vendor.begin(emulator, NAME);
	const watches = await watch(rest, KAFKA_VENDORS);
	const fleet = await StoredWorkflow.add(rest, watchingAll());
	await fleet.activate();
	await twoPolls('two polls before the restart');
	const all = [...watches.map(({ workflow }) => workflow), fleet];
	const counts = async () =>
		await Promise.all(all.map(async (one) => (await one.executions()).length));
	timeline.check(
		'no change, no execution',
		(await counts()).every((count) => count === 0),
	);
	await n8n.stop();
	for (const vendor of KAFKA_VENDORS) vendor.finish(emulator, NAME);
	timeline.say('n8n is down, and the instances are ready');
	const again = await startN8n(runtime, settings);
	timeline.say('n8n is up again');
	await until(
		'each workflow was started',
		async () => (await counts()).every((count) => count > 0),
		90,
	);
	await twoPolls('two polls after the restart');
	for (const { vendor, workflow } of watches) {
		const events = await itemsAfter(workflow);
		timeline.check(
			`${vendor.name}: told once: ${events.map((one) => `${String(one.previousStatus)} -> ${String(one.status)}`).join(', ')}`,
			events.length === 1 &&
				events[0].status === vendor.statuses.ready &&
				events[0].instanceId === vendor.named(emulator, NAME)[0].id,
		);
	}
	const events = (await itemsAfter(fleet)).filter(({ name }) => name === NAME);
	const told = events.map(({ cloud, previousState, state }) => [cloud, previousState, state]);
	timeline.check(
		`${FLEET.nodeName}: told once for each cloud: ${told.map((one) => one.join(' ')).join(', ')}`,
		told.length === CLOUDS.length &&
			new Set(events.map(({ cloud }) => cloud)).size === CLOUDS.length,
	);
	for (const one of all) await one.deactivate();
	emulator.clock.speed = speed;
	return again;
}
