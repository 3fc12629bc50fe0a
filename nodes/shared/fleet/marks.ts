import { dayOf, passesAt, startOfDay } from './dates';
import { tagValue, valuesOf } from './tags';
import { DAY } from './times';
import type { Tags } from './words';

/** Tags of a mark, and of what keeps an instance. Their values fit the rules of all three clouds. */
export const TAGS = {
	after: 'fleet-delete-after',
	why: 'fleet-delete-why',
	by: 'fleet-delete-by',
	reminded: 'fleet-reminded',
	keep: 'fleet-keep',
} as const;

/** What is taken away with a mark. */
export const MARK_TAGS: readonly string[] = [TAGS.after, TAGS.why, TAGS.by, TAGS.reminded];

/** What the tags of a mark say. */
export interface Mark {
	/** `YYYY-MM-DD`; due from 00:00 UTC of that day on. */
	deleteAfter: string;
	why: string | null;
	/** Who set it, where a tag says so. */
	by: string | null;
}

/** The mark of an instance; `null` without one, or where its date is not `YYYY-MM-DD`. */
export function markOf(tags: Tags | null): Mark | null {
	const deleteAfter = tagValue(tags, TAGS.after)?.trim() ?? '';
	if (startOfDay(deleteAfter) === undefined) return null;
	return {
		deleteAfter,
		why: tagValue(tags, TAGS.why) || null,
		by: tagValue(tags, TAGS.by) || null,
	};
}

/** Whether there is a tag of a mark whose date cannot be read: it marks nothing. */
export const isMarkUnreadable = (tags: Tags | null): boolean =>
	tagValue(tags, TAGS.after) !== undefined && markOf(tags) === null;

/**
 * Whether a mark is due.
 *
 * @param now Unix time by the clock of the cloud, milliseconds; without it a day more has to pass by this
 *   machine's clock, which may be wrong
 * @param here Unix time by this machine's clock
 */
export function isDue(mark: Mark, now: number | undefined, here: number): boolean {
	const start = startOfDay(mark.deleteAfter);
	if (start === undefined) return false;
	return now === undefined ? here >= start + DAY : now >= start;
}

/** Longest reason in a tag, characters; all three clouds allow more. */
const LONGEST_WHY = 60;

/** A reason as all three clouds accept it in a tag. */
export const whyText = (reason: string): string =>
	reason
		.normalize('NFKD')
		.replace(/[^A-Za-z0-9 ._:=@-]+/g, ' ')
		.replace(/ +/g, ' ')
		.trim()
		.slice(0, LONGEST_WHY)
		.trim();

/** A reason with the day of its mark, so that fewer instances share it; "" stays. */
export const datedWhy = (reason: string, day: string): string => {
	const why = whyText(reason);
	return why === '' ? '' : `${why.slice(0, LONGEST_WHY - day.length - 1).trim()} ${day}`;
};

/** The tags that make a mark. */
export const tagsOfMark = (deleteAfter: string, why: string): Tags => ({
	[TAGS.after]: deleteAfter,
	...(whyText(why) !== '' && { [TAGS.why]: whyText(why) }),
});

/**
 * The day of a mark that is due after so many days at the earliest: its start is not before. 0 is due now.
 *
 * @param now Unix time, milliseconds
 */
export const dayIn = (days: number, now: number): string =>
	dayOf(days === 0 ? now : now + days * DAY + DAY - 1);

/** The day after another one, as a mark holds it. */
export const dayAfter = (day: string): string => dayOf((startOfDay(day) ?? 0) + DAY);

/**
 * What the tag `fleet-keep` says where it keeps an instance: any value but `false`; a date keeps until it has
 * passed. The case of its key does not matter, as people write `Fleet-Keep` as well.
 *
 * @param zone Time zone of the workflow
 */
export const keptBy = (tags: Tags | null, now: number, zone: string): string | undefined =>
	valuesOf(tags, TAGS.keep)
		.map((value) => value.trim())
		.find((value) => {
			if (value.toLowerCase() === 'false') return false;
			// Digits may be the number of a ticket as well, so they keep it without an end.
			const until = /^\d+$/.test(value) ? undefined : passesAt(value, zone);
			return until === undefined || now < until;
		});

/** Whether the tag `fleet-keep` keeps an instance, see {@link keptBy}. */
export const isKept = (tags: Tags | null, now: number, zone: string): boolean =>
	keptBy(tags, now, zone) !== undefined;
