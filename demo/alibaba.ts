import type { Emulator } from '../emulator';
import type { Harness } from '../test/harness';
import type { Timeline } from './timeline';
import {
	ActiveWorkflow,
	answerOf,
	example,
	slashCommand,
	succeeded,
	textsOf,
	withSettings,
} from './workflows';

const COMMAND = slashCommand('/kafka', 'orders-dev, 900 GB');

/** The life of an instance on Alibaba Cloud, from a chat command to its clean-up. */
export async function alibabaDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { state } = emulator.alibaba;
	const provision = example('alibaba-1-provision-from-chat.json');
	const cleanUp = example('alibaba-2-clean-up-temporary-instances.json', emulator.clock.speed);
	const finish = new ActiveWorkflow(harness, example('alibaba-3-finish-new-instance.json'));

	timeline.step('1  The trigger workflow is activated', 'It looks once a minute.');
	timeline.check('the first poll only records the current state', !(await finish.poll()));

	timeline.step(
		'2  Robin types in the chat: /kafka orders-dev, 900 GB',
		'This cloud sells by order: the order is billed from now on, and has to be deployed in a second step.',
	);
	const asked = await harness.run(provision, { inputItems: COMMAND });
	succeeded(timeline, 'Provision from chat', asked);
	const [ordered] = asked.items('Create and Deploy');
	const id = String(ordered.InstanceId);
	timeline.say(`reply in the channel: ${answerOf(asked)}`);
	const instance = () => state.instances.find((one) => one.id === id);
	timeline.check(
		'the cloud has one instance, with the returned ID and order ID',
		state.instances.length === 1 && instance()?.orderIds[0] === ordered.OrderId,
	);
	timeline.step(
		'3  Robin types the same command again, by mistake',
		'Orders have no name to look for. The tag of the first one keeps the second one from being placed.',
	);
	const again = await harness.run(provision, { inputItems: COMMAND });
	succeeded(timeline, 'Provision from chat', again);
	timeline.say(`reply in the channel: ${answerOf(again)}`);
	timeline.check('no second instance was ordered', state.instances.length === 1);

	timeline.step(
		'4  A quarter of an hour passes until the instance is deployed',
		'The status goes through four phases; only the last one means that clients can connect.',
	);
	const running = await finish.waitForEvent(timeline, () => String(instance()?.phase));
	const event = running[0].json;
	timeline.check(
		`the trigger emits ${String(event.previousStatus)} -> ${String(event.status)} for ${String(event.instanceName)}`,
		event.status === 'running' && event.instanceId === id,
	);

	timeline.step(
		'5  The instance gets a topic and a consumer group, and the team gets the addresses',
	);
	const finished = await finish.run(running);
	succeeded(timeline, 'Finish a new Kafka instance', finished);
	timeline.check(
		'it is running, with 900 GB',
		instance()?.phase === 'serving' && instance()?.diskSize === 900,
	);
	timeline.check(
		'the topic orders-created has 6 partitions',
		instance()?.topics.find(({ name }) => name === 'orders-created')?.partitions === 6,
	);
	timeline.check(
		'the consumer group orders-service exists',
		instance()?.groups.some(({ name }) => name === 'orders-service') === true,
	);
	const [settings] = finished.items('Get Connection Settings');
	timeline.check('broker addresses were returned', (settings.brokers as string[]).length > 0);
	timeline.say(textsOf(finished)[0]);

	timeline.step(
		'6  At night, the clean-up finds the instance by its tag, releases it, and deletes it',
		'It has to be released first, and deleted when that is done. One without the other is half the work.',
	);
	const rehearsed = await harness.run(cleanUp);
	succeeded(timeline, 'Clean up temporary instances', rehearsed);
	const [planned] = textsOf(rehearsed, 'Would Be Deleted');
	timeline.say(planned);
	timeline.check(
		'the dry run listed it and did not delete it',
		planned.includes(id) && instance()?.phase === 'serving',
	);
	const cleaned = await harness.run(withSettings(cleanUp, { dryRun: false }));
	succeeded(timeline, 'Clean up temporary instances', cleaned);
	timeline.check(
		'it was found by its tag',
		cleaned.items('Find Temporary Instances')[0]?.InstanceId === id,
	);
	timeline.say(String(cleaned.items('Deleted')[0]?.text));
	// A deleted instance is listed as released for some seconds more.
	await timeline.pass(60_000);
	timeline.check('no instance is left in the cloud', state.instances.length === 0);

	return [
		{ step: 'create and deploy', result: `orders-dev (${id}, order ${String(ordered.OrderId)})` },
		{ step: 'create again', result: 'found by its tag, nothing ordered' },
		{ step: 'trigger', result: `${String(event.previousStatus)} -> ${String(event.status)}` },
		{ step: 'topic, consumer group', result: 'orders-created, orders-service' },
		{
			step: 'connection',
			result: `${String(settings.bootstrapServers)} ${String(settings.securityProtocol)}`,
		},
		{ step: 'clean-up', result: 'found by tag lifetime=temporary, released, deleted' },
	];
}
