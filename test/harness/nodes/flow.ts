import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';
import { setTimeout as delay } from 'node:timers/promises';

import type { Clock } from '../../../nodes/shared/contract/clock';
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

/** Merge from version 3, in the mode Append: the items of all inputs, one input after the other. */
const merge: INodeType = {
	description: describe(
		'merge',
		[3, 3.1, 3.2],
		[choice('mode', ['append']), property('numberInputs', 'number', 2)],
		{
			inputs:
				'={{ Array.from({ length: $parameter.numberInputs || 2 }, () => ({ type: "main" })) }}',
			requiredInputs: 1,
		},
	),
	async execute(this: IExecuteFunctions) {
		const inputs = this.getNodeParameter('numberInputs', 0, 2) as number;
		// An input to which nothing came has no data at all.
		const itemsOf = (input: number) => {
			try {
				return this.getInputData(input) ?? [];
			} catch {
				return [];
			}
		};
		return [Array.from({ length: inputs }, (_, input) => itemsOf(input)).flat()];
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

/** Waits in real time, until the signal at most. */
const realSleep: Clock['sleep'] = async (duration, signal) =>
	await delay(duration, undefined, { signal }).catch(() => undefined);

/**
 * Wait: for a time interval, in process whatever its length (on the clock of a test, or shortened by
 * `timeScale`), or for a form or call, when the run ends as waiting until the harness resumes it.
 */
const wait = (timeScale: number, sleep: Clock['sleep']): INodeType => ({
	description: describe(
		'wait',
		[1, 1.1],
		[
			choice('resume', ['timeInterval', 'specificTime', 'webhook', 'form']),
			property('amount', 'number', 5),
			choice('unit', Object.keys(unitMs)),
			property('formTitle', 'string', '', { resume: ['form'] }),
			property('formDescription', 'string', '', { resume: ['form'] }),
			property('formFields', 'json', {}, { resume: ['form'] }),
			property('limitWaitTime', 'boolean', false, { resume: ['webhook', 'form'] }),
		],
	),
	async execute(this: IExecuteFunctions) {
		const resume = this.getNodeParameter('resume', 0) as string;
		if (resume === 'specificTime') {
			throw new NodeOperationError(this.getNode(), 'The harness does not wait for a point in time');
		}
		if (resume !== 'timeInterval') {
			await this.putExecutionToWait(WAIT_INDEFINITELY);
			return [this.getInputData()];
		}
		const unit = this.getNodeParameter('unit', 0) as keyof typeof unitMs;
		const interval = (this.getNodeParameter('amount', 0) as number) * unitMs[unit];
		const stop = new AbortController();
		this.onExecutionCancellation(() => stop.abort());
		await sleep(interval * timeScale, stop.signal);
		return [this.getInputData()];
	},
});

/** Nodes which steer the items or the time. */
export const flow = (timeScale: number, clock?: Clock) => ({
	'n8n-nodes-base.noOp': noOp,
	'n8n-nodes-base.stickyNote': stickyNote,
	'n8n-nodes-base.limit': limit,
	'n8n-nodes-base.merge': merge,
	'n8n-nodes-base.stopAndError': stopAndError,
	'n8n-nodes-base.wait': wait(timeScale, clock?.sleep ?? realSleep),
});
