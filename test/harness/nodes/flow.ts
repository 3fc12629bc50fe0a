import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { choice, describe, property } from './describe';

const noOp: INodeType = {
	description: describe('noOp', 1),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

/** A note on the canvas: it takes no part in an execution. */
const stickyNote: INodeType = {
	description: describe(
		'stickyNote',
		1,
		['content', 'height', 'width', 'color'].map((name) => property(name, 'string', '')),
		{ inputs: [], outputs: [] },
	),
	async execute(this: IExecuteFunctions) {
		return [this.getInputData()];
	},
};

const limit: INodeType = {
	description: describe('limit', 1, [
		property('maxItems', 'number', 1),
		choice('keep', ['firstItems', 'lastItems']),
	]),
	async execute(this: IExecuteFunctions) {
		const items = this.getInputData();
		const max = this.getNodeParameter('maxItems', 0) as number;
		if (max > items.length) return [items];
		const first = this.getNodeParameter('keep', 0) === 'firstItems';
		return [first ? items.slice(0, max) : items.slice(items.length - max)];
	},
};

const stopAndError: INodeType = {
	description: describe('stopAndError', 1, [
		choice('errorType', ['errorMessage', 'errorObject']),
		property('errorMessage', 'string', '', { errorType: ['errorMessage'] }),
		property('errorObject', 'json', '', { errorType: ['errorObject'] }),
	]),
	async execute(this: IExecuteFunctions) {
		const type = this.getNodeParameter('errorType', 0) as string;
		const value = this.getNodeParameter(type, 0);
		throw new NodeOperationError(
			this.getNode(),
			typeof value === 'string' ? value : JSON.stringify(value),
		);
	},
};

const unitMs = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** Wait for a time interval, in process whatever its length; `timeScale` shortens the intervals of a test. */
const wait = (timeScale: number): INodeType => ({
	description: describe(
		'wait',
		[1, 1.1],
		[
			choice('resume', ['timeInterval', 'specificTime', 'webhook', 'form']),
			property('amount', 'number', 5),
			choice('unit', Object.keys(unitMs)),
		],
	),
	async execute(this: IExecuteFunctions) {
		if (this.getNodeParameter('resume', 0) !== 'timeInterval') {
			throw new NodeOperationError(this.getNode(), 'The harness only waits for a time interval');
		}
		const unit = this.getNodeParameter('unit', 0) as keyof typeof unitMs;
		const interval = (this.getNodeParameter('amount', 0) as number) * unitMs[unit];
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, interval * timeScale);
			this.onExecutionCancellation(() => {
				clearTimeout(timer);
				resolve();
			});
		});
		return [this.getInputData()];
	},
});

/** Nodes which steer the items or the time. */
export const flow = (timeScale: number) => ({
	'n8n-nodes-base.noOp': noOp,
	'n8n-nodes-base.stickyNote': stickyNote,
	'n8n-nodes-base.limit': limit,
	'n8n-nodes-base.stopAndError': stopAndError,
	'n8n-nodes-base.wait': wait(timeScale),
});
