import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { startTask, type NewTask } from '../model/tasks';
import type { Context } from './context';

/** Refuses with DMS.00400017 while a task of the name runs. */
export function refuseWhileRunning(instance: Instance, name: string): void {
	const running = instance.tasks.some((t) => t.name === name && t.status === 'EXECUTING');
	if (running) refuse('DMS.00400017', name);
}

/**
 * Starts a job as a background task, one of a name at a time.
 * @param work carries it out in the end; false makes the task FAILED
 * @returns the job's ID, which is the task's
 */
export function startJob(
	context: Context,
	instance: Instance,
	job: Omit<NewTask, 'id'>,
	work: () => boolean,
): string {
	refuseWhileRunning(instance, job.name);
	const id = context.state.ids.hex();
	startTask(instance, { ...job, id }, context.now, work);
	return id;
}
