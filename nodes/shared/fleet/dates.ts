import { DateTime } from 'luxon';

import { DAY, HOUR } from './times';

/** Digits of a time in seconds and in milliseconds. */
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
/** As Cloud Custodian marks a resource for deletion, not for other operations: "Resource does not meet policy: delete@2025/04/10 04:16:26 UTC". */
const CUSTODIAN =
	/\bdelete@\s*(\d{4})\/(\d{2})\/(\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?\s*(?:UTC)?\s*$/;
/** A year, a month, and a day, with what may follow in ISO 8601. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/**
 * The moment at which a date in a tag has passed, Unix time in milliseconds. A day without a time is valid
 * until its end.
 *
 * @param zone Time zone of the workflow, for what names none
 * @returns `undefined` for what is not understood, stands for no date, or could be read in two ways: 04/05/2026
 */
export function passesAt(text: string, zone: string): number | undefined {
	const passes = anyMomentIn(text.trim(), zone);
	return passes === undefined || passes < EARLIEST ? undefined : passes;
}

/** No instance had a date before. 0, 1970-01-01 and 0001-01-01 stand for "none". */
const EARLIEST = Date.UTC(2000, 0, 1);

function anyMomentIn(said: string, zone: string): number | undefined {
	if (SECONDS.test(said)) return Number(said) * 1_000;
	if (MILLISECONDS.test(said)) return Number(said);
	const custodian = CUSTODIAN.exec(said);
	if (custodian) {
		const [, year, month, day, time] = custodian;
		return validMillis(
			DateTime.fromISO(`${year}-${month}-${day}T${time ?? '00:00'}`, { zone: 'utc' }),
		);
	}
	if (DAY_ONLY.test(said)) {
		return validMillis(DateTime.fromISO(said, { zone }).plus({ days: 1 }).startOf('day'));
	}
	if (!ISO_TIME.test(said)) return undefined;
	return validMillis(DateTime.fromISO(said.replace(' ', 'T'), { zone }));
}

const validMillis = (date: DateTime): number | undefined =>
	date.isValid ? date.toMillis() : undefined;

const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };

/**
 * A lifetime in a tag, milliseconds: `72h`, `14d`, `2w`.
 *
 * @returns `undefined` for what is not understood, a word such as `temporary` included, and for 0, which may be "none"
 */
export function lifetimeOf(text: string): number | undefined {
	const [, count, unit] = /^(\d{1,6})\s*([hdw])$/i.exec(text.trim()) ?? [];
	return Number(count ?? 0) === 0 ? undefined : Number(count) * UNITS[unit.toLowerCase()];
}

/** A day as tags hold it, in UTC: `2026-12-07`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Start of a day of a mark, Unix time in milliseconds; `undefined` for what is no such day. */
export function startOfDay(day: string): number | undefined {
	if (!DAY_ONLY.test(day)) return undefined;
	const start = validMillis(DateTime.fromISO(day, { zone: 'utc' }));
	return start === undefined || start < EARLIEST ? undefined : start;
}
