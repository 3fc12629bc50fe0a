import { call, startModel } from './model';
import type { ServedRoom } from './room';
import type { Stored } from './setup';
import { byId, chain, kafkaNode, node, startingWith, StoredWorkflow, webhook } from './workflows';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** n8n's AI Agent with the Huawei node as its tool: the model fills in what `$fromAI` leaves to it. */
export async function agent({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step("A tool of n8n's AI Agent");
	const instance = emulator.huawei.state.seed({ name: 'chat' });
	const model = await startModel(({ messages, tools = [] }) => {
		const result = messages.find(({ role }) => role === 'tool');
		if (result) return { content: `The tool said: ${result.content}` };
		return call(tools[0].function.name, { topic_name: 'clicks', partitions: 6 });
	});
	try {
		const { id } = await rest.post<Stored>('/rest/credentials', {
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'none', url: model.url },
		});
		const workflow = startingWith(
			webhook('agent'),
			chain(
				node(
					'AI Agent',
					`${LANGCHAIN}.agent`,
					{ promptType: 'define', text: 'Create a topic for clicks', options: {} },
					{ typeVersion: 2.2 },
				),
			),
		);
		workflow.nodes.push(
			node(
				'Chat Model',
				`${LANGCHAIN}.lmChatOpenAi`,
				{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
				{ typeVersion: 1.2, credentials: { openAiApi: { id, name: 'Scripted model' } } },
			),
			kafkaNode('Create a topic', 'huaweiCloudKafkaTool', {
				resource: 'topic',
				operation: 'create',
				instanceId: byId(instance.id),
				topicName: "={{ $fromAI('topic_name', 'Name of the new topic', 'string') }}",
				partition: "={{ $fromAI('partitions', 'Number of partitions', 'number') }}",
			}),
		);
		Object.assign(workflow.connections, {
			'Chat Model': {
				ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]],
			},
			'Create a topic': { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		});
		const stored = await StoredWorkflow.add(rest, workflow);
		await stored.activate();
		const answer = await (await fetch(`${url}/webhook/agent`, { method: 'POST' })).text();
		const tool = model.requests[0]?.tools?.[0];
		if (!tool) throw new Error(`The model received no request: ${answer}`);
		const { properties } = tool.function.parameters;
		timeline.check(
			`the model is offered ${tool.function.name}(${Object.keys(properties).join(', ')}): ${tool.function.description}`,
			properties.topic_name.type === 'string' && properties.partitions.type === 'number',
		);
		const topic = instance.topics.find(({ name }) => name === 'clicks');
		timeline.check(
			'the agent called the tool, and the topic has 6 partitions',
			topic?.partition === 6,
		);
		timeline.check(`the agent responds: ${answer}`, /The tool said.*clicks/.test(answer));
		await stored.deactivate();
	} finally {
		model.close();
	}
}
