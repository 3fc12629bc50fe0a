import type { N8nProcess } from './n8n';
import type { ServedRoom } from './room';
import { until } from './until';
import { KAFKA_VENDORS } from './vendors';
import { post } from './webhooks';
import { chain, kafkaNode, startingWith, StoredWorkflow, webhookAtOnce } from './workflows';

const NAME = 'orders-shutdown';

/** n8n gets SIGTERM while nodes wait for their new instances; it is gone afterwards. */
export async function shutdown(room: ServedRoom, n8n: N8nProcess): Promise<void> {
	const { rest, url, emulator, timeline } = room;
	timeline.step('n8n is shut down during Wait for Completion');
	emulator.clock.speed = 1;
	const looksOf = ({ operations }: (typeof KAFKA_VENDORS)[number]) =>
		emulator.requests.filter(({ operation }) => operation === operations.look).length;
	const ids: string[] = [];
	for (const vendor of KAFKA_VENDORS) {
		const { node: type, newInstance, named } = vendor;
		const path = `shutdown-${vendor.cloud}`;
		const create = kafkaNode('Create', type, {
			...newInstance(NAME),
			waitForCompletion: true,
			waitOptions: { pollInterval: 1 },
		});
		const workflow = startingWith(webhookAtOnce(path), chain(create));
		await (await StoredWorkflow.add(rest, workflow)).activate();
		await post(`${url}/webhook/${path}`);
		const [{ id }] = await until('the instance is being created', () => {
			const all = named(emulator, NAME);
			return all.length > 0 && all;
		});
		ids.push(id);
		const from = looksOf(vendor);
		await until('the node checks its status', () => looksOf(vendor) > from);
	}
	const before = KAFKA_VENDORS.map(looksOf);
	const start = Date.now();
	n8n.child.kill('SIGTERM');
	const code = await new Promise((done) => n8n.child.once('exit', done));
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	timeline.say(`n8n exited ${seconds} s after SIGTERM, with exit code ${String(code)}`);
	const after = emulator.requests.length;
	for (const [i, vendor] of KAFKA_VENDORS.entries()) {
		const more = looksOf(vendor) - before[i];
		timeline.check(`${vendor.name}: the node continued: ${more} more status checks`, more > 0);
		timeline.check('the log has the ID of the instance', n8n.output().includes(ids[i]));
		timeline.check('it was created once', vendor.named(emulator, NAME).length === 1);
	}
	await new Promise((done) => setTimeout(done, 2000));
	timeline.check('no more requests are sent', emulator.requests.length === after);
}
