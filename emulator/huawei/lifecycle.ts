import type { Instance, Task } from './model';

/** Begins CREATING; ends in RUNNING or, when it is to fail, in CREATEFAILED. */
export function beginCreation(instance: Instance, now: number, fails: boolean): void {
	instance.status = 'CREATING';
	instance.agenda.plan(now + instance.durations.create, (at) => {
		if (fails) instance.status = 'CREATEFAILED';
		else finishCreation(instance, at, false);
	});
}

/** Makes an instance RUNNING; its addresses follow at once or as late as on the real cloud. */
export function finishCreation(instance: Instance, now: number, connectedAtOnce: boolean): void {
	instance.status = 'RUNNING';
	instance.connected = connectedAtOnce;
	if (connectedAtOnce) return;
	instance.agenda.plan(now + instance.durations.connectionInfo, () => {
		instance.connected = true;
	});
}

/** Begins a restart: still RUNNING for the lag, then RESTARTING, then RUNNING. */
export function beginRestart(instance: Instance, now: number): void {
	const { restartLag, restart } = instance.durations;
	instance.agenda.plan(now + restartLag, () => {
		instance.status = 'RESTARTING';
	});
	instance.agenda.plan(now + restartLag + restart, () => {
		instance.status = 'RUNNING';
	});
}

/** Begins DELETING: out of the lists at once, out of the detail at the end. */
export function beginDeletion(instance: Instance, now: number): void {
	const { delete: whole, deleteError } = instance.durations;
	instance.agenda.cancel();
	instance.deleting = true;
	instance.status = 'DELETING';
	if (deleteError > 0) {
		instance.agenda.plan(now + whole / 2, () => {
			instance.status = 'ERROR';
		});
		instance.agenda.plan(now + whole / 2 + deleteError, () => {
			instance.status = 'DELETING';
		});
	}
	instance.agenda.plan(now + Math.max(whole, whole / 2 + deleteError), () => {
		instance.gone = true;
	});
}

/**
 * Starts a background task; `work` runs when it ends.
 * @param work carries the task out; false makes it FAILED
 */
export function startTask(
	instance: Instance,
	task: { id: string; name: string; params: unknown },
	now: number,
	work: () => boolean,
): Task {
	const started: Task = {
		id: task.id,
		name: task.name,
		params: JSON.stringify(task.params),
		status: 'EXECUTING',
		createdAt: now,
		updatedAt: now,
		listedFrom: now + instance.durations.taskListed,
	};
	instance.tasks.push(started);
	instance.agenda.plan(now + instance.durations.task, (at) => {
		started.status = work() ? 'SUCCESS' : 'FAILED';
		started.updatedAt = at;
	});
	return started;
}
