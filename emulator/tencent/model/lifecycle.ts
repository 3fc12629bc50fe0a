import type { Flow } from './contents';
import { failFlow, startFlow, type FlowKeeper } from './flows';
import type { Instance } from './instance';
import { FLOW_STATUS, STATUS } from './status';

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

/**
 * Begins a change of version or size: still 1 (running) for the lag, then 7 (upgrading), then 1 with
 * the new value, or with the old one when it fails.
 * @param startsAt virtual time at which the status changes at the earliest
 */
export function beginChange(
	keeper: FlowKeeper,
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
	return startFlow(keeper, instance, now, {
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
	keeper: FlowKeeper,
	instance: Instance,
	now: number,
	operation: string,
): Flow {
	instance.agenda.cancel();
	for (const flow of keeper.flows.filter((f) => f.instanceId === instance.id)) {
		if (flow.status === FLOW_STATUS.running) {
			failFlow(flow, 'The instance is being deleted.');
		}
	}
	instance.changing = false;
	instance.status = STATUS.deleting;
	const { delete: whole, deleted } = instance.durations;
	return startFlow(keeper, instance, now, {
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
