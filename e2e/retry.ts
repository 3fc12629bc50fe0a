import type { ServedRoom } from './room';
import { until } from './until';
import { KAFKA_VENDORS, type Vendor } from './vendors';
import { post } from './webhooks';
import {
	chain,
	isOver,
	itemsOf,
	kafkaNode,
	startingWith,
	StoredWorkflow,
	webhookAtOnce,
} from './workflows';

/** n8n's "Retry" in the list of executions: what the failed one had created is found, and not bought again. */
export async function retry(room: ServedRoom): Promise<void> {
	room.timeline.step('A failed execution is retried');
	for (const vendor of KAFKA_VENDORS) await retried(vendor, room);
}

async function retried(vendor: Vendor, { rest, url, emulator, timeline }: ServedRoom) {
	const { name, node: type, newInstance, operations, id: field, named } = vendor;
	const own = `retried-${type.toLowerCase()}`;
	const creates = () =>
		emulator.requests.filter(({ operation }) => operation === operations.create).length;
	const create = kafkaNode('Create', type, {
		...newInstance(own),
		waitForCompletion: true,
		waitOptions: { pollInterval: 1, maximumWait: 0.3 },
	});
	const begin = webhookAtOnce(own);
	const workflow = await StoredWorkflow.add(rest, startingWith(begin, chain(create)));
	await workflow.activate();
	const { speed } = emulator.clock;
	// An order is listed within seconds, and nothing is ready before the wait has run out.
	emulator.clock.speed = 1;
	const before = creates();
	await post(`${url}/webhook/${own}`);
	const failed = await until(
		'the wait has run out',
		async () => (await workflow.executions()).find(isOver),
		150,
	);
	const { error } = (await workflow.data(failed)).resultData;
	timeline.say(`${name}: ${error?.message}`);
	emulator.clock.speed = speed;
	await rest.post(`/rest/executions/${failed.id}/retry`, { loadWorkflow: false });
	const again = await until('the retry ends', async () =>
		(await workflow.executions()).find((one) => one.id !== failed.id && isOver(one)),
	);
	const data = await workflow.data(again);
	const [item] = itemsOf(data, 'Create');
	const [{ id }] = named(emulator, own);
	// What has no name of its own until it is deployed, an order, is named in a refusal.
	const { message = '', description } = data.resultData.error ?? {};
	const told = item ? `created: ${String(item.created)}` : `${message} ${description ?? ''}`;
	timeline.check(
		`in mode "${again.mode}" it ${item ? `gives ${id} with` : 'says:'} ${told}`,
		failed.status === 'error' &&
			again.mode === 'retry' &&
			(item ? item.created === false && item[field] === id : told.includes(id)),
	);
	timeline.check(
		'the cloud was asked once, and has it once',
		creates() === before + 1 && named(emulator, own).length === 1,
	);
	await workflow.deactivate();
}
