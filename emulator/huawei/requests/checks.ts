import { refuse } from '../answers/errors';
import { DEFAULT_WINDOW, windowOf, zonesOf } from '../model/catalogue';
import type { Instance } from '../model/instance';

/** Refuses a password outside 8-32 characters of three kinds, or beginning with a hyphen. */
export function checkPassword(password: string, userName: string): void {
	const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password));
	const fits = password.length >= 8 && password.length <= 32 && !password.startsWith('-');
	if (!fits || kinds.length < 3) refuse('DMS.00400012');
	const reversed = [...userName].reverse().join('');
	if (password === userName || password === reversed) refuse('DMS.00400019');
}

/** Refuses an instance without SASL: it has neither users nor permissions. */
export function secured(instance: Instance): Instance {
	if (!instance.sslEnable) refuse('DMS.00400971');
	return instance;
}

/** Refuses a user name outside the rule of section 5.6.1. */
export function checkUserName(name: string): void {
	if (!/^[A-Za-z][A-Za-z0-9_-]{3,63}$/.test(name)) refuse('DMS.00400015');
}

/**
 * Cuts a page out of a list. Past the end is an error, except for the first page of an empty list.
 * @param code error for an offset at or past the end
 */
export function page<T>(list: T[], offset: number, limit: number, code: string): T[] {
	if (offset > 0 && offset >= list.length) {
		refuse(code, `offset ${offset} is not below the total ${list.length}.`);
	}
	return list.slice(offset, offset + limit);
}

/** Reads paging sent as text; refuses what is no number from `min` to `max`. */
export function pageNumber(
	name: string,
	text: unknown,
	fallback: number,
	[min, max]: [min: number, max: number],
): number {
	if (text === undefined) return fallback;
	const value = /^\d+$/.test(String(text)) ? Number(text) : NaN;
	if (!(value >= min && value <= max)) {
		refuse('DMS.00400062', `${name} must be from ${min} to ${max}, not ${String(text)}.`);
	}
	return value;
}

/** The window as HH:mm:ss; both ends or none, and only a window on offer. */
export function maintenance(begin?: string, end?: string): [begin: string, end: string] {
	const absent = begin === undefined && end === undefined;
	const window = absent ? DEFAULT_WINDOW : windowOf(begin ?? '', end ?? '');
	if (!window) refuse('DMS.00400106');
	return [`${window.begin}:00:00`, `${window.end}:00:00`];
}

/** Zones are IDs of the region, one or at least three, with resources left. */
export function checkZones(ids: string[], region: string): void {
	const zones = zonesOf(region);
	for (const id of ids) {
		const zone = zones.find((candidate) => candidate.id === id);
		if (!zone) refuse('DMS.00400042', `available_zones: ${id}`);
		if (zone.soldOut) refuse('DMS.00400055', `available_zones: ${id}`);
	}
	if (ids.length === 2)
		refuse('DMS.00400062', 'available_zones takes one zone, or three and more.');
}
