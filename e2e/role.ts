import { credentialsOf } from '../demo/credentials';
import type { ServedRoom } from './room';
import type { Stored } from './setup';
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

/** How often the keys end during one wait. */
const ENDS = 2;

/** A role whose keys end in the middle of a wait: new ones are fetched, and the wait goes on. */
export async function role(room: ServedRoom): Promise<void> {
	room.timeline.step('The keys of a role end during Wait for Completion');
	for (const vendor of KAFKA_VENDORS) await waiting(vendor, room);
}

async function waiting(vendor: Vendor, { rest, url, emulator, timeline }: ServedRoom) {
	const { name, credential, operations, id: field, named } = vendor;
	const own = `role-${vendor.cloud}`;
	const data = { ...credentialsOf(emulator)[credential], ...vendor.role, roleDuration: 15 };
	const body = { name: `${name} by its role`, type: credential, data };
	const { id } = await rest.post<Stored>('/rest/credentials', body);
	const create = kafkaNode('Create', vendor.node, {
		...vendor.newInstance(own),
		waitForCompletion: true,
		waitOptions: { pollInterval: 1 },
	});
	create.credentials = { [credential]: { id, name: body.name } };
	const workflow = await StoredWorkflow.add(rest, startingWith(webhookAtOnce(own), chain(create)));
	await workflow.activate();
	const from = emulator.requests.length;
	const sent = (operation: string) =>
		emulator.requests.slice(from).filter((one) => one.operation === operation);
	const accepted = () => sent(operations.look).filter(({ status }) => status === 200).length;
	// Nothing is ready before the test says so.
	const { speed } = emulator.clock;
	emulator.clock.speed = 1;
	await post(`${url}/webhook/${own}`);
	await until('the instance is being created', () => named(emulator, own).length > 0);
	const keys = emulator.accounts[vendor.cloud];
	for (let end = 1; end <= ENDS; end += 1) {
		const seen = accepted();
		await until('the node checks the status', () => accepted() >= seen + 2);
		const temporary = keys.keys.filter(({ expiresAt }) => expiresAt !== undefined);
		for (const key of temporary) key.expiresAt = Date.now();
		await until('new keys are fetched', () => sent(operations.grant).length > end);
	}
	const seen = accepted();
	await until('the wait goes on', () => accepted() >= seen + 2);
	vendor.finish(emulator, own);
	emulator.clock.speed = speed;
	const execution = await until('the execution ends', async () =>
		(await workflow.executions()).find(isOver),
	);
	const result = await workflow.data(execution);
	const [item] = itemsOf(result, 'Create');
	timeline.check(
		`${name}: the keys ended ${ENDS} times, were fetched ${sent(operations.grant).length} times, and the execution is a ${execution.status} ${result.resultData.error?.message ?? ''}`,
		execution.status === 'success' &&
			item.completed === true &&
			item[field] === named(emulator, own)[0].id &&
			sent(operations.grant).length === ENDS + 1,
	);
	timeline.check(
		'the create request was sent once, and the cloud has the instance once',
		sent(operations.create).length === 1 && named(emulator, own).length === 1,
	);
	await workflow.deactivate();
}
