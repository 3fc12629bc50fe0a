import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetEvent, FleetTriggerSettings } from './settings';
import type { KeptRow, KeptScope } from './state';
import { passedBy } from './thresholds';

/** Something that happened to an instance. */
export interface Happened {
	event: FleetEvent;
	previousState: string | null;
	state: string | null;
	/** Absent for one that is gone. */
	instance?: FleetInstance;
	id: string;
	name: string;
	more: Record<string, string | number | null>;
}

/** What comparing one scope gave. */
export interface Compared {
	happened: Happened[];
	rows: KeptRow[];
}

/**
 * Compares a scope with what was kept of it.
 *
 * @param kept Absent for a scope that is seen for the first time: only thresholds are told then
 * @param gone IDs of what is known for certain to be gone; other missing ones stay as they were
 */
export function compareScope(
	kept: KeptScope | undefined,
	instances: readonly FleetInstance[],
	gone: ReadonlySet<string>,
	settings: FleetTriggerSettings,
	now: number,
): Compared {
	const before = new Map((kept?.rows ?? []).map((row) => [row[0], row]));
	const happened: Happened[] = [];
	const rows: KeptRow[] = [];
	for (const instance of instances) {
		const { id, name, state } = instance;
		const old = before.get(id);
		const about = { id, name, state, instance, more: {} };
		if (kept && !old) {
			happened.push({ ...about, event: 'instanceAppeared', previousState: null });
		}
		if (old && old[1] !== state) {
			happened.push({ ...about, event: 'stateChanged', previousState: old[1] });
		}
		if (kept && state === 'failed' && old?.[1] !== 'failed') {
			happened.push({ ...about, event: 'instanceFailed', previousState: old?.[1] ?? null });
		}
		const told = new Set((old?.[3] ?? '').split(';').filter(Boolean));
		const passed = passedBy(instance, settings, now);
		for (const { event, tag, more } of passed) {
			const isTold = told.has(tag);
			if (!isTold) happened.push({ ...about, event, previousState: old?.[1] ?? null, more });
		}
		// What is no longer passed is forgotten, so that it is told again the next time.
		rows.push([id, state, name, passed.map(({ tag }) => tag).join(';')]);
	}
	const present = new Set(instances.map(({ id }) => id));
	for (const row of before.values()) {
		const [id, state, name] = row;
		if (present.has(id)) continue;
		if (!gone.has(id)) rows.push(row);
		else {
			const about = { id, name, previousState: state, state: null, more: {} };
			happened.push({ ...about, event: 'instanceDisappeared' });
		}
	}
	return { happened, rows };
}

/** IDs of what was kept and is not there, what was not seen for longest first. */
export function missingOf(kept: KeptScope | undefined, instances: readonly FleetInstance[]) {
	const present = new Set(instances.map(({ id }) => id));
	return (kept?.rows ?? []).map(([id]) => id).filter((id) => !present.has(id));
}

/** Whether the user wants to hear of it. */
export function isWanted(
	{ event, name, state }: Happened,
	{ events, nameFilter, states }: FleetTriggerSettings,
): boolean {
	if (!events.includes(event) || !name.includes(nameFilter)) return false;
	return event !== 'stateChanged' || states.length === 0 || states.includes(String(state));
}
