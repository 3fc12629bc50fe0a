import type { INode } from 'n8n-workflow';

/** A node of a workflow, for what only names the node in an error. */
export const someNode: INode = {
	id: '1',
	name: 'Kafka',
	type: 'kafka',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
