import type { Instance, Task } from './instance';

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
		instance.configs = { ...instance.configs, ...instance.pendingConfigs };
		instance.pendingConfigs = {};
	});
}

/**
 * Begins a resize as a background task: still RUNNING for the lag, then EXTENDING, then RUNNING with
 * the new size or, when the task fails, EXTENDEDFAILED.
 */
export function beginExtension(
	instance: Instance,
	task: NewTask,
	now: number,
	grow: () => void,
): void {
	const { extendLag, extend } = instance.durations;
	instance.agenda.plan(now + extendLag, () => {
		instance.status = 'EXTENDING';
	});
	startTask(instance, { ...task, duration: extendLag + extend }, now, () => {
		grow();
		return true;
	});
	instance.agenda.plan(now + extendLag + extend, () => {
		const failed = instance.failingTasks.includes(task.name);
		instance.status = failed ? 'EXTENDEDFAILED' : 'RUNNING';
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
