import type { Lagging, Listed, Tag } from './contents';
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

/** Changes the tags, which lists show late. */
export function changeTags(instance: Instance, tags: Tag[], now: number): void {
	const { listedTags, durations } = instance;
	const shown = { tags: instance.tags, until: now + durations.tagsListed };
	instance.listedTags = [...listedTags.filter(({ until }) => until > now), shown];
	instance.tags = tags;
}

/** The tags that CKafka's own lists and attributes show by now. */
export const shownTags = ({ listedTags, tags }: Instance, now: number): Tag[] =>
	listedTags.find(({ until }) => until > now)?.tags ?? tags;
