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

const COMMAND = slashCommand('/kafka', 'orders-dev, 3 brokers, 300 GB');

/** The life of an instance on Huawei Cloud, from a chat command to its clean-up. */
export async function huaweiDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { state } = emulator.huawei;
	const provision = example('huawei-1-provision-from-chat.json');
	const finish = new ActiveWorkflow(harness, example('huawei-2-finish-new-instance.json'));
	const cleanUp = example('huawei-3-clean-up-temporary-instances.json');
	const gone = new ActiveWorkflow(harness, example('huawei-4-notify-when-gone.json'));

	timeline.step(
		'1  Two trigger workflows are activated',
		'One waits for new instances, one for instances that are gone. Both look once a minute.',
	);
	timeline.check(
		'the first poll only records the current state',
		!(await finish.poll()) && !(await gone.poll()),
	);

	timeline.step(
		'2  Mika types in the chat: /kafka orders-dev, 3 brokers, 300 GB',
		'From the answer to this request on, the instance is billed. Its ID must come back, whatever happens.',
	);
	const asked = await harness.run(provision, { inputItems: COMMAND });
	succeeded(timeline, 'Provision from chat', asked);
	const [created] = asked.items('Create Instance');
	const id = String(created.instance_id);
	timeline.say(`reply in the channel: ${answerOf(asked)}`);
	const instance = () => state.instances.find((one) => one.id === id);
	timeline.check(
		'the cloud has one instance, with the returned ID',
		state.instances.length === 1 && instance() !== undefined,
	);
	timeline.check(
		'it has 3 brokers and 300 GB',
		instance()?.brokerNum === 3 && instance()?.storageSpace === 300,
	);
	timeline.check(
		'the next poll records it and emits nothing before it is running',
		!(await finish.poll()),
	);

	timeline.step(
		'3  Mika types the same command again, by mistake',
		'The cloud would sell a second instance with the same name, and somebody would pay for both.',
	);
	const again = await harness.run(provision, { inputItems: COMMAND });
	succeeded(timeline, 'Provision from chat', again);
	timeline.check(
		'no second instance was created',
		again.items('Create Instance')[0].created === false && state.instances.length === 1,
	);

	timeline.step(
		'4  Ten minutes pass until the instance runs',
		'Nobody waits for it: the trigger looks, and starts the next workflow when it is time.',
	);
	const running = await finish.waitForEvent(timeline, () => String(instance()?.status));
	const event = running[0].json;
	timeline.check(
		`the trigger emits ${String(event.previousStatus)} -> ${String(event.status)} for ${String(event.instanceName)}`,
		event.previousStatus === 'CREATING' && event.status === 'RUNNING' && event.instanceId === id,
	);

	timeline.step(
		'5  The instance gets a topic, a user, and a permission, and the team gets the addresses',
		'A run that breaks off here can be repeated: what exists already is used, not created again.',
	);
	const finished = await finish.run(running);
	succeeded(timeline, 'Finish a new Kafka instance', finished);
	const topic = instance()?.topics.find(({ name }) => name === 'orders.created');
	timeline.check('the topic orders.created has 3 partitions', topic?.partition === 3);
	timeline.check(
		'the user orders-service exists',
		instance()?.users.some(({ name }) => name === 'orders-service') === true,
	);
	timeline.check(
		'it is allowed to publish and subscribe',
		topic?.policies['orders-service'] === 'all',
	);
	const [settings] = finished.items('Get Connection Settings');
	timeline.check(
		'three broker addresses were returned',
		(settings.brokers as string[]).length === 3,
	);
	timeline.say(String(finished.items('Message for the Channel')[0].text));

	timeline.step(
		'6  At night, the clean-up finds the instance by its tag',
		'What was asked for one day would be billed for months. A deletion cannot be undone, so a dry run comes first.',
	);
	timeline.check('nothing is gone yet', (await gone.poll()) === undefined);
	const rehearsed = await harness.run(cleanUp);
	succeeded(timeline, 'Clean up temporary instances', rehearsed);
	const [planned] = textsOf(rehearsed, 'Would Be Deleted');
	timeline.say(planned);
	timeline.check(
		'the dry run listed it and did not delete it',
		planned.includes(id) && instance()?.status === 'RUNNING',
	);
	const cleaned = await harness.run(withSettings(cleanUp, { dryRun: false }));
	succeeded(timeline, 'Clean up temporary instances', cleaned);
	timeline.check(
		'it was found by its tag',
		cleaned.items('Find Temporary Instances')[0]?.instance_id === id,
	);
	timeline.check('its deletion has started', instance()?.status === 'DELETING');

	timeline.step(
		'7  The instance is deleted, and the trigger tells when it is really gone',
		'The list hides it at once, but it exists, and may be billed, until the service no longer has it.',
	);
	const disappeared = await gone.waitForEvent(timeline, () => String(instance()?.status ?? 'gone'));
	timeline.check(
		'the trigger emits that it is gone',
		disappeared[0].json.instanceId === id && disappeared[0].json.statusKind === 'gone',
	);
	const told = await gone.run(disappeared);
	succeeded(timeline, 'Notify when a Kafka instance is gone', told);
	timeline.say(String(told.items('Message for the Channel')[0].text));
	timeline.check('no instance is left in the cloud', state.instances.length === 0);

	return [
		{ step: 'create instance', result: `${String(created.name)} (${id})` },
		{ step: 'create again', result: 'same instance, created: false' },
		{ step: 'trigger', result: `${String(event.previousStatus)} -> ${String(event.status)}` },
		{ step: 'topic, user, permission', result: 'orders.created, orders-service, all' },
		{
			step: 'connection',
			result: `${String(settings.bootstrapServers)} ${String(settings.securityProtocol)}`,
		},
		{ step: 'clean-up', result: 'found by tag lifetime=temporary, deleted' },
		{ step: 'trigger', result: `${String(disappeared[0].json.previousStatus)} -> gone` },
	];
}
