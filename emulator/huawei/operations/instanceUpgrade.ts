import { json, text } from '../../http/answer';
import { refuse } from '../answers/errors';
import { KERNELS } from '../model/catalogue';
import { schedule } from '../model/scheduledTasks';
import { startTask } from '../model/tasks';
import type { Handler } from '../requests/context';
import { refuseWhileRunning } from '../requests/jobs';

const TASK = 'upgradeInstance';
const LATEST = KERNELS[1];

/** Upgrades the kernel, at once by a background task or later by a scheduled one. */
export const UpgradeInstance: Handler = (request, context) => {
	const { is_schedule, execute_at } = request.body as {
		is_schedule?: boolean;
		execute_at?: number;
	};
	const instance = context.instance();
	if (instance.status !== 'RUNNING') refuse('DMS.00400052');
	if (instance.kernelVersion === LATEST) refuse('DMS.00400053');
	if (is_schedule === true && execute_at === undefined) {
		refuse('DMS.00400062', 'is_schedule needs execute_at.');
	}
	refuseWhileRunning(instance, TASK);
	const { ids, rules } = context.state;
	const id = ids.uuid();
	const begin = (taskId: string, now: number) =>
		void startTask(instance, { id: taskId, name: TASK, params: request.body }, now, () => {
			instance.kernelVersion = LATEST;
			return true;
		});
	const params = request.body;
	if (is_schedule === true && execute_at !== undefined) {
		const run = (now: number) => begin(ids.uuid(), now);
		schedule(instance, { id, name: TASK, params, at: execute_at, run }, context.now);
	} else begin(id, context.now);
	if (rules.upgradeAnswer === 'text') return text(200, id);
	return json(200, is_schedule === true ? { schedule_id: id } : { job_id: id });
};

/** Kernel version of an instance, and the latest one. */
export const ShowUpgradeInstanceVersion: Handler = (_request, context) =>
	json(200, { current_version: context.instance().kernelVersion, latest_version: LATEST });
