import { DAY } from '../../core/clock';
import type { Instance } from './instance';
import { startTask, type NewTask } from './tasks';

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

/** The same, ending in the recycle bin for some days: out of the lists, but still in the detail. */
export function beginRecycling(instance: Instance, now: number, days: number): void {
	const { delete: whole } = instance.durations;
	instance.agenda.cancel();
	instance.deleting = true;
	instance.status = 'DELETING';
	instance.agenda.plan(now + whole, (at) => {
		instance.status = 'RECYCLE';
		instance.recycledAt = at;
		instance.agenda.plan(at + days * DAY, () => {
			instance.gone = true;
		});
	});
}

/** Takes an instance out of the recycle bin, by a background task; it runs again, and is listed. */
export function beginRestoring(instance: Instance, id: string, now: number): void {
	instance.agenda.cancel();
	instance.recycledAt = undefined;
	startTask(instance, { id, name: 'restoreInstance', params: {} }, now, () => {
		instance.status = 'RUNNING';
		instance.deleting = false;
		return true;
	});
}
