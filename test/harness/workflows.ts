import type { INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

/** A workflow as the editor exports it; everything but the nodes may be left out. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes'> &
	Partial<Pick<IWorkflowBase, 'name' | 'connections' | 'settings' | 'staticData' | 'pinData'>>;

/** Settings of a node besides its parameters, such as `onError`, `executeOnce` or `credentials`. */
export type NodeSettings = Partial<Omit<INode, 'name' | 'type' | 'parameters' | 'credentials'>> & {
	/** Credential types which the node uses, or n8n's own map. */
	credentials?: string[] | INode['credentials'];
};

/** A node of a workflow. */
export function node(
	name: string,
	type: string,
	parameters: INodeParameters = {},
	{ credentials, ...settings }: NodeSettings = {},
): INode {
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...settings,
		credentials: Array.isArray(credentials)
			? Object.fromEntries(
					credentials.map((credential) => [credential, { id: '1', name: credential }]),
				)
			: credentials,
	};
}

/** A workflow which runs the given nodes one after another from a Manual Trigger called "Start". */
export function chain(...nodes: INode[]): WorkflowJson {
	const all = [node('Start', 'n8n-nodes-base.manualTrigger'), ...nodes];
	const connections = all
		.slice(1)
		.map((next, i) => [
			all[i].name,
			{ main: [[{ node: next.name, type: 'main' as const, index: 0 }]] },
		]);
	return { name: 'test', nodes: all, connections: Object.fromEntries(connections) };
}
