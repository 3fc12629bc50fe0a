import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ServedRoom } from '../room';
import { root } from '../runtime';
import {
	chain,
	credentialOf,
	itemsOf,
	node,
	startingWith,
	StoredWorkflow,
	webhook,
	type WorkflowJson,
} from '../workflows';
import { until } from '../until';
import type { MockBroker } from './kcat';

const EXAMPLE = 'huawei-8-hand-over-to-kafka-node.json';
/** The name that the example looks for. */
const INSTANCE = 'orders-dev';
const TOPIC = 'orders';

/** A credential of n8n. */
interface Stored {
	id: string;
	name: string;
	type: string;
}

/** The example "Hand a Kafka instance over", and what it is for: n8n's own Kafka nodes send and receive. */
export async function handOver(room: ServedRoom, broker: MockBroker): Promise<void> {
	const credential = await storeCredential(room, broker);
	await sendAndReceive(room, broker, credential);
}

/** Runs the example, which stores a credential of the type Kafka by n8n's public API. */
async function storeCredential(room: ServedRoom, broker: MockBroker): Promise<Stored> {
	const { rest, url, emulator, timeline } = room;
	emulator.huawei.state.seed({
		name: INSTANCE,
		// The mock cluster takes any port; everything else of the record is the emulator's.
		shown: {
			port_protocols: { private_plain_enable: true, private_plain_address: broker.address },
		},
	});
	const { rawApiKey } = await rest.post<{ rawApiKey: string }>('/rest/api-keys', {
		label: 'hand over',
		expiresAt: null,
		scopes: ['credential:create'],
	});
	const account = await rest.post<Stored>('/rest/credentials', {
		name: 'n8n account',
		type: 'n8nApi',
		data: { apiKey: rawApiKey, baseUrl: `${url}/api/v1` },
	});
	const example = JSON.parse(readFileSync(join(root, 'examples', EXAMPLE), 'utf8')) as WorkflowJson;
	const path = 'hand-over';
	const nodes = example.nodes.map((one) => {
		// It is started by a call, as nobody presses its button here.
		if (one.name === 'Run Manually') return { ...webhook(path), name: one.name };
		const credentials = Object.keys(one.credentials ?? {}).map((type) =>
			type === 'n8nApi' ? { [type]: account } : credentialOf(type),
		);
		return { ...one, credentials: Object.assign({}, ...credentials) as typeof one.credentials };
	});
	const workflow = await StoredWorkflow.add(rest, { ...example, nodes });
	await workflow.activate();
	const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
	const text = await answer.text();
	timeline.check(
		`the example runs: ${text.slice(0, 110)}`,
		answer.status === 200 && text.includes(broker.address),
	);
	await workflow.deactivate();
	const all = await rest.get<Stored[]>('/rest/credentials');
	const made = all.filter(({ name, type }) => name === `Kafka ${INSTANCE}` && type === 'kafka');
	timeline.check('n8n has one credential for the instance', made.length === 1);
	return made[0];
}

const kafka = (type: 'kafka' | 'kafkaTrigger', version: number, parameters: object, id: Stored) =>
	node(
		type === 'kafka' ? 'Kafka' : 'Kafka Trigger',
		`n8n-nodes-base.${type}`,
		{ topic: TOPIC, ...parameters },
		{ typeVersion: version, credentials: { kafka: { id: id.id, name: id.name } } },
	);

/** One workflow sends what it is called with, another begins with each message. */
async function sendAndReceive(
	{ rest, url, timeline }: ServedRoom,
	broker: MockBroker,
	credential: Stored,
): Promise<void> {
	const options = { fromBeginning: true };
	const trigger = kafka('kafkaTrigger', 1.3, { groupId: 'n8n', options }, credential);
	const seen = node('Seen', 'n8n-nodes-base.noOp', {}, { typeVersion: 1 });
	const receiving = await StoredWorkflow.add(rest, startingWith(trigger, chain(seen)));
	await receiving.activate();

	const send = kafka(
		'kafka',
		1,
		{ sendInputData: false, message: '={{ $json.body.text }}', options: { acks: true } },
		credential,
	);
	const path = 'send-to-kafka';
	const sending = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(send)));
	await sending.activate();
	const answer = await fetch(`${url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ text: 'order 4711' }),
	});
	const text = await answer.text();
	timeline.check(
		`n8n's Kafka node sends a message: ${text.slice(0, 80)}`,
		answer.status === 200 && text.includes(`"topicName":"${TOPIC}"`),
	);
	timeline.check('kcat reads it', broker.read(TOPIC).join() === 'order 4711');

	const received = async (message: string) =>
		await until(`the Kafka Trigger receives "${message}"`, async () => {
			for (const execution of await receiving.executions()) {
				if (execution.status !== 'success') continue;
				const items = itemsOf(await receiving.data(execution), 'Seen');
				if (items.some((item) => item.message === message)) return true;
			}
			return false;
		});
	timeline.check("n8n's Kafka Trigger receives it", await received('order 4711'));
	broker.send(TOPIC, 'order 4712');
	timeline.check('and one that kcat sends', await received('order 4712'));
	await sending.deactivate();
	await receiving.deactivate();
}
