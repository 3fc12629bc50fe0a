/** What the trigger tells of marks: not of an instance that its owner keeps. */
import { passedBy } from '../../../../nodes/KafkaFleet/trigger/thresholds';
import { instance, NOW } from '../shared/fleet/support';

const SETTINGS = { expiryDays: 7, markDays: 2, limitPercent: 80 } as never;
const events = (tags: Record<string, string>) =>
	passedBy(instance({ tags }), SETTINGS, NOW).map(({ event }) => event);

test.each([
	['2026-12-01', 'markDue'],
	['2026-12-03', 'markDueSoon'],
])('a mark for %s is told as %s, unless a tag keeps the instance', (day, event) => {
	const due = { 'fleet-delete-after': day };
	expect(events(due)).toEqual([event]);
	expect(events({ ...due, 'fleet-keep': 'false' })).toEqual([event]);
	expect(events({ ...due, 'fleet-keep': 'yes' })).toEqual([]);
	expect(events({ ...due, 'fleet-keep': '2026-12-31' })).toEqual([]);
	expect(events({ ...due, 'fleet-keep': '2026-11-30' })).toEqual([event]);
});
