import type { IDataObject } from 'n8n-workflow';

/** How long a vendor's lists may not show yet what was made, milliseconds. */
export const listingLag = { longest: 60_000 };

interface Memory {
	at: number;
	made: IDataObject[];
	/** Field that names each of them in other requests. */
	name: string;
}

/** In the order of time. */
const recent = new Map<string, Memory>();

/**
 * Keeps in mind what was made, for as long as the lists may not show it.
 *
 * @param name Field that names each of them in other requests
 */
export function remember(key: string, made: IDataObject[], name: string): void {
	if (made.length === 0) return;
	const all = [...recall(key), ...made];
	recent.delete(key);
	recent.set(key, { at: Date.now(), made: all, name });
}

/** What this process made so recently that the lists may not show it. */
export function recall(key: string): IDataObject[] {
	for (const [one, { at }] of recent) {
		if (Date.now() - at <= listingLag.longest) break;
		recent.delete(one);
	}
	return recent.get(key)?.made ?? [];
}

/** When it was last given up to find out whether something was made, by key. */
const doubts = new Map<string, number>();

/** Keeps in mind that something may have been made, for as long as the lists may not show it. */
export function doubt(key: string): void {
	for (const one of doubts.keys()) if (!inDoubt(one)) doubts.delete(one);
	doubts.set(key, Date.now());
}

/** Whether something may have been made that the lists do not show yet. */
export const inDoubt = (key: string): boolean =>
	Date.now() - (doubts.get(key) ?? -Infinity) <= listingLag.longest;

/** Forgets what a list shows: from then on the lists say what becomes of it. */
export function forgetListed(key: string, listed: IDataObject[]): void {
	const memory = recent.get(key);
	if (!memory) return;
	const ids = new Set(listed.map((json) => json[memory.name]));
	memory.made = memory.made.filter((json) => !ids.has(json[memory.name]));
}

/**
 * Forgets what was deleted. All else is kept, as it may not be listed yet.
 *
 * @param place Where that was
 * @param deletion Text of the request, which names what is deleted
 */
export function forget(place: string, deletion: string): void {
	for (const [key, memory] of recent) {
		if (!key.startsWith(`${place}|`)) continue;
		memory.made = memory.made.filter((json) => !deletion.includes(String(json[memory.name])));
	}
}
