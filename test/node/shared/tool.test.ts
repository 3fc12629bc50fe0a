/** The node as a tool of an AI agent. */
import type { INodeProperties } from 'n8n-workflow';
import { join } from 'node:path';

import { node, projectRoot } from '../../harness';
import { VENDORS } from '../../support/clouds';
import { K, openCloud, openVendor, type Cloud } from '../../support/stage';

interface Tool {
	response: {
		name: string;
		description: string;
		schema: { shape: Record<string, { description?: string }> };
	};
}

let s: Cloud;
beforeAll(async () => {
	s = await openCloud({ instances: [{ name: 'orders' }] });
});

const description = () => s.n8n.nodeTypes.getByNameAndVersion(VENDORS.huawei.type, 1).description;

test('the node may be used as a tool', () => {
	expect(description().usableAsTool).toBe(true);
});

test("what the model fills in becomes the tool's input", () => {
	const file = 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool.js';
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const { createNodeAsTool } = require(join(projectRoot, 'node_modules', file)) as {
		createNodeAsTool(options: object): Tool;
	};
	const tool = node(K, VENDORS.huawei.type, {
		resource: 'topic',
		operation: 'create',
		instanceId: {
			__rl: true,
			mode: 'id',
			value: "={{ $fromAI('instance', 'ID of the instance') }}",
		},
		topicName: "={{ $fromAI('topic', 'Name of the topic') }}",
		partition: "={{ $fromAI('partitions', 'How many partitions', 'number') }}",
	});
	const { response } = createNodeAsTool({
		node: tool,
		nodeType: { description: description() },
		handleToolInvocation: () => '',
	});
	expect(Object.keys(response.schema.shape).sort()).toEqual(['instance', 'partitions', 'topic']);
	expect(response.description).toMatch(/topic/i);
});

test('a model sees what every resource and operation is for', () => {
	const operations = description().properties.filter(({ name }) => name === 'operation');
	const options = operations.flatMap(
		(one) => one.options as Array<{ name: string; action?: string; description?: string }>,
	);
	expect(options.length).toBeGreaterThan(20);
	for (const { action, description: text } of options) {
		expect(action).toMatch(/^[A-Z]/);
		expect(text?.length).toBeGreaterThan(10);
	}
});

test('required fields have no default that would be sent unseen', () => {
	const required = description().properties.filter((one: INodeProperties) => one.required);
	expect(required.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['instanceId', 'topicName', 'name', 'userName', 'userPasswd', 'vpcId']),
	);
});

describe('a failure of a tool', () => {
	const vendors = ['huawei', 'alibaba', 'tencent'] as const;
	/** As n8n marks a node whose output goes to an agent. */
	const asTool = { rewireOutputLogTo: 'ai_tool' as never };
	const nowhere = {
		huawei: '00000000-0000-4000-8000-000000000000',
		alibaba: 'alikafka_post-cn-none00000',
		tencent: 'ckafka-none1234',
	};
	const getting = async (vendor: (typeof vendors)[number], settings: object) => {
		const cloud = await openVendor(vendor);
		const instanceId = { __rl: true as const, mode: 'id', value: nowhere[vendor] };
		return await cloud.run('instance/get', { instanceId }, { ...asTool, ...settings });
	};

	test.each(vendors)('is what the model reads, with what to do (%s)', async (vendor) => {
		const { run, told } = await getting(vendor, {});
		expect(told).toBe('');
		const items = run.runData[K].at(-1)?.data?.ai_tool?.[0]?.map(({ json }) => json);
		expect(items).toEqual([{ error: expect.any(String), details: expect.any(String) }]);
		expect(String(items?.[0].error)).toMatch(/does not exist|not found|no .*instance/i);
		expect(String(items?.[0].details)).not.toBe('');
	});

	test.each(vendors)("ends the workflow with 'Stop Workflow' (%s)", async (vendor) => {
		const { told } = await getting(vendor, { onError: 'stopWorkflow' });
		expect(told).toMatch(/does not exist|not found|no .*instance/i);
	});
});
