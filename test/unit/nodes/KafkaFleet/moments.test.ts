/** Moments of the form, by the time zone of the workflow and not by that of the server. */
import { DateTime } from 'luxon';

import { Parameters } from '../../../../nodes/KafkaFleet/run/parameters';
import { filterBy } from '../../../../nodes/shared/fleet/filters';
import { instance } from '../shared/fleet/support';

const ZONE = 'Asia/Shanghai';
const momentOf = (value: unknown) =>
	new Parameters(() => value).moment('filters.createdAfter', 'Created After', ZONE);

test.each<[unknown, string]>([
	['2026-12-07T00:00:00', '2026-12-06T16:00:00Z'],
	['2026-12-07 00:00:00', '2026-12-06T16:00:00Z'],
	['2026-12-07', '2026-12-06T16:00:00Z'],
	['2026-12-07T00:00:00Z', '2026-12-07T00:00:00Z'],
	['2026-12-07T00:00:00+01:00', '2026-12-06T23:00:00Z'],
	[new Date('2026-12-07T00:00:00Z'), '2026-12-07T00:00:00Z'],
	[DateTime.fromISO('2026-12-07T00:00:00', { zone: ZONE }), '2026-12-06T16:00:00Z'],
])('%p is %s', (value, expected) => {
	expect(momentOf(value)).toBe(Date.parse(expected));
});

test('nothing is not set, and what is no date is refused', () => {
	expect(momentOf('')).toBeUndefined();
	expect(() => momentOf('next week')).toThrow("'Created After' is not a date");
});

test('Created After takes an instance of exactly that time, Created Before does not', () => {
	const time = Date.parse('2026-11-01T00:00:00Z');
	const one = instance({ createdAt: new Date(time).toISOString() });
	expect(filterBy({ createdAfter: time }, time)(one)).toBe(true);
	expect(filterBy({ createdBefore: time }, time)(one)).toBe(false);
	expect(filterBy({ createdAfter: time + 1 }, time)(one)).toBe(false);
});
