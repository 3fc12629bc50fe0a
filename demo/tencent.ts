import type { Emulator } from '../emulator';
import type { Harness } from '../test/harness';
import type { Timeline } from './timeline';
import { example, succeeded, textsOf, withSettings } from './workflows';

/** Access of routes at which users sign in with a password, unencrypted. */
const SASL = 1;

/** What the Log Service says of an instance whose topics hold nothing yet. */
const NO_DATA = -5;

/** The life of an instance on Tencent Cloud, from its provisioning to its clean-up. */
export async function tencentDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { state } = emulator.tencent;
	const { speed } = emulator.clock;
	const provision = example('tencent-1-provision.json', speed);
	const check = example('tencent-2-check-log-import.json', speed);
	const cleanUp = example('tencent-3-clean-up-temporary-instances.json', speed);

	timeline.step(
		'1  One workflow creates an instance, waits for it, and adds a route, a topic, a user, and an ACL',
		'Billed by the hour from the first request on. The node waits; the requests below are its looks.',
	);
	const made = await harness.run(provision);
	succeeded(timeline, 'Provision', made);
	const [created] = made.items('Create Instance');
	const id = String(created.InstanceId);
	const instance = () => state.instances.find((one) => one.id === id);
	timeline.check(
		'the cloud has one running instance, with the returned ID',
		state.instances.length === 1 && instance()?.status === 1,
	);
	timeline.check('its topic has 3 partitions', instance()?.topics[0]?.partitions === 3);
	timeline.check(
		'the user is allowed to do everything with the topic',
		instance()?.acls[0]?.Principal === 'User:orders-service' &&
			instance()?.acls[0]?.ResourceName === 'orders.created',
	);
	const routes = () => instance()?.routes.filter(({ accessType }) => accessType === SASL) ?? [];
	const [ready] = textsOf(made);
	timeline.check(
		'the message has an address at which that user can sign in, and its whole name',
		routes().length === 1 &&
			ready.includes(routes()[0].vip) &&
			ready.includes(`${id}#orders-service`),
	);
	timeline.say(ready);

	timeline.step(
		'2  The same workflow is started again, by mistake',
		'Five things could be created twice, one of them for money.',
	);
	const again = await harness.run(provision);
	succeeded(timeline, 'Provision', again);
	const steps = ['Create Instance', 'Create Topic', 'Create User', 'Grant Topic Access'];
	timeline.check(
		'nothing was created twice',
		steps.every((name) => again.items(name)[0].created === false) &&
			state.instances.length === 1 &&
			routes().length === 1,
	);

	timeline.step(
		'3  In the morning, a check shows whether Cloud Log Service can read the instance',
		'An import that stands still is noticed when logs are missing. The check says why, before that.',
	);
	const fine = await harness.run(check);
	succeeded(timeline, 'Check that Cloud Log Service can read Kafka', fine);
	timeline.check('it can read the instance', fine.items('Check Access')[0].reachable === true);
	state.reachability.set(id, NO_DATA);
	const wrong = await harness.run(check);
	succeeded(timeline, 'Check that Cloud Log Service can read Kafka', wrong);
	const [finding] = textsOf(wrong);
	timeline.check(
		'on another morning it cannot, and the message for the channel gives the reason',
		Boolean(finding),
	);
	timeline.say(finding);

	timeline.step(
		'4  At night, the clean-up finds the instance by its tag and deletes it',
		'A dry run first; then the node waits until the instance is gone.',
	);
	const rehearsed = await harness.run(cleanUp);
	succeeded(timeline, 'Clean up temporary instances', rehearsed);
	const [planned] = textsOf(rehearsed, 'Would Be Deleted');
	timeline.say(planned);
	timeline.check(
		'the dry run listed it and did not delete it',
		planned.includes(id) && instance()?.status === 1,
	);
	const cleaned = await harness.run(withSettings(cleanUp, { dryRun: false }));
	succeeded(timeline, 'Clean up temporary instances', cleaned);
	timeline.check(
		'it was found by its tag',
		cleaned.items('Find Temporary Instances')[0]?.InstanceId === id,
	);
	for (const text of textsOf(cleaned, 'Deleted')) timeline.say(text);
	timeline.check('no instance is left in the cloud', state.instances.length === 0);

	return [
		{ step: 'create instance', result: `${String(created.InstanceName)} (${id})` },
		{ step: 'create again', result: 'same instance, created: false' },
		{
			step: 'route, topic, user, ACL',
			result: 'SASL_PLAINTEXT, orders.created, orders-service, all',
		},
		{ step: 'check of the log import', result: 'reachable, then no data in the topic' },
		{ step: 'clean-up', result: 'found by tag lifetime=temporary, deleted' },
	];
}
