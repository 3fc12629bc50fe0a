/** The example in which an AI agent has the nodes as tools, and a person decides what it may do. */
import type { IDataObject, INode } from 'n8n-workflow';

import { example } from '../../demo/workflows';
import { chain, createHarness, node as nodeOf, type Harness } from '../harness';
import { toolCaller } from '../support/agent';
import { VENDORS } from '../support/clouds';
import { openCloud, type Cloud } from '../support/stage';

const workflow = example('huawei-9-agent-with-human-review.json');
const TOOL = 'n8n-nodes-managed-kafka.huaweiCloudKafkaTool';
const tools = workflow.nodes.filter(({ type }) => type === TOOL);
const toolNamed = (name: string) => tools.find((one) => one.name === name) as INode;

/** Types of the nodes that a tool hands itself to. */
const askedBy = ({ name }: INode) =>
	(workflow.connections?.[name].ai_tool ?? [])
		.flatMap((ends) => ends ?? [])
		.map((end) => workflow.nodes.find((one) => one.name === end.node)?.type);

test('what only reads is at hand, everything else stands behind a human review', () => {
	const { type } = VENDORS.huawei;
	const reads = tools.filter(({ parameters }) => /^get/.test(String(parameters.operation)));
	expect([reads.length, tools.length]).toEqual([1, 3]);
	for (const tool of tools) {
		expect(tool.credentials).toHaveProperty(VENDORS.huawei.credential);
		expect(tool.type).toBe(`${type}Tool`);
		expect(askedBy(tool)).toEqual(
			reads.includes(tool)
				? ['@n8n/n8n-nodes-langchain.agent']
				: ['n8n-nodes-base.telegramHitlTool'],
		);
	}
});

describe('what the tools do once they run', () => {
	let cloud: Cloud;
	let n8n: Harness;
	/** What the model fills in. */
	const given: IDataObject = {};
	const agentOf = (name: string) => `agent.${name.replaceAll(' ', '')}`;

	beforeAll(async () => {
		cloud = await openCloud({ instances: [] }, { speed: 1 });
		const { type, credential, data } = VENDORS.huawei;
		const nodeType = cloud.n8n.nodeTypes.getByNameAndVersion(type, 1);
		const agents = tools.map(({ name }) => [agentOf(name), toolCaller(nodeType, name, given)]);
		n8n = await createHarness({
			credentials: { [credential]: data(cloud.em) },
			clock: cloud.clock,
			nodes: Object.fromEntries(agents),
		});
	});

	/** Calls a tool as the agent does. @returns What the model reads */
	async function called(name: string, filledIn: IDataObject): Promise<string> {
		const { type, credential } = VENDORS.huawei;
		Object.assign(given, filledIn);
		const calling = chain(nodeOf('Agent', agentOf(name)));
		const { parameters } = toolNamed(name);
		calling.nodes.push(nodeOf(name, type, parameters, { credentials: [credential] }));
		return String((await n8n.run(calling)).items('Agent')[0].said);
	}

	test('an instance is created once, looked up, and deleted', async () => {
		const wish = { name: 'orders-dev', owner: 'mika' };
		expect(await called('Create Instance', wish)).toContain('"created":true');
		const [instance] = cloud.em.huawei.state.instances;
		expect(await called('Create Instance', wish)).toContain('"created":false');
		expect(await called('Get Many Instances', {})).toContain(instance.id);
		cloud.clock.advance(30 * 60_000);
		expect(await called('Delete Instance', { instance_id: instance.id })).toContain(
			'"deleted":true',
		);
		cloud.clock.advance(30 * 60_000);
		expect(cloud.em.huawei.state.instances).toEqual([]);
	});
});
