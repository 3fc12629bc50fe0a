import { FLOW_STATUS, STATUS, type Flow, type Instance } from './instance';
import type { TencentState } from './state';

/** Begins 0 (creating); ends in 1 (running) or, when it is to fail, in -1. */
export function beginCreation(instance: Instance, now: number, fails: boolean): void {
	instance.status = STATUS.creating;
	instance.agenda.plan(now + instance.durations.create, () => {
		instance.status = fails ? STATUS.createFailed : STATUS.running;
	});
	planExpiry(instance);
}

/** Renews or isolates a pre-paid instance when its time is over. */
export function planExpiry(instance: Instance): void {
	if (!instance.prePaid) return;
	instance.agenda.plan(instance.expiresAt, (at) => {
		// A renewal since then has planned the new end.
		if (instance.expiresAt > at) return;
		if (instance.renewFlag === 1) {
			instance.expiresAt = addMonths(at, 1);
			planExpiry(instance);
		} else if (instance.status === STATUS.running || instance.status === STATUS.upgrading) {
			instance.status = STATUS.isolated;
		}
	});
}

/** The same time of day so many calendar months later (UTC). */
export function addMonths(time: number, months: number): number {
	const date = new Date(time);
	date.setUTCMonth(date.getUTCMonth() + months);
	return date.getTime();
}

/** What the background work of an operation is made of. */
export interface NewFlow {
	/** Operation that begins it; when the instance's `failingTasks` names it, it fails. */
	operation: string;
	/** Virtual ms it runs; the usual time without. */
	duration?: number;
	/** Carried out when it succeeds. */
	work?: () => void;
	/** Carried out when it fails. */
	undo?: () => void;
}

/** Starts a flow: 2 (running), then 0 (succeeded) with its work done, or 1 (failed). */
export function startFlow(
	state: TencentState,
	instance: Instance,
	now: number,
	{ operation, duration = instance.durations.flow, work, undo }: NewFlow,
): Flow {
	const flow: Flow = {
		id: state.nextNumber(),
		operation,
		instanceId: instance.id,
		region: instance.region,
		status: FLOW_STATUS.running,
		output: '',
	};
	state.flows.push(flow);
	instance.agenda.plan(now + duration, () => {
		if (instance.failingTasks.includes(operation)) {
			undo?.();
			end(flow, FLOW_STATUS.failed, `${operation} failed.`);
		} else {
			work?.();
			end(flow, FLOW_STATUS.succeeded);
		}
	});
	return flow;
}

function end(flow: Flow, status: Flow['status'], output = ''): void {
	flow.status = status;
	flow.output = output;
}

/**
 * Begins a change of version or size: still 1 (running) for the lag, then 7 (upgrading), then 1 with
 * the new value, or with the old one when it fails.
 * @param startsAt virtual time at which the status changes at the earliest
 */
export function beginChange(
	state: TencentState,
	instance: Instance,
	now: number,
	change: { operation: string; startsAt?: number; work: () => void },
): Flow {
	const { changeLag, change: whole } = instance.durations;
	const start = Math.max(now + changeLag, change.startsAt ?? 0);
	instance.changing = true;
	instance.agenda.plan(start, () => {
		if (instance.status === STATUS.running) instance.status = STATUS.upgrading;
	});
	const done = () => {
		instance.changing = false;
		// It may have run out in between.
		if (instance.status === STATUS.upgrading) instance.status = STATUS.running;
	};
	return startFlow(state, instance, now, {
		operation: change.operation,
		duration: start + whole - now,
		work: () => {
			change.work();
			done();
		},
		undo: done,
	});
}

/** Begins 2 (deleting): other work ends failed; gone at the end, or 4 when the deletion fails. */
export function beginDeletion(
	state: TencentState,
	instance: Instance,
	now: number,
	operation: string,
): Flow {
	instance.agenda.cancel();
	for (const flow of state.flows.filter((f) => f.instanceId === instance.id)) {
		if (flow.status === FLOW_STATUS.running) {
			end(flow, FLOW_STATUS.failed, 'The instance is being deleted.');
		}
	}
	instance.changing = false;
	instance.status = STATUS.deleting;
	const { delete: whole, deleted } = instance.durations;
	return startFlow(state, instance, now, {
		operation,
		duration: whole,
		work: () => {
			instance.status = STATUS.deleted;
			instance.agenda.plan(now + whole + deleted, () => {
				instance.gone = true;
			});
		},
		undo: () => {
			instance.status = STATUS.deleteFailed;
		},
	});
}
