import type { IDataObject } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Emulator } from '../emulator';
import type { Harness, Outcome, WorkflowJson } from '../test/harness';
import type { Timeline } from './timeline';

const example = (file: string) =>
	JSON.parse(readFileSync(join(__dirname, '../examples', file), 'utf8')) as WorkflowJson;

/** What Slack posts for `/kafka orders-dev, 900 GB`. */
const SLASH_COMMAND: IDataObject = {
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	params: {},
	query: {},
	body: {
		command: '/kafka',
		text: 'orders-dev, 900 GB',
		user_name: 'mika',
		channel_name: 'orders-team',
	},
};

function succeeded(timeline: Timeline, name: string, { result, error }: Outcome): void {
	const reason = error ? `: ${error.message} ${error.description ?? ''}` : '';
	timeline.check(`workflow "${name}" ended well${reason}`, result.status === 'success');
}

/** What the chat shows as the answer to the command. */
const answerOf = ({ webhookResponse }: Outcome) =>
	String(((webhookResponse as IDataObject | undefined)?.body as IDataObject | undefined)?.text);

/**
 * The life of an instance on Alibaba Cloud, from a chat command to its clean-up.
 *
 * @param harness Its `timeScale` has to fit the speed of the emulated cloud
 */
export async function alibabaDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { state } = emulator.alibaba;
	const provision = example('alibaba-1-provision-from-chat.json');
	const cleanUp = example('alibaba-2-clean-up-temporary-instances.json');

	timeline.step('1  Someone types: /kafka orders-dev, 900 GB');
	const asked = await harness.run(provision, { inputItems: [{ json: SLASH_COMMAND }] });
	succeeded(timeline, 'Provision from chat', asked);
	const [ordered] = asked.items('Create and Deploy');
	const id = String(ordered.InstanceId);
	timeline.say(`answer in the channel: ${answerOf(asked)}`);
	const instance = () => state.instances.find((one) => one.id === id);
	timeline.check(
		'the cloud has one instance, with the ID and the order that came out',
		state.instances.length === 1 && instance()?.orderIds[0] === ordered.OrderId,
	);
	timeline.check(
		'it runs, with 900 GB',
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
	const [settings] = asked.items('Get Connection Settings');
	timeline.check('broker addresses came back', (settings.brokers as string[]).length > 0);
	timeline.say(String(asked.items('Message for the Channel')[0].text));

	timeline.step('2  The same command again, by mistake');
	const again = await harness.run(provision, { inputItems: [{ json: SLASH_COMMAND }] });
	succeeded(timeline, 'Provision from chat', again);
	timeline.say(`answer in the channel: ${answerOf(again)}`);
	timeline.check('no second instance was ordered', state.instances.length === 1);

	timeline.step('3  At night the clean-up finds it by its tag, releases and deletes it');
	const cleaned = await harness.run(cleanUp);
	succeeded(timeline, 'Clean up temporary instances', cleaned);
	timeline.check(
		'it was found by its tag',
		cleaned.items('Find Temporary Instances')[0]?.InstanceId === id,
	);
	timeline.say(String(cleaned.items('Deleted')[0]?.text));
	timeline.check('the cloud has no instance left', state.instances.length === 0);

	return [
		{ step: 'create and deploy', result: `orders-dev (${id}, order ${String(ordered.OrderId)})` },
		{ step: 'create again', result: 'found by its tag, nothing ordered' },
		{ step: 'topic, group', result: 'orders-created, orders-service' },
		{
			step: 'connection',
			result: `${String(settings.bootstrapServers)} ${String(settings.securityProtocol)}`,
		},
		{ step: 'clean-up', result: 'found by tag lifetime=temporary, released, deleted' },
	];
}
