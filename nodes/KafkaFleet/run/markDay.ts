import { BadInput, quoted } from '../../shared/contract/badInput';
import { dayOf, passesAt, startOfDay } from '../../shared/fleet/dates';
import { dayIn } from '../../shared/fleet/marks';
import { DAY } from '../../shared/fleet/times';
import type { Parameters } from './parameters';

/** Days until a mark is due unless the user says otherwise. */
export const MARK_DAYS = 7;

/**
 * The day of a mark as the user wants it, `YYYY-MM-DD`.
 *
 * @param now Unix time, milliseconds
 * @param zone Time zone of the workflow
 * @throws {BadInput}
 */
export function markDay(parameters: Parameters, now: number, zone: string): string {
	const how = parameters.word('deleteAfter', 'Delete After', ['days', 'date'], 'days');
	if (how === 'days') {
		return dayIn(parameters.number('days', 'Days', MARK_DAYS, [0, 3_650]), now);
	}
	const text = parameters.momentText('date', 'Date');
	if (text === '') throw new BadInput('Date', 'is empty', 'Enter a date.');
	if (startOfDay(text) !== undefined) return notPast(text, now);
	const time = passesAt(text, zone);
	if (time === undefined) {
		throw new BadInput(
			'Date',
			`is not a date: ${quoted(text)}`,
			'Enter a date such as 2026-12-07 or 2026-12-07T08:00:00Z.',
		);
	}
	// Due from the start of a day on, which may not be before what was asked for.
	return notPast(dayOf(time + DAY - 1), now);
}

/** A mistaken year would make the mark due at once. */
function notPast(day: string, now: number): string {
	if (day >= dayOf(now)) return day;
	throw new BadInput('Date', `is in the past: ${day}`, 'Enter a later date, or 0 as Days.');
}
