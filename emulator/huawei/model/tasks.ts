import type { Task } from './contents';
import type { Instance } from './instance';

/** What a background task begins with. */
export interface NewTask {
	id: string;
	name: string;
	/** Listed as JSON text. */
	params: unknown;
	/** Virtual time it waits for, CREATED; it begins at once without. */
	startsAt?: number;
	/** Virtual ms it runs; the usual time without. */
	duration?: number;
}

/**
 * Starts a background task; `work` runs when it ends, unless the task is one that is to fail.
 * @param work carries the task out; false makes it FAILED
 */
export function startTask(
	instance: Instance,
	task: NewTask,
	now: number,
	work: () => boolean,
): Task {
	const { startsAt = now, duration = instance.durations.task } = task;
	const started: Task = {
		id: task.id,
		name: task.name,
		params: JSON.stringify(task.params),
		status: startsAt > now ? 'CREATED' : 'EXECUTING',
		createdAt: now,
		updatedAt: now,
		listedFrom: now + instance.durations.taskListed,
	};
	instance.tasks.push(started);
	if (startsAt > now) {
		instance.agenda.plan(startsAt, () => {
			started.status = 'EXECUTING';
		});
	}
	instance.agenda.plan(startsAt + duration, (at) => {
		const fails = instance.failingTasks.includes(task.name);
		started.status = !fails && work() ? 'SUCCESS' : 'FAILED';
		started.updatedAt = at;
	});
	return started;
}
