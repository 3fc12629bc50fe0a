import { converse } from './conversation';
import { call, type Script } from './model';
import type { ServedRoom } from './room';
import { KAFKA_VENDORS, type Vendor } from './vendors';
import { byId, fleetNode, kafkaNode } from './workflows';

const TOPIC = 'clicks';
const PARTITIONS = 6;

/** n8n's AI Agent with the nodes as its tools: the model fills in what `$fromAI` leaves to it. */
export async function agent(room: ServedRoom): Promise<void> {
	room.timeline.step("Tools of n8n's AI Agent");
	for (const vendor of KAFKA_VENDORS) await ofCloud(vendor, room);
	await ofFleet(room);
}

/** Creates a topic, lists the instances, then says what it was told. */
const creating: Script = ({ messages, tools = [] }) => {
	const results = messages.filter(({ role }) => role === 'tool');
	const nameOf = (word: RegExp) =>
		String(tools.map((tool) => tool.function.name).find((name) => word.test(name)));
	if (results.length === 0) {
		return call(nameOf(/create/i), { topic_name: TOPIC, partitions: PARTITIONS }, 'call-1');
	}
	if (results.length === 1) return call(nameOf(/list/i), { name: 'chat' }, 'call-2');
	return { content: `The tools said: ${results.map(({ content }) => content).join(' ')}` };
};

async function ofCloud(vendor: Vendor, room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	const { name, node: type, newTopic, partitions } = vendor;
	const instance = vendor.seed(emulator, `chat-${vendor.cloud}`);
	const said = await converse(
		room,
		`agent-${vendor.cloud}`,
		'Create a topic for clicks',
		[
			kafkaNode('Create a topic', `${type}Tool`, {
				resource: 'topic',
				operation: 'create',
				instanceId: byId(instance.id),
				...newTopic("={{ $fromAI('topic_name', 'Name of the new topic', 'string') }}"),
				...partitions.given("={{ $fromAI('partitions', 'Number of partitions', 'number') }}"),
			}),
			kafkaNode('List instances', `${type}Tool`, {
				resource: 'instance',
				operation: 'getAll',
				returnAll: true,
			}),
		],
		creating,
	);
	const tools = said.requests[0].tools ?? [];
	const tool = tools.find((one) => /create/i.test(one.function.name));
	if (!tool) throw new Error('The model is offered no tool that creates');
	const { properties } = tool.function.parameters;
	timeline.check(
		`${name}: the model is offered ${tool.function.name}(${Object.keys(properties).join(', ')}): ${tool.function.description}`,
		properties.topic_name?.type === 'string' && properties.partitions?.type === 'number',
	);
	const topics = instance.topics.filter((one) => one.name === TOPIC);
	const [topic] = topics as unknown as Array<Record<string, unknown>>;
	timeline.check(
		`the agent called the tool, and there is one topic, with ${PARTITIONS} partitions`,
		topics.length === 1 && topic[partitions.field] === PARTITIONS,
	);
	timeline.check(
		'the list of instances has the one with the topic',
		said.results[1].includes(instance.id),
	);
	timeline.check(
		`the agent responds: ${said.answer.slice(0, 120)} ...`,
		said.answer.includes('The tools said') && said.answer.includes(TOPIC),
	);
}

/** Has the one tool delete, then says what it was told. */
const deleting: Script = ({ messages, tools = [] }) => {
	const result = messages.find(({ role }) => role === 'tool');
	if (result) return { content: `The tool said: ${result.content}` };
	return call(tools[0].function.name, {}, 'call-1');
};

/** The node over all clouds deletes for an agent only where its user has allowed that. */
async function ofFleet(room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	const tags = { env: 'agent', 'fleet-delete-after': '2020-01-01' };
	const due = KAFKA_VENDORS.map((vendor) => vendor.seedTagged(emulator, 'chat-due', tags, 60).id);
	const standing = () => KAFKA_VENDORS.flatMap((vendor) => vendor.standing(emulator));
	const before = standing();
	const ask = async (path: string, more: { dryRun?: boolean; deleteOptions?: object } = {}) => {
		const tool = fleetNode('Delete what is due', 'cleanUp/deleteMarked', {
			...{ dryRun: false, scope: 'mustHaveTag', scopeTag: 'env=agent', output: 'simplified' },
			...(more as object),
		});
		tool.type += 'Tool';
		return (await converse(room, path, 'Clean up', [tool], deleting)).results[0];
	};
	const refused = await ask('agent-fleet-refused');
	timeline.check(
		`Kafka Fleet: the agent is told: ${refused.slice(0, 160)}`,
		refused.includes('An AI agent may not delete instances') && standing().join() === before.join(),
	);
	const rehearsed = await ask('agent-fleet-dry', { dryRun: true });
	timeline.check(
		'in a dry run, it is told what would be deleted',
		rehearsed.split('wouldDelete').length - 1 === due.length && standing().join() === before.join(),
	);
	await ask('agent-fleet-allowed', { deleteOptions: { allowAgent: true } });
	timeline.check(
		"with 'Allow Deletion by an AI Agent', what is due is deleted, and nothing else",
		standing().join() === before.filter((id) => !due.includes(id)).join(),
	);
}
