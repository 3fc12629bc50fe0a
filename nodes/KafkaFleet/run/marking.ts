import { asFailure } from '../../shared/contract/failure';
import { datedWhy, dayAfter, tagsOfMark, TAGS } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Tags } from '../../shared/fleet/words';
import type { Connection } from '../../shared/request/connection';
import { writeTags } from './tagging';

/** Most days by which a mark is put off where the cloud takes no more instances with its date. */
const MOST_LATER = 7;

/** A mark as it was written. */
export interface Written {
	tags: Tags;
	/** Whether it was seen afterwards. */
	isSeen: boolean;
}

/**
 * What to write, best first: the day with the reason; the reason with its day, as fewer instances share that;
 * and later days: a mark may come late, never early. The reason stays, as one that is idle has to be so still.
 */
function marksFor(day: string, reason: string): Tags[] {
	const days = [day];
	while (days.length <= MOST_LATER) days.push(dayAfter(days[days.length - 1]));
	const dated = days.map((one) => tagsOfMark(one, datedWhy(reason, one)));
	const full = tagsOfMark(day, reason);
	return TAGS.why in full ? [full, ...dated] : dated;
}

/**
 * Marks an instance. Where a cloud takes no more instances with the same tag, its reason names the day as
 * well, or it gets the mark of the next day that is free.
 *
 * @param hadMark Whether it has a mark already, whose reason would say something else than this one
 * @throws {Failure} The mark was not accepted
 */
export async function writeMark(
	vendor: FleetVendor,
	at: Connection,
	one: FleetInstance,
	{ day, reason, hadMark }: { day: string; reason: string; hadMark: boolean },
): Promise<Written> {
	const marks = marksFor(day, reason);
	for (const [index, tags] of marks.entries()) {
		const gone = hadMark && !(TAGS.why in tags) ? [TAGS.why] : [];
		try {
			return { tags, isSeen: await writeTags(vendor, at, one, tags, gone) };
		} catch (error) {
			const failure = asFailure(error);
			const isFull = vendor.isTagFull?.(failure) ?? false;
			if (!isFull || index === marks.length - 1) throw failure;
		}
	}
	throw new TypeError('no mark to write');
}
