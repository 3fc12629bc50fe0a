import type { INode } from 'n8n-workflow';

import { startModel, type ChatRequest, type Script } from './model';
import type { ServedRoom } from './room';
import type { Stored } from './setup';
import { post } from './webhooks';
import { chain, node, startingWith, StoredWorkflow, webhook } from './workflows';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** What was said. */
export interface Conversation {
	/** The agent's last word. */
	answer: string;
	/** What the model was asked, oldest first. */
	requests: ChatRequest[];
	/** What the tools said, oldest first. */
	results: string[];
}

/** Has n8n's AI Agent, with these nodes as its tools, talk to a model that follows a script. */
export async function converse(
	{ rest, url }: ServedRoom,
	path: string,
	text: string,
	tools: INode[],
	script: Script,
): Promise<Conversation> {
	const model = await startModel(script);
	try {
		const name = `Scripted model for ${path}`;
		const data = { apiKey: 'none', url: model.url };
		const { id } = await rest.post<Stored>('/rest/credentials', { name, type: 'openAiApi', data });
		const agent = node(
			'AI Agent',
			`${LANGCHAIN}.agent`,
			{ promptType: 'define', text, options: {} },
			{ typeVersion: 2.2 },
		);
		const workflow = startingWith(webhook(path), chain(agent));
		workflow.nodes.push(
			node(
				'Chat Model',
				`${LANGCHAIN}.lmChatOpenAi`,
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
				{ typeVersion: 1.2, credentials: { openAiApi: { id, name } } },
			),
			...tools,
		);
		const to = (type: 'ai_languageModel' | 'ai_tool') => ({
			[type]: [[{ node: 'AI Agent', type, index: 0 }]],
		});
		Object.assign(workflow.connections, { 'Chat Model': to('ai_languageModel') });
		for (const tool of tools) workflow.connections[tool.name] = to('ai_tool');
		const stored = await StoredWorkflow.add(rest, workflow);
		await stored.activate();
		const answer = await (await post(`${url}/webhook/${path}`)).text();
		await stored.deactivate();
		const last = model.requests.at(-1);
		if (!last) throw new Error(`The model received no request: ${answer}`);
		const said = last.messages.filter(({ role }) => role === 'tool');
		return {
			answer,
			requests: model.requests,
			results: said.map(({ content }) => String(content)),
		};
	} finally {
		model.close();
	}
}
