import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a chat model is asked, in the shape of OpenAI's API. */
export interface ChatRequest {
	messages: Array<{ role: string; content: string | null; tool_call_id?: string }>;
	tools?: Array<{ function: { name: string; description: string; parameters: ToolSchema } }>;
}

/** The arguments of a tool, as n8n describes them to the model. */
export interface ToolSchema {
	properties: Record<string, { type: string; description?: string }>;
	required?: string[];
}

type Reply =
	| { content: string }
	| { content: null; tool_calls: Array<{ id: string; type: 'function'; function: object }> };

/** What a model says to each request. */
export type Script = (request: ChatRequest) => Reply;

/** A reply that calls a tool. */
export const call = (name: string, args: object, id = 'call-1'): Reply => ({
	content: null,
	tool_calls: [{ id, type: 'function', function: { name, arguments: JSON.stringify(args) } }],
});

async function bodyOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
	return text;
}

/** A chat model that follows a script instead of thinking; n8n's OpenAI nodes can talk to it. */
export interface ScriptedModel {
	/** For the field "Base URL" of n8n's OpenAI credential. */
	url: string;
	/** What it was asked, oldest first. */
	requests: ChatRequest[];
	close(): void;
}

/**
 * Starts a chat model on 127.0.0.1.
 *
 * @param script What it says to each request
 */
export async function startModel(script: Script): Promise<ScriptedModel> {
	const requests: ChatRequest[] = [];
	const server = createServer((request, response) => {
		void bodyOf(request).then((text) => {
			const asked = JSON.parse(text) as ChatRequest;
			requests.push(asked);
			const message = { role: 'assistant', ...script(asked) };
			const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
			response.setHeader('content-type', 'application/json').end(
				JSON.stringify({
					id: `chat-${requests.length}`,
					object: 'chat.completion',
					created: 0,
					model: 'scripted',
					choices: [{ index: 0, message, finish_reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/v1`, requests, close: () => void server.close() };
}
