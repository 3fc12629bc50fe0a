import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { call, startModel, type ChatRequest } from './model';
import type { ServedRoom } from './room';
import { examples, type Stored } from './setup';
import { until } from './until';
import {
	StoredWorkflow,
	credentialOf,
	webhook,
	type Execution,
	type WorkflowJson,
} from './workflows';

const EXAMPLE = 'Agent with human review (Huawei Cloud)';
const HUAWEI = 'managedKafkaHuaweiCloudApi';
const PATH = 'review';
/** n8n takes no answer from what does not look like a person's browser. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';

/** A message with its buttons, as n8n sends it to Telegram. */
interface Message {
	text: string;
	reply_markup: { inline_keyboard: Array<Array<{ text: string; url: string }>> };
}

interface Chat {
	url: string;
	messages: Message[];
	close(): void;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
	return text;
}

/** Stands in for Telegram: takes messages, and shows them to nobody. */
async function startChat(): Promise<Chat> {
	const messages: Message[] = [];
	const server = createServer((request, response) => {
		void bodyOf(request).then((text) => {
			if (request.url?.endsWith('/sendMessage')) messages.push(JSON.parse(text) as Message);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify({ ok: true, result: { message_id: messages.length } }));
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, messages, close: () => void server.close() };
}

/** The model wants an instance deleted, then reports what the tool said. */
const script = (id: string) => (asked: ChatRequest) => {
	const result = asked.messages.find(({ role }) => role === 'tool');
	if (result) return { content: `The tool said: ${result.content}` };
	const tool = asked.tools?.find(({ function: { name } }) => /delete/i.test(name));
	if (!tool) throw new Error('The model is offered no tool that deletes');
	const { properties } = tool.function.parameters;
	const given = { instance_id: id };
	// A tool behind a human review takes its own input beside the reviewer's.
	return call(
		tool.function.name,
		'toolParameters' in properties ? { toolParameters: given, hitlParameters: {} } : given,
	);
};

/** The example with a webhook for its chat, and with what its user fills in. */
function prepared(model: Stored, chat: Stored): WorkflowJson {
	const example = examples({}).find(({ name }) => name === EXAMPLE);
	if (!example) throw new Error(`There is no example "${EXAMPLE}"`);
	const workflow = JSON.parse(
		JSON.stringify(example).replace('<ID of the chat>', '1'),
	) as WorkflowJson;
	for (const node of workflow.nodes) {
		if (node.credentials?.openAiApi) node.credentials = { openAiApi: model };
		if (node.credentials?.[HUAWEI]) node.credentials = credentialOf(HUAWEI);
		if (node.credentials?.telegramApi) node.credentials = { telegramApi: chat };
		if (node.type.endsWith('.agent')) {
			Object.assign(node.parameters, { promptType: 'define', text: 'Delete orders-dev' });
		}
		if (node.type.endsWith('.chatTrigger')) {
			const { name } = node;
			Object.assign(node, webhook(PATH), { name });
			node.parameters = { httpMethod: 'POST', path: PATH, options: {} };
		}
	}
	return workflow;
}

/**
 * n8n's human review in front of a tool that deletes, as the example has it. n8n holds the tool back
 * without asking its node, so one cloud stands for all.
 */
export async function review({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('A tool behind a human review');
	const { state } = emulator.huawei;
	const { id } = state.seed({ name: 'orders-dev' });
	const isThere = () => state.instances.some((one) => one.id === id);
	const model = await startModel(script(id));
	const chat = await startChat();
	try {
		const add = async (name: string, type: string, data: object): Promise<Stored> => {
			const stored = await rest.post<Stored>('/rest/credentials', { name, type, data });
			return { id: stored.id, name };
		};
		const workflow = prepared(
			await add('Scripted model for the review', 'openAiApi', { apiKey: 'none', url: model.url }),
			await add('Chat', 'telegramApi', { accessToken: '1:none', baseUrl: chat.url }),
		);
		const stored = await StoredWorkflow.add(rest, workflow);
		await stored.activate();

		const asked = async (button: RegExp) => {
			const before = chat.messages.length;
			await fetch(`${url}/webhook/${PATH}`, { method: 'POST' });
			const { text, reply_markup: markup } = await until(
				'the person is asked',
				() => chat.messages[before],
			);
			timeline.check(`the person reads: ${text.replace(/\s+/g, ' ')}`, text.includes(id));
			timeline.check('nothing is deleted while nobody has answered', isThere());
			const key = markup.inline_keyboard.flat().find((one) => button.test(one.text));
			if (!key) throw new Error(`No button ${String(button)}: ${JSON.stringify(markup)}`);
			const [execution] = await stored.executions();
			await fetch(key.url, { headers: { 'user-agent': BROWSER } });
			await until('the execution ends', async () => {
				const { status } = await statusOf(stored, execution);
				return status !== 'waiting' && status !== 'running' && status !== 'new';
			});
			return await statusOf(stored, execution);
		};
		const declined = await asked(/decline|disapprove/i);
		timeline.check(
			`declined: the execution is a ${declined.status}, and the instance stays`,
			isThere(),
		);
		const approved = await asked(/approve/i);
		timeline.check(
			`approved: the execution is a ${approved.status}, and the instance is deleted`,
			approved.status === 'success' && state.named('orders-dev')?.status !== 'RUNNING',
		);
		await stored.deactivate();
	} finally {
		model.close();
		chat.close();
	}
}

async function statusOf(stored: StoredWorkflow, { id }: Execution): Promise<Execution> {
	const found = (await stored.executions()).find((one) => one.id === id);
	if (!found) throw new Error(`n8n has no execution ${id}`);
	return found;
}
