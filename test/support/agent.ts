import type { IDataObject, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { join } from 'node:path';

import { projectRoot } from '../harness';
// After the harness, which gives n8n-core a home of its own.
import { SupplyDataContext } from 'n8n-core';

type MakeInvocation = (
	contextOf: (call: number) => SupplyDataContext,
	...of: [tool: never, type: INodeType, data: never]
) => (given: object) => Promise<string>;
const { makeHandleToolInvocation } = jest.requireActual<{
	makeHandleToolInvocation: MakeInvocation;
}>(
	join(
		projectRoot,
		'node_modules/n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data.js',
	),
);

export const agentDescription = {
	displayName: 'Agent',
	name: 'agent',
	group: ['transform' as const],
	version: 1,
	description: '',
	defaults: { name: 'Agent' },
	inputs: ['main' as const],
	outputs: ['main' as const],
	properties: [],
};

/**
 * An agent that calls a node as its tool once, the way in which n8n does, "Retry On Fail" included. Its
 * item has what the model reads of it.
 *
 * @param tool Name of the tool's node in the workflow
 * @param given What the model fills in
 */
export const toolCaller = (type: INodeType, tool: string, given: IDataObject): INodeType => ({
	description: agentDescription,
	async execute(this: IExecuteFunctions) {
		const own = this as unknown as { [name: string]: never };
		const toolNode = (own.workflow as { getNode(name: string): never }).getNode(tool);
		const contextOf = (call: number) =>
			new SupplyDataContext(
				own.workflow,
				toolNode,
				own.additionalData,
				own.mode,
				own.runExecutionData,
				call,
				own.connectionInputData,
				{},
				'ai_tool' as never,
				own.executeData,
				[],
			);
		const invoke = makeHandleToolInvocation(contextOf, toolNode, type, own.runExecutionData);
		// Every call of an agent brings an object of its own.
		const said = await invoke({ ...given }).catch(({ message }: Error) => message);
		return [[{ json: { said } }]];
	},
});
