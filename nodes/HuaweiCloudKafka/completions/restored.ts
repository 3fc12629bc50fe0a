import type { Completion } from '../../shared/contract/completion';
import { latest } from '../../shared/contract/completion';
import { isRecycled } from '../api/status';
import { observeInstance } from './instance';
import { observeTask } from './task';

/**
 * The end of a restore: its background task has succeeded, and the instance runs. Only the task tells of
 * a failure, after which the instance stays in the recycle bin.
 */
export const instanceRestored: Completion = {
	first: 20,
	every: 20,
	observe: async (item, json) => {
		const task = await observeTask(item, json.instance_id, json.job_id);
		if (task.kind !== 'ready') return task;
		const instance = await observeInstance(item, json);
		return isRecycled(instance.status) ? { ...instance, kind: 'pending' } : instance;
	},
	isReached: (observations) => latest(observations).kind === 'ready',
	subject: ({ instance_id: id }) => `the restore of instance ${String(id)}`,
};
