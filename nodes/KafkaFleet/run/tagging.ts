import type { Clock } from '../../shared/contract/clock';
import type { VendorRecord } from '../../shared/fleet/record';
import { tagValue } from '../../shared/fleet/tags';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Tags } from '../../shared/fleet/words';
import { pause } from '../../shared/request/clock';
import type { Connection } from '../../shared/request/connection';

/** Pauses before the looks at tags that were written, milliseconds: together 30 seconds, as lists lag. */
const LOOKS: readonly number[] = [0, 1_000, 2_000, 4_000, 8_000, 15_000];

/** The look after which a cloud that keeps old values is told again. */
const AGAIN_AFTER = 1;

/**
 * Writes tags and looks whether they are there.
 *
 * @returns Whether they were seen
 * @throws {Failure} They were not accepted
 */
export async function writeTags(
	vendor: FleetVendor,
	at: Connection,
	one: VendorRecord,
	set: Tags,
	remove: readonly string[],
): Promise<boolean> {
	await vendor.setTags(at, one, set, remove);
	for (const [index, duration] of LOOKS.entries()) {
		await pauseFor(at.clock, duration, at.signal);
		const tags = await vendor.tagsOf(at, one);
		if (isDone(tags, set, remove)) return true;
		const isOld = tags !== null && Object.keys(set).some((key) => isOther(tags, key, set[key]));
		if (isOld && index === AGAIN_AFTER) await vendor.replaceTags?.(at, one, set);
	}
	return false;
}

const pauseFor = async (clock: Clock, duration: number, signal: AbortSignal | undefined) =>
	await pause(clock, duration, signal, 'while tags are read back');

const isOther = (tags: Tags, key: string, value: string): boolean => {
	const found = tagValue(tags, key);
	return found !== undefined && found !== value;
};

const isDone = (tags: Tags | null, set: Tags, remove: readonly string[]): boolean =>
	tags !== null &&
	Object.entries(set).every(([key, value]) => tagValue(tags, key) === value) &&
	remove.every((key) => tagValue(tags, key) === undefined);
