import type { IDataObject, INodeExecutionData, Workflow } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Emulator } from '../emulator';
import type { Harness, Outcome, WorkflowJson } from '../test/harness';
import type { Timeline } from './timeline';

/** n8n polls once a minute, here by the clock of the emulated cloud. */
const POLL_EVERY = 60_000;
/** A trigger that has seen nothing after so many polls will not see it any more. */
const MOST_POLLS = 40;

const example = (file: string) =>
	JSON.parse(readFileSync(join(__dirname, '../examples', file), 'utf8')) as WorkflowJson;

/** What Slack posts for `/kafka orders-dev, 3 brokers, 300 GB`. */
const SLASH_COMMAND: IDataObject = {
	headers: { 'content-type': 'application/x-www-form-urlencoded' },
	params: {},
	query: {},
	body: {
		command: '/kafka',
		text: 'orders-dev, 3 brokers, 300 GB',
		user_name: 'mika',
		channel_name: 'orders-team',
	},
};

/** A workflow that is switched on: its trigger is polled, and a run starts when it emits something. */
class ActiveWorkflow {
	private readonly workflow: Workflow;
	private readonly trigger: string;

	constructor(
		private readonly harness: Harness,
		private readonly json: WorkflowJson,
		private readonly speed: number,
	) {
		this.workflow = harness.makeWorkflow(json);
		this.trigger = json.nodes.find(({ type }) => type.endsWith('KafkaTrigger'))?.name ?? '';
	}

	async poll(): Promise<INodeExecutionData[] | undefined> {
		return (await this.harness.poll(this.workflow, this.trigger))?.[0];
	}

	/** Polls until the trigger emits, and tells of each status that the instance goes through. */
	async waitForEvent(timeline: Timeline, status: () => string): Promise<INodeExecutionData[]> {
		let last = '';
		for (let count = 0; count < MOST_POLLS; count++) {
			const items = await this.poll();
			if (status() !== last) {
				last = status();
				timeline.say(`trigger polls: orders-dev is ${last}`);
			}
			if (items) return items;
			await sleep(POLL_EVERY / this.speed);
		}
		throw new Error(`The trigger saw nothing in ${MOST_POLLS} polls`);
	}

	/** The run that n8n starts with the items of the trigger. */
	async run(inputItems: INodeExecutionData[]): Promise<Outcome> {
		return await this.harness.run(this.json, { startNode: this.trigger, inputItems });
	}
}

function succeeded(timeline: Timeline, name: string, { result, error }: Outcome): void {
	const reason = error ? `: ${error.message} ${error.description ?? ''}` : '';
	timeline.check(`workflow "${name}" ended well${reason}`, result.status === 'success');
}

/** What the chat shows as the answer to the command. */
const answerOf = ({ webhookResponse }: Outcome) =>
	String(((webhookResponse as IDataObject | undefined)?.body as IDataObject | undefined)?.text);

/** The life of an instance on Huawei Cloud, from a chat command to its clean-up. */
export async function huaweiDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { state } = emulator.huawei;
	const provision = example('huawei-1-provision-from-chat.json');
	const finish = new ActiveWorkflow(
		harness,
		example('huawei-2-finish-new-instance.json'),
		emulator.clock.speed,
	);
	const cleanUp = example('huawei-3-clean-up-temporary-instances.json');
	const gone = new ActiveWorkflow(
		harness,
		example('huawei-4-tell-when-gone.json'),
		emulator.clock.speed,
	);

	timeline.step('1  The two trigger workflows are switched on');
	timeline.check(
		'the first poll only takes note of what is there',
		!(await finish.poll()) && !(await gone.poll()),
	);

	timeline.step('2  Someone types: /kafka orders-dev, 3 brokers, 300 GB');
	const asked = await harness.run(provision, { inputItems: [{ json: SLASH_COMMAND }] });
	succeeded(timeline, 'Provision from chat', asked);
	const [created] = asked.items('Create Instance');
	const id = String(created.instance_id);
	timeline.say(`answer in the channel: ${answerOf(asked)}`);
	const instance = () => state.instances.find((one) => one.id === id);
	timeline.check(
		'the cloud has one instance, with the ID that came out',
		state.instances.length === 1 && instance() !== undefined,
	);
	timeline.check(
		'it has 3 brokers and 300 GB',
		instance()?.brokerNum === 3 && instance()?.storageSpace === 300,
	);

	timeline.step('3  The same command again, by mistake');
	const again = await harness.run(provision, { inputItems: [{ json: SLASH_COMMAND }] });
	succeeded(timeline, 'Provision from chat', again);
	timeline.check(
		'no second instance was created',
		again.items('Create Instance')[0].created === false && state.instances.length === 1,
	);

	timeline.step('4  The trigger waits for CREATING -> RUNNING');
	const running = await finish.waitForEvent(timeline, () => String(instance()?.status));
	const event = running[0].json;
	timeline.check(
		`the trigger emits ${String(event.previousStatus)} -> ${String(event.status)} for ${String(event.instanceName)}`,
		event.previousStatus === 'CREATING' && event.status === 'RUNNING' && event.instanceId === id,
	);

	timeline.step('5  Topic, user and permission are made, the connection settings read');
	const finished = await finish.run(running);
	succeeded(timeline, 'Finish a new Kafka instance', finished);
	const topic = instance()?.topics.find(({ name }) => name === 'orders.created');
	timeline.check('the topic orders.created has 3 partitions', topic?.partition === 3);
	timeline.check(
		'the user orders-service exists',
		instance()?.users.some(({ name }) => name === 'orders-service') === true,
	);
	timeline.check('it may publish and subscribe', topic?.policies['orders-service'] === 'all');
	const [settings] = finished.items('Get Connection Settings');
	timeline.check('three broker addresses came back', (settings.brokers as string[]).length === 3);
	timeline.say(String(finished.items('Message for the Channel')[0].text));

	timeline.step('6  At night the clean-up finds it by its tag and deletes it');
	timeline.check('nothing is gone yet', (await gone.poll()) === undefined);
	const cleaned = await harness.run(cleanUp);
	succeeded(timeline, 'Clean up temporary instances', cleaned);
	timeline.check(
		'it was found by its tag',
		cleaned.items('Find Temporary Instances')[0]?.instance_id === id,
	);
	timeline.check('its deletion has begun', instance()?.status === 'DELETING');

	timeline.step('7  The trigger tells when it is gone');
	const disappeared = await gone.waitForEvent(timeline, () => String(instance()?.status ?? 'gone'));
	timeline.check(
		'the trigger emits that it is gone',
		disappeared[0].json.instanceId === id && disappeared[0].json.statusKind === 'gone',
	);
	const told = await gone.run(disappeared);
	succeeded(timeline, 'Tell when a Kafka instance is gone', told);
	timeline.say(String(told.items('Message for the Channel')[0].text));
	timeline.check('the cloud has no instance left', state.instances.length === 0);

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
