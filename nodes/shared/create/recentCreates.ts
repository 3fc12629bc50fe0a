import type { IDataObject } from 'n8n-workflow';

import { sharedByCopies } from '../../../credentials/session/copies';
import type { Clock } from '../contract/clock';

interface Memory {
	/** On the monotonic clock. */
	at: number;
	created: IDataObject[];
	/** Field that tells each of them apart. */
	idField: string;
	/** Field that names it in other requests. */
	nameField: string;
}

/** What this process created, by key, in the order of time. */
const recent = sharedByCopies('recent creates', () => new Map<string, Memory>());

/**
 * Remembers what this process created, until the service's list shows it.
 *
 * @param idField Field that tells each of them apart
 * @param nameField Field that names it in other requests
 */
export function remember(
	clock: Clock,
	key: string,
	created: IDataObject[],
	idField: string,
	nameField = idField,
): void {
	if (created.length === 0) return;
	const all = [...recall(clock, key), ...created];
	recent.delete(key);
	recent.set(key, { at: clock.monotonic(), created: all, idField, nameField });
}

/** What this process created so recently that the lists may not show it. */
export function recall(clock: Clock, key: string): IDataObject[] {
	for (const [one, memory] of recent) {
		if (isFresh(clock, memory)) break;
		recent.delete(one);
	}
	const memory = recent.get(key);
	return memory && isFresh(clock, memory) ? memory.created : [];
}

const isFresh = (clock: Clock, { at }: Memory) => clock.monotonic() - at <= clock.times.listingLag;

/** When it was last given up to find out whether something was created, by key. */
const doubts = sharedByCopies('doubtful creates', () => new Map<string, number>());

/** Remembers that something may have been created, for as long as the lists may not show it. */
export function doubt(clock: Clock, key: string): void {
	for (const one of doubts.keys()) if (!inDoubt(clock, one)) doubts.delete(one);
	doubts.set(key, clock.monotonic());
}

/** Whether something may have been created that the lists do not show yet. */
export const inDoubt = (clock: Clock, key: string): boolean =>
	clock.monotonic() - (doubts.get(key) ?? -Infinity) <= clock.times.listingLag;

/** Forgets what a list shows: from then on the lists say what becomes of it. */
export function forgetListed(key: string, listed: IDataObject[]): void {
	const memory = recent.get(key);
	if (!memory) return;
	const { idField } = memory;
	const ids = new Set(listed.map((json) => json[idField]));
	memory.created = memory.created.filter((json) => !ids.has(json[idField]));
}

/** Every text in a value, at any depth; of a comma-separated list each entry, too. */
function textsIn(value: unknown): string[] {
	if (value === undefined || value === null) return [];
	if (typeof value === 'object') return Object.values(value).flatMap(textsIn);
	const text = String(value);
	return [text, ...text.split(',').map((entry) => entry.trim())];
}

/**
 * Forgets what was deleted. All else is kept, as it may not be listed yet.
 *
 * @param addressee Where that was
 * @param deleted What a deletion was to delete: names or IDs, lists of them, or rows that contain them
 */
export function forget(addressee: string, deleted: unknown): void {
	const names = new Set(textsIn(deleted));
	for (const [key, memory] of recent) {
		if (!key.startsWith(`${addressee}|`)) continue;
		memory.created = memory.created.filter((json) => !names.has(String(json[memory.nameField])));
	}
}
