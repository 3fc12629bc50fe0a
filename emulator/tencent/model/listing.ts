import type { Lagging, Listed } from './contents';
import type { Instance } from './instance';

/** What lists show late: new ones not yet, deleted ones still. */

const isLagging = (instance: Instance, now: number) =>
	instance.lagging.filter(({ until }) => until > now);

/** The rows that a list shows by now. */
export function listed<K extends keyof Listed>(
	instance: Instance,
	list: K,
	now: number,
): Array<Listed[K]> {
	const lagging = isLagging(instance, now).filter((one) => one.list === list);
	const hidden = lagging.filter(({ isGone }) => !isGone).map(({ row }) => row);
	const shown = lagging.filter(({ isGone }) => isGone).map(({ row }) => row);
	const rows = instance[list] as Array<Listed[K]>;
	return [...rows.filter((row) => !hidden.includes(row)), ...(shown as Array<Listed[K]>)];
}

/** Has a list show a new row late. */
export function arrives<K extends keyof Listed>(
	instance: Instance,
	list: K,
	row: Listed[K],
	now: number,
) {
	lag(instance, { row, list, isGone: false, until: now + instance.durations.rowListed }, now);
}

/** Has a list show a deleted row for longer. */
export function leaves<K extends keyof Listed>(
	instance: Instance,
	list: K,
	row: Listed[K],
	now: number,
) {
	lag(instance, { row, list, isGone: true, until: now + instance.durations.rowUnlisted }, now);
}

function lag(instance: Instance, one: Lagging, now: number): void {
	instance.lagging = [...isLagging(instance, now), ...(one.until > now ? [one] : [])];
}
