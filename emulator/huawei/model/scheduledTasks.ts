import type { ScheduledTask } from './contents';
import type { Instance } from './instance';

/** Name of a scheduled task and what it carries out, given the virtual time. */
interface Scheduled {
	id: string;
	name: string;
	params: unknown;
	/** Virtual ms since the epoch. */
	at: number;
	run: (at: number) => void;
}

/** Puts a task into the schedule of an instance; it may be moved or cancelled until its time comes. */
export function schedule(instance: Instance, { params, at, ...given }: Scheduled, now: number) {
	const task: ScheduledTask = {
		...given,
		params: JSON.stringify(params),
		status: 'CREATED',
		createdAt: now,
		updatedAt: now,
		at,
	};
	instance.scheduledTasks.push(task);
	plan(instance, task);
}

function plan(instance: Instance, task: ScheduledTask): void {
	const { at } = task;
	instance.agenda.plan(at, () => {
		// Moved or cancelled meanwhile.
		if (task.status !== 'CREATED' || task.at !== at) return;
		task.status = 'SUCCESS';
		task.updatedAt = at;
		task.run(at);
	});
}

/** Gives a task that waits another time. */
export function reschedule(instance: Instance, task: ScheduledTask, at: number): void {
	task.at = at;
	plan(instance, task);
}
