import type { IDataObject, INodeExecutionData, INodeParameters, Workflow } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Harness, Outcome, WorkflowJson } from '../test/harness';
import type { Timeline } from './timeline';

/** n8n polls once a minute, here by the clock of the emulated cloud. */
const POLL_EVERY = 60_000;
/** A trigger that has seen nothing after so many polls will not see it any more. */
const MOST_POLLS = 60;

/** What the notes of the examples ask for, as a user of the emulated clouds would fill it in. */
const FILLED_IN: Readonly<Record<string, string>> = {
	'your-vpc-id': 'orders-vpc',
	'your-subnet-id': 'brokers',
	'your-security-group-id': 'kafka-clients',
	"={{ $vars.slashCommandToken ?? '' }}": 'token-of-the-command',
	"={{ $vars.feishuVerificationToken ?? '' }}": 'your-verification-token',
};

/**
 * An example workflow as it lies in its folder, filled in.
 *
 * @param speed Virtual seconds per real second: waits inside nodes look as often as they would in real time
 */
export function example(file: string, speed = 1): WorkflowJson {
	const text = readFileSync(join(__dirname, '../examples', file), 'utf8');
	const json = JSON.parse(text, (_, value: unknown) =>
		typeof value === 'string' ? (FILLED_IN[value] ?? value) : value,
	) as WorkflowJson;
	for (const { parameters = {} } of json.nodes) {
		const wait = parameters.waitOptions as IDataObject | undefined;
		if (wait) wait.pollInterval = Number(wait.pollInterval) / speed;
	}
	return json;
}

/** The workflow with other values in its node "Settings", as its user would enter them. */
export function withSettings(json: WorkflowJson, values: Record<string, unknown>): WorkflowJson {
	const copy = structuredClone(json);
	const settings = copy.nodes.find(({ name }) => name === 'Settings')?.parameters;
	const { assignments } = settings?.assignments as { assignments: INodeParameters[] };
	for (const [name, value] of Object.entries(values)) {
		const assignment = assignments.find((one) => one.name === name);
		if (!assignment) throw new Error(`"${json.name}" has no setting ${name}`);
		assignment.value = value as string;
	}
	return copy;
}

/** The workflow with its Kafka Fleet nodes set to some regions instead of all. */
export function inRegions(json: WorkflowJson, regions: Record<string, string[]>): WorkflowJson {
	const copy = structuredClone(json);
	for (const { type, parameters } of copy.nodes) {
		if (/\.kafkaFleet/.test(type)) Object.assign(parameters, { regions: 'chosen' }, regions);
	}
	return copy;
}

/** What Slack posts for a command such as `/kafka orders-dev, 300 GB`. */
export const slashCommand = (
	command: string,
	text: string,
	token: unknown = 'token-of-the-command',
): INodeExecutionData[] => [
	{
		json: {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			params: {},
			query: {},
			body: { token, command, text, user_name: 'mika', channel_name: 'orders-team' },
		},
	},
];

/** What the chat shows as the answer to the command. */
export const answerOf = ({ webhookResponse }: Outcome): string =>
	String(((webhookResponse as IDataObject | undefined)?.body as IDataObject | undefined)?.text);

/** The texts that a node made. */
export const textsOf = (outcome: Outcome, node = 'Message for the Channel'): string[] =>
	outcome.items(node).map(({ text }) => String(text));

export function succeeded(timeline: Timeline, name: string, { result, error }: Outcome): void {
	const reason = error ? `: ${error.message} ${error.description ?? ''}` : '';
	timeline.check(`workflow "${name}" succeeded${reason}`, result.status === 'success');
}

/** A workflow that is switched on: its trigger is polled, and a run starts when it emits something. */
export class ActiveWorkflow {
	private readonly workflow: Workflow;
	private readonly trigger: string;

	constructor(
		private readonly harness: Harness,
		private readonly json: WorkflowJson,
	) {
		this.workflow = harness.makeWorkflow(json);
		this.trigger = json.nodes.find(({ type }) => /kafka(Fleet)?Trigger$/i.test(type))?.name ?? '';
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
			await timeline.pass(POLL_EVERY);
		}
		throw new Error(`The trigger emitted nothing in ${MOST_POLLS} polls`);
	}

	/** The run that n8n starts with the items of the trigger. */
	async run(inputItems: INodeExecutionData[]): Promise<Outcome> {
		return await this.harness.run(this.json, { startNode: this.trigger, inputItems });
	}
}
