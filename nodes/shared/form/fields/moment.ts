import { DateTime } from 'luxon';

import { BadInput } from '../../contract/badInput';
import type { Field } from '../../contract/field';
import { isBlank } from '../../contract/field';
import type { Common } from './base';
import { field } from './base';

/** What the API wants: a Unix time, or the text that a luxon format gives for the time in UTC. */
type WireTime = 'milliseconds' | 'seconds' | { format: string };

interface MomentOptions extends Common {
	/** By default milliseconds. */
	as?: WireTime;
	/** The API wants the digits as text. */
	asText?: boolean;
	/** Numbers that stand for something else than a time, such as -1 for the latest message. */
	edges?: readonly number[];
}

/** Unix times are of 10 digits in seconds and of 13 in milliseconds; any other number is a mistake. */
const isSeconds = (number: number) => number >= 1e9 && number < 1e10;
const isMilliseconds = (number: number) => number >= 1e12 && number < 1e13;

/** A date written without separators such as 2026113009, which would be a time after 2033. */
const readsAsDate = (number: number) =>
	/^20\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(String(number));

const ACCEPTED =
	"in the workflow's time zone unless it names another; a date, ISO 8601 text, or a Unix timestamp (10 digits are seconds, 13 are milliseconds)";

const ADVICE =
	'Enter a date such as 2026-11-30T09:30:00 or 2026-11-30T09:30:00+08:00, or use an expression such as {{ $now.minus({ hours: 1 }) }} or a Unix timestamp.';

function ofNumber(number: number): number | undefined {
	if (readsAsDate(number)) return undefined;
	if (isSeconds(number)) return Math.trunc(number * 1000);
	return isMilliseconds(number) ? Math.trunc(number) : undefined;
}

/** @param zone Where a text without a zone is meant */
function ofText(text: string, zone: string): number | undefined {
	if (/^[-+]?\d+(\.\d+)?$/.test(text)) return ofNumber(Number(text));
	// Only whole dates: luxon also reads a week, and a time of day as today's.
	if (!/^\d{4}-\d\d-\d\d/.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone });
	const read = iso.isValid ? iso : DateTime.fromSQL(text, { zone });
	return read.isValid ? read.toMillis() : undefined;
}

/** A luxon DateTime of whatever copy of luxon, or a Date. */
const isDate = (value: unknown): value is { valueOf(): number } =>
	value instanceof Date || typeof (value as { toMillis?: unknown } | null)?.toMillis === 'function';

/**
 * The moment that a value means, Unix time in milliseconds.
 *
 * @param zone Time zone of a text that names none
 * @throws {BadInput} naming the field
 */
function unixTimeOf(label: string, value: unknown, zone: string): number {
	const read = isDate(value)
		? value.valueOf()
		: typeof value === 'number'
			? ofNumber(value)
			: typeof value === 'string'
				? ofText(value.trim(), zone)
				: undefined;
	if (read !== undefined && !Number.isNaN(read)) return read;
	throw new BadInput(label, 'is neither a date nor a Unix timestamp', ADVICE);
}

function onWire(milliseconds: number, as: WireTime): number | string {
	if (as === 'milliseconds') return milliseconds;
	if (as === 'seconds') return Math.floor(milliseconds / 1000);
	return DateTime.fromMillis(milliseconds, { zone: 'utc' }).toFormat(as.format);
}

/**
 * A moment, however an expression or the date picker gives it, in the unit of the API.
 *
 * @param description What it is, before the words that all of these fields have
 */
export function moment(
	wireName: string,
	displayName: string,
	description: string,
	{ as = 'milliseconds', asText, edges = [], required, ...common }: MomentOptions = {},
): Field {
	const neededIfShown = required && common.show !== undefined;
	const built = field(
		wireName,
		displayName,
		{ ...common, required: required && !neededIfShown, description: `${description}, ${ACCEPTED}` },
		// The date picker cannot give a number.
		{ type: edges.length > 0 ? 'string' : 'dateTime', default: '' },
		(value) => value,
	);
	const convert = (value: unknown, zone: string) => {
		const text = String(value).trim();
		// What the API wants goes through as it is.
		if (typeof as === 'object' && DateTime.fromFormat(text, as.format).isValid) return text;
		const edge = edges.find((one) => String(one) === text);
		const wire = edge ?? onWire(unixTimeOf(displayName, value, zone), as);
		return asText ? String(wire) : wire;
	};
	return {
		...built,
		...(neededIfShown && { neededIfShown }),
		serialize: (value, zone = 'utc') =>
			isBlank(value) ? built.serialize(value) : convert(value, zone),
	};
}
