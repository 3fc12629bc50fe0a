import type { Instance } from './instance';
import { CODES, type Phase } from './status';

/** Moves an instance on to a phase. */
export function enter(instance: Instance, phase: Phase): void {
	const [service, view] = CODES[phase];
	instance.phase = phase;
	instance.serviceStatus = service ?? instance.serviceStatus;
	instance.viewStatus = view;
}

/** Begins a deployment: still waiting for the lag, then 1, 2 and 3, then in service or failed. */
export function beginDeployment(instance: Instance, now: number): void {
	const { deployLag, deploy } = instance.durations;
	const begin = now + deployLag;
	instance.pending = 'deploy';
	instance.agenda.plan(begin, () => enter(instance, 'preparing'));
	instance.agenda.plan(begin + deploy / 3, () => enter(instance, 'initializing'));
	instance.agenda.plan(begin + (2 * deploy) / 3, () => enter(instance, 'starting'));
	instance.agenda.plan(begin + deploy, () => {
		instance.pending = null;
		enter(instance, instance.createFails ? 'deployFailed' : 'serving');
	});
}

/** A change of an instance in service. */
export interface Change {
	name: string;
	phase: Phase;
	/** Virtual ms it still reads in service. */
	lag: number;
	/** Virtual ms it reads the phase. */
	duration: number;
	fails?: boolean;
}

/** Begins a change: still in service for the lag, then the phase, then what `apply` does. */
export function beginChange(
	instance: Instance,
	change: Change,
	now: number,
	apply: () => void,
): void {
	instance.pending = change.name;
	instance.agenda.plan(now + change.lag, () => enter(instance, change.phase));
	instance.agenda.plan(now + change.lag + change.duration, () => {
		instance.pending = null;
		if (!change.fails) apply();
		enter(instance, change.fails ? 'upgradeFailed' : 'serving');
	});
}

/** Passes through a phase into the next one. */
export function pass(
	instance: Instance,
	through: Phase,
	duration: number,
	into: Phase,
	now: number,
): void {
	enter(instance, through);
	instance.agenda.plan(now + duration, () => enter(instance, into));
}

/** Begins the release: nothing planned before happens any more; released at the end. */
export function beginRelease(instance: Instance, now: number): void {
	instance.agenda.cancel();
	instance.pending = null;
	pass(instance, 'releasing', instance.durations.release, 'released', now);
}

/** Begins the deletion: still listed for a while. */
export function beginDeletion(instance: Instance, now: number): void {
	enter(instance, 'deleting');
	instance.agenda.plan(now + instance.durations.delete, () => {
		instance.gone = true;
	});
}

/**
 * Runs a subscription to its end, unless it was released or prolonged before.
 * @param renewal ms it is prolonged by at each end; 0 lets it expire
 */
export function planExpiry(instance: Instance, renewal: number): void {
	const due = instance.expiresAt;
	instance.agenda.plan(due, () => {
		if (instance.expiresAt !== due) return;
		if (renewal === 0) return enter(instance, 'expired');
		instance.expiresAt += renewal;
		planExpiry(instance, renewal);
	});
}
