import { isDue } from '../../shared/fleet/marks';
import { startOfDay } from '../../shared/fleet/dates';
import type { FleetInstance } from '../../shared/fleet/record';
import { DAY, millis } from '../../shared/fleet/times';
import type { FleetEvent, FleetTriggerSettings } from './settings';

/** A threshold that an instance has passed, and what tells this time from another: it is told once. */
export interface Passed {
	event: FleetEvent;
	/** Without `;`. */
	tag: string;
	more: Record<string, string | number | null>;
}

const shareOf = (used: number | null, most: number | null) =>
	used === null || most === null || most === 0 ? undefined : Math.round((used / most) * 100);

/** The thresholds that an instance has passed at a moment. */
export function passedBy(
	one: FleetInstance,
	{ expiryDays, markDays, limitPercent }: FleetTriggerSettings,
	now: number,
): Passed[] {
	const passed: Passed[] = [];
	const expires = millis(one.expiresAt);
	if (expires !== null && expires - now <= expiryDays * DAY) {
		const daysLeft = Math.round(((expires - now) / DAY) * 10) / 10;
		passed.push({ event: 'expiring', tag: `e${expires}`, more: { daysLeft } });
	}
	// What the tag keeps stays beyond its date; once that has ended, the date counts.
	if (one.mark && !one.protected.tag) {
		const { deleteAfter, why } = one.mark;
		const more = { deleteAfter, why };
		if (isDue(one.mark, now, now)) passed.push({ event: 'markDue', tag: `d${deleteAfter}`, more });
		else if ((startOfDay(deleteAfter) ?? Infinity) - now <= markDays * DAY) {
			passed.push({ event: 'markDueSoon', tag: `s${deleteAfter}`, more });
		}
	}
	for (const [limit, used, most] of [
		['partitions', one.partitionsUsed, one.partitionsMax],
		['topics', one.topicsUsed, one.topicsMax],
	] as const) {
		const percent = shareOf(used, most);
		if (percent !== undefined && percent >= limitPercent) {
			passed.push({ event: 'limitNear', tag: `l${limit}`, more: { limit, used, most, percent } });
		}
	}
	return passed;
}
