import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { isReady, latest } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { masked } from '../../shared/request/masked';
import { listAll } from '../../shared/request/readList';
import { connectorTaskPages } from '../api/pages';
import { listConnectorTasks, showConnectorTask } from '../api/requests';
import { connectorTaskStatusKind } from '../api/status';
import { rowsGone } from './rows';

/**
 * How a Smart Connect task shows what was asked of it. Source: Terraform provider, which looks every 5 s;
 * no status of a failed task is documented, so an unknown one is told and never taken for the end.
 */

async function observe(item: OperationContext, { id }: IDataObject): Promise<Observation> {
	const task = showConnectorTask(item.nodeParameter('instanceId'), id);
	const record = masked(await item.call(task));
	const status = String(record.status ?? 'unknown');
	return { status, kind: connectorTaskStatusKind(status), record };
}

const subject = ({ id, task_name: name }: IDataObject) =>
	name
		? `Smart Connect task ${String(name)} (ID ${String(id)})`
		: `Smart Connect task ${String(id)}`;

const looks = { first: 5, every: 5, observe, subject };

/** A new task runs, or waits where it is to be started later. */
export const connectorTaskCreated: Completion = {
	...looks,
	isReached: (observations, { start_later: waits }) =>
		isReady(observations) || (waits === true && latest(observations).status === 'WAITING'),
};

export const connectorTaskPaused: Completion = {
	...looks,
	isReached: (observations) => latest(observations).status === 'PAUSED',
};

/** It was PAUSED, so that RUNNING is new. */
export const connectorTaskResumed: Completion = { ...looks, isReached: isReady };

/** Whether a task that is restarted was running, and whether anything else has been seen since. */
interface Restart {
	wasRunning: boolean;
	hasChanged: boolean;
}

/**
 * A restart. One that was running goes on showing RUNNING for a while, which is no proof: then another
 * status has to be seen first.
 */
export const connectorTaskRestarted: Completion = {
	...looks,
	longest: 5,
	mark: async (item): Promise<Restart> => {
		const { kind } = await observe(item, { id: item.nodeParameter('taskId') });
		return { wasRunning: kind === 'ready', hasChanged: false };
	},
	observe: async (item, json, mark) => {
		const restart = mark as Restart;
		const observation = await observe(item, json);
		restart.hasChanged ||= observation.kind !== 'ready';
		const isOld = restart.wasRunning && !restart.hasChanged;
		return isOld ? { ...observation, kind: 'pending' } : observation;
	},
	isReached: isReady,
	advice:
		"The task may have restarted between two checks: 'Smart Connect Task: Get' shows its status.",
};

export const connectorTaskGone: Completion = rowsGone(
	'Smart Connect task',
	'id',
	async (item) =>
		await listAll(item, listConnectorTasks(item.nodeParameter('instanceId')), connectorTaskPages),
);
