import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { showTask } from '../api/requests';
import { taskStatus } from '../api/status';
import { isReady } from '../../shared/contract/completion';

/** How the end of a task shows; see docs/waiting.md. */

/** A task, by its flow ID. */
export async function observeTask(item: OperationContext, flowId: unknown): Promise<Observation> {
	const { Status, Output } = await item.call(showTask(flowId));
	const { name, kind } = taskStatus(Status);
	return { status: name, kind, ...(kind === 'failed' && { record: { reason: Output } }) };
}

/**
 * The task that an operation has started, for what else than the task shows that it succeeded.
 *
 * @returns `undefined` unless it has failed, and without a task in the answer
 */
export async function failedTask(
	item: OperationContext,
	{ FlowId: id }: IDataObject,
): Promise<Observation | undefined> {
	if (id === undefined) return undefined;
	const task = await observeTask(item, id);
	return task.kind === 'failed' ? task : undefined;
}

/** A task that an operation has started; without one in the answer there is nothing to wait for. */
export const taskDone: Completion = {
	first: 1,
	every: 3,
	needed: ({ FlowId: id }) => id !== undefined,
	observe: async (item, { FlowId: id }) => await observeTask(item, id),
	isReached: isReady,
	subject: ({ FlowId: id }) => `task ${String(id)}`,
};
