import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from './completion';

/** Something with a status that a trigger watches: an instance or a background task. */
export interface Watched {
	id: string;
	name: string;
	status: string;
	record: IDataObject;
}

/** What is kept of it between two polls; short, as n8n stores it with the workflow. */
export type Kept = [status: string, name: string];

/** Things known from the last poll, by ID. */
export type Known = Map<string, Kept>;

/** A difference between two polls. */
export interface Change {
	what: 'appeared' | 'statusChanged' | 'disappeared';
	id: string;
	name: string;
	previousStatus: string | null;
	status: string | null;
	record?: IDataObject;
}

/**
 * What is different from the last poll.
 *
 * @param seen Everything that is there now
 * @param gone IDs of what is known for certain to be gone; what is neither seen nor gone stays known
 * @returns The changes, and what to keep for the next poll
 */
export function compare(
	known: Known,
	seen: Watched[],
	gone: ReadonlySet<string>,
): { changes: Change[]; next: Known } {
	const changes: Change[] = [];
	const next: Known = new Map();
	for (const { id, name, status, record } of seen) {
		const before = known.get(id);
		if (!before) {
			changes.push({ what: 'appeared', id, name, previousStatus: null, status, record });
		} else if (before[0] !== status) {
			changes.push({ what: 'statusChanged', id, name, previousStatus: before[0], status, record });
		}
		next.set(id, [status, name]);
	}
	for (const [id, [status, name]] of known) {
		if (next.has(id)) continue;
		if (gone.has(id)) {
			changes.push({ what: 'disappeared', id, name, previousStatus: status, status: null });
		} else {
			next.set(id, [status, name]);
		}
	}
	return { changes, next };
}

/** Reads what an earlier poll kept; anything that is not of that form counts as nothing. */
export function knownFrom(stored: unknown): Known {
	const known: Known = new Map();
	if (typeof stored !== 'object' || stored === null) return known;
	for (const [id, kept] of Object.entries(stored)) {
		if (Array.isArray(kept)) known.set(id, [String(kept[0]), String(kept[1])]);
	}
	return known;
}

/** The form in which n8n stores it. */
export const toStored = (known: Known): IDataObject => Object.fromEntries(known);

/** What every item of a trigger has. */
export interface EventDetails {
	event: string;
	provider: string;
	region: string;
	instanceId: string;
	instanceName: string;
	previousStatus: string | null;
	status: string | null;
	statusKind: StatusKind;
	/** ISO 8601. */
	observedAt: string;
}
