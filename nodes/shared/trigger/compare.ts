import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../contract/completion';

/** Something with a status that a trigger watches: an instance or a background task. */
export interface Watched {
	id: string;
	name: string;
	status: string;
	record: IDataObject;
}

/** What is kept of it between two polls: a row, short, as n8n stores it with the workflow. */
export type Kept = [id: string, status: string, name: string];

/** Things known from the last poll, by ID; first the ones whose state was not seen for longest. */
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
 * @param gone IDs of what is known for certain to be gone; what is neither seen nor gone stays known.
 * By default what is not seen is gone
 * @returns The changes, and what to keep for the next poll
 */
export function compare(
	known: Known,
	seen: Watched[],
	gone?: ReadonlySet<string>,
): { changes: Change[]; next: Known } {
	const present: Known = new Map();
	const changes: Change[] = [];
	for (const { id, name, status, record } of seen) {
		if (present.has(id)) continue;
		const before = known.get(id);
		const previousStatus = before ? before[1] : null;
		if (!before) {
			changes.push({ what: 'appeared', id, name, previousStatus, status, record });
		} else if (previousStatus !== status) {
			changes.push({ what: 'statusChanged', id, name, previousStatus, status, record });
		}
		// Rows of what did not change go on, or each poll would leave as many behind as there are instances.
		const isSame = before && previousStatus === status && before[2] === name;
		present.set(id, isSame ? before : [id, status, name]);
	}
	const lost = [...known.values()].filter(([id]) => !present.has(id));
	for (const [id, status, name] of lost) {
		if (gone && !gone.has(id)) continue;
		changes.push({ what: 'disappeared', id, name, previousStatus: status, status: null });
	}
	const unseen = gone ? lost.filter(([id]) => !gone.has(id)) : [];
	// Ahead of what was seen, so that they are the first to be looked for at the next poll.
	const next = unseen.length > 0 ? byId([...unseen, ...present.values()]) : present;
	return { changes, next };
}

const byId = (rows: Kept[]): Known => new Map(rows.map((row) => [row[0], row]));

/**
 * Whether a value has the form in which rows are kept: lists that begin with an ID. A person or another
 * version of this package may have changed it, and a part of it would make all else look new.
 */
export const areRows = (stored: unknown): stored is string[][] =>
	Array.isArray(stored) &&
	stored.every((row) => Array.isArray(row) && row.length > 1 && typeof row[0] === 'string');

/**
 * The rows that an earlier poll kept. They are a list because an object would lose their order, and could
 * take an ID for one of its own members.
 */
export const knownFrom = (rows: string[][] = []): Known =>
	new Map(rows.map(([id, status, name]) => [id, [id, String(status), String(name)]]));

/** The form in which n8n stores it: rows of ID, status and name. */
export const toStored = (known: Known): string[][] => [...known.values()];

/** What every item of a trigger has. */
export interface EventDetails {
	event: string;
	provider: string;
	region: string;
	/** `null`, as the name, for a task of which the vendor does not say where it runs. */
	instanceId: string | null;
	instanceName: string | null;
	previousStatus: string | null;
	status: string | null;
	statusKind: StatusKind;
	/** ISO 8601. */
	observedAt: string;
}
