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
	const names = new Set(rows.map(({ name }) => name));
	const left = (shown as Array<Listed[K]>).filter(({ name }) => !names.has(name));
	return [...rows.filter((row) => !hidden.includes(row)), ...left];
}

/** Has a list show a new row late. */
export function arrives<K extends keyof Listed>(
	instance: Instance,
	list: K,
	row: Listed[K],
	now: number,
): void {
	const { topicListed, rowListed } = instance.durations;
	const until = now + (list === 'topics' ? topicListed : rowListed);
	lag(instance, { row, list, isGone: false, until }, now);
}

/** Has a list show a deleted row for longer. */
export function leaves<K extends keyof Listed>(
	instance: Instance,
	list: K,
	row: Listed[K],
	now: number,
): void {
	const { topicUnlisted, rowUnlisted } = instance.durations;
	const until = now + (list === 'topics' ? topicUnlisted : rowUnlisted);
	lag(instance, { row, list, isGone: true, until }, now);
}

function lag(instance: Instance, one: Lagging, now: number): void {
	instance.lagging = [...isLagging(instance, now), ...(one.until > now ? [one] : [])];
}
