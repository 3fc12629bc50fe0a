import type { IDataObject } from 'n8n-workflow';

import { pause } from './pause';

/** How often one who waits looks whether it is his turn, milliseconds. */
const LOOK_AGAIN = 25;

const underWay = new Set<string>();

/**
 * Runs a task while no other one of the same key runs, in all executions of this process. Other
 * processes, such as n8n's workers, do not know of it.
 *
 * @throws {Failure} `cancelled` when the execution is stopped before it is its turn
 */
export async function alone<T>(
	key: string,
	signal: AbortSignal | undefined,
	task: () => Promise<T>,
): Promise<T> {
	while (underWay.has(key)) {
		await pause(LOOK_AGAIN, signal, 'while another execution was creating the same');
	}
	underWay.add(key);
	try {
		return await task();
	} finally {
		underWay.delete(key);
	}
}

/** How long a vendor's lists may not show yet what was made, milliseconds. */
export const listingLag = { longest: 60_000 };

/** In the order of time. */
const recent = new Map<string, { at: number; made: IDataObject[] }>();

/** Keeps in mind what was made, for as long as the lists may not show it. */
export function remember(key: string, made: IDataObject[]): void {
	if (made.length === 0) return;
	const all = [...recall(key), ...made];
	recent.delete(key);
	recent.set(key, { at: Date.now(), made: all });
}

/** What this process made so recently that the lists may not show it. */
export function recall(key: string): IDataObject[] {
	for (const [one, { at }] of recent) {
		if (Date.now() - at <= listingLag.longest) break;
		recent.delete(one);
	}
	return recent.get(key)?.made ?? [];
}

/** Forgets what was made at a place, because something there was deleted: it may have been that. */
export function forget(place: string): void {
	for (const key of recent.keys()) if (key.startsWith(`${place}|`)) recent.delete(key);
}
