import { parse } from 'flatted';
import type { IDataObject, IRunExecutionData, INode, INodeParameters } from 'n8n-workflow';

import { node, type WorkflowJson } from '../test/harness/workflows';
import type { Rest } from './rest';
import { until } from './until';
import { VENDORS } from './vendors';

export { chain, node, type WorkflowJson } from '../test/harness/workflows';

const PACKAGE = 'n8n-nodes-managed-kafka';

/** A credential of a type, stored under the type's name as its ID. */
export const credentialOf = (type: string) => ({
	[type]: { id: type, name: `${VENDORS.find((one) => one.credential === type)?.name} (emulated)` },
});

/** A node of this package, with the credential of its cloud. */
export function kafkaNode(name: string, type: string, parameters: INodeParameters): INode {
	const vendor = VENDORS.find((one) => type.startsWith(one.node));
	if (!vendor) throw new Error(`No cloud has a node ${type}`);
	return node(name, `${PACKAGE}.${type}`, parameters, {
		credentials: credentialOf(vendor.credential),
	});
}

/** An instance chosen by its ID. */
export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A webhook that answers with what the last node gives. */
export const webhook = (path: string): INode =>
	node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries', options: {} },
		{ typeVersion: 2, webhookId: path },
	);

/** The same chain of nodes, begun by another than the Manual Trigger. */
export function startingWith(first: INode, { nodes, connections, ...rest }: WorkflowJson) {
	const { [nodes[0].name]: next, ...others } = connections ?? {};
	return {
		...rest,
		nodes: [first, ...nodes.slice(1)],
		connections: { [first.name]: next, ...others },
		settings: {},
	};
}

/** The items that came out of a node. */
export function itemsOf(data: IRunExecutionData, name: string): IDataObject[] {
	const runs = data.resultData.runData[name] ?? [];
	return runs.flatMap(({ data: out }) => out?.main[0]?.map(({ json }) => json) ?? []);
}

/** An execution as n8n lists it. */
export interface Execution {
	id: string;
	status: string;
	mode: string;
}

interface Listed {
	id: string;
	publicationStatus?: string;
}

/** A workflow that n8n has. */
export class StoredWorkflow {
	private constructor(
		private readonly rest: Rest,
		readonly id: string,
		private readonly versionId: string,
	) {}

	static async add(rest: Rest, workflow: WorkflowJson): Promise<StoredWorkflow> {
		const { id, versionId } = await rest.post<{ id: string; versionId: string }>(
			'/rest/workflows',
			workflow,
		);
		return new StoredWorkflow(rest, id, versionId);
	}

	/** Switches it on, as "Publish" does in the editor; n8n answers before its webhooks are there. */
	async activate(): Promise<void> {
		await this.rest.post(`/rest/workflows/${this.id}/activate`, { versionId: this.versionId });
		await until('the workflow is published', async () => {
			const all = await this.rest.get<Listed[]>('/rest/workflows');
			return all.some(({ id, publicationStatus: is }) => id === this.id && is === 'published');
		});
	}

	async deactivate(): Promise<void> {
		await this.rest.post(`/rest/workflows/${this.id}/deactivate`, {});
	}

	/** Its executions, newest first, at most 100. */
	async executions(): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.id }));
		const { results } = await this.rest.get<{ results: Execution[] }>(
			`/rest/executions?limit=100&filter=${filter}`,
		);
		return results;
	}

	/** What an execution did; n8n sends it flattened, as it may refer to itself. */
	async data({ id }: Execution): Promise<IRunExecutionData> {
		const { data } = await this.rest.get<{ data: string }>(`/rest/executions/${id}`);
		return parse(data) as IRunExecutionData;
	}
}
