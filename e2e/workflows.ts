import { parse } from 'flatted';
import type { IDataObject, IRunExecutionData, INode, INodeParameters } from 'n8n-workflow';

import { chain, node, type WorkflowJson } from '../test/harness/workflows';
import type { Rest } from './rest';
import type { ServedRoom } from './room';
import { until } from './until';
import { FLEET, VENDORS } from './vendors';
import { post } from './webhooks';

export { chain, node, type WorkflowJson } from '../test/harness/workflows';

const PACKAGE = 'n8n-nodes-managed-kafka';

/** A credential of a type, stored under the type's name as its ID. */
export const credentialOf = (type: string) => ({
	[type]: { id: type, name: `${VENDORS.find((one) => one.credential === type)?.name} (emulated)` },
});

/** A node of this package, with the credential of its cloud, or with those of all clouds. */
export function kafkaNode(name: string, type: string, parameters: INodeParameters): INode {
	const isFleet = type.startsWith(FLEET.node);
	const vendors = VENDORS.filter((one) => isFleet || type.startsWith(one.node));
	if (vendors.length === 0) throw new Error(`No cloud has a node ${type}`);
	return node(name, `${PACKAGE}.${type}`, parameters, {
		credentials: Object.assign({}, ...vendors.map((one) => credentialOf(one.credential))),
	});
}

/** All clouds, as the node Kafka Fleet has them. */
export const CLOUDS = VENDORS.map(({ cloud }) => cloud);

/** The node over all clouds, for an operation such as `cleanUp/find`. */
export function fleetNode(
	name: string,
	operation: string,
	parameters: INodeParameters = {},
): INode {
	const [resource, value] = operation.split('/');
	const all = { resource, operation: value, clouds: CLOUDS, ...parameters };
	return kafkaNode(name, FLEET.node, all);
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

/** A webhook that answers at once, and leaves the workflow to itself. */
export function webhookAtOnce(path: string): INode {
	const begin = webhook(path);
	begin.parameters.responseMode = 'onReceived';
	return begin;
}

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

/** Whether an execution has come to its end. */
export const isOver = ({ status }: Execution): boolean =>
	!['running', 'new', 'waiting'].includes(status);

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

/**
 * Runs a chain of nodes once, in a workflow of its own.
 *
 * @param path Of the webhook that starts it
 * @returns What the execution did, also where it ended with an error
 */
export async function runOnce(
	{ rest, url }: ServedRoom,
	path: string,
	...nodes: INode[]
): Promise<IRunExecutionData> {
	const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(...nodes)));
	await workflow.activate();
	await post(`${url}/webhook/${path}`);
	const execution = await until('the execution ends', async () =>
		(await workflow.executions()).find(isOver),
	);
	await workflow.deactivate();
	return await workflow.data(execution);
}
