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
