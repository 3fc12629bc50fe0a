import type { Time } from './words';

/** How the digits of a time are counted. `either`: undocumented, told apart by size. */
export type TimeUnit = 'ms' | 's' | 'either';

/** From this year on, a time stands for "never": 9999 and the like. */
const NEVER = Date.UTC(2100, 0, 1);

/** Larger numbers are milliseconds, from 2001 on; 253402271999 is still 9999-12-31 in seconds, which stands for "never". */
const LARGEST_SECONDS = 1e12;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Length of an hour and a day, milliseconds. */
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const isDigits = (value: unknown): boolean =>
	typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value));

/**
 * A time that a cloud sent as a number or as digits.
 *
 * @returns `null` for what is no moment: nothing, text, 0, a negative number, or a year from 2100 on, which
 *   stands for "never"
 */
export function at(value: unknown, unit: TimeUnit): Time | null {
	if (!isDigits(value)) return null;
	const count = Number(value);
	const isSeconds = unit === 's' || (unit === 'either' && count <= LARGEST_SECONDS);
	return moment(isSeconds ? count * SECOND : count);
}

/** `yyyy-mm-dd hh:mm[:ss]` or ISO 8601, with or without a time zone. */
const DATE_TEXT =
	/^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

const inIso = (zone: string) => (/^utc$/i.test(zone) ? 'Z' : zone.toUpperCase());

/**
 * A time that a cloud sent as text: `2024-12-22 03:23:12`.
 *
 * @param zone Time zone of a text that names none, such as `+08:00`
 * @returns `null` for `0000-00-00 00:00:00` and whatever is no such text
 */
export function atText(value: unknown, zone: string): Time | null {
	const [, date, time, own] = DATE_TEXT.exec(String(value ?? '').trim()) ?? [];
	return date ? moment(Date.parse(`${date}T${time}${inIso(own ?? zone)}`)) : null;
}

/** @param time Unix time, milliseconds */
const moment = (time: number): Time | null =>
	Number.isFinite(time) && time > 0 && time < NEVER ? new Date(time).toISOString() : null;

/** A time of a record, Unix time in milliseconds; `null` stays. */
export const millis = (time: Time | null): number | null =>
	time === null ? null : Date.parse(time);

/**
 * Days since a moment, with one decimal.
 *
 * @param now Unix time, milliseconds
 * @returns `null` where the moment is not known; never less than 0
 */
export function daysSince(time: Time | null, now: number): number | null {
	const then = millis(time);
	return then === null ? null : Math.max(0, Math.round(((now - then) / DAY) * 10) / 10);
}

/**
 * A number that a cloud sent, also as digits in a text: finite and at least 0.
 *
 * @returns `null` for whatever else, so that "not told" never reads as 0
 */
export function amount(value: unknown): number | null {
	const isNumber = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const number = isNumber ? Number(value) : Number.NaN;
	return Number.isFinite(number) && number >= 0 ? number : null;
}

/** The same for what is only told when it is above 0. */
export const positive = (value: unknown): number | null => amount(value) || null;

/** A text that a cloud sent; `null` for nothing and for an empty one. */
export function textIn(value: unknown): string | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const text = String(value).trim();
	return text === '' ? null : text;
}
