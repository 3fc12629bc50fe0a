import { newInstance } from '../test/support/given';
import type { N8nProcess } from './n8n';
import type { ServedRoom } from './room';
import { until } from './until';
import { chain, kafkaNode, startingWith, StoredWorkflow, webhook } from './workflows';

const NAME = 'orders-shutdown';

/** n8n gets SIGTERM while a node waits for its new instance; it is gone afterwards. */
export async function shutdown(room: ServedRoom, n8n: N8nProcess): Promise<void> {
	const { rest, url, emulator, timeline } = room;
	timeline.step('n8n is shut down during Wait for Completion');
	emulator.clock.speed = 1;
	const begin = webhook('shutdown');
	begin.parameters.responseMode = 'onReceived';
	const create = kafkaNode('Create', 'huaweiCloudKafka', {
		...newInstance(NAME),
		waitForCompletion: true,
		waitOptions: { pollInterval: 1 },
	});
	const workflow = await StoredWorkflow.add(rest, startingWith(begin, chain(create)));
	await workflow.activate();
	await fetch(`${url}/webhook/shutdown`, { method: 'POST' });
	const { id } = await until('the instance is being created', () =>
		emulator.huawei.state.named(NAME),
	);
	const looks = () => emulator.requests.filter(({ path }) => path.includes(id)).length;
	await until('the node checks its status', () => looks() > 0);
	const before = looks();
	const start = Date.now();
	n8n.child.kill('SIGTERM');
	const code = await new Promise((done) => n8n.child.once('exit', done));
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	timeline.say(`n8n exited ${seconds} s after SIGTERM, with exit code ${String(code)}`);
	timeline.check(`the node continued: ${looks() - before} more status checks`, looks() > before);
	timeline.check('its log contains the ID of the instance', n8n.output().includes(id));
	const after = emulator.requests.length;
	await new Promise((done) => setTimeout(done, 2000));
	timeline.check('no more requests are sent', emulator.requests.length === after);
	timeline.check(
		'the instance was created once',
		emulator.huawei.state.instances.filter(({ name }) => name === NAME).length === 1,
	);
}
