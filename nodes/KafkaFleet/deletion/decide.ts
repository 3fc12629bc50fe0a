import type { FleetActivity } from '../../shared/fleet/activity';
import type { Grounds, Rules } from '../../shared/fleet/grounds';
import { isMarkedIdle, judge, type Judgement } from '../../shared/fleet/judge';
import type { FleetInstance, Scope } from '../../shared/fleet/record';
import { complete, type Completing } from '../../shared/fleet/complete';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { readActivities } from '../run/activities';
import { LAGGING, newestTags } from './newestTags';
import type { FleetRun } from '../run/fleetRun';
import { readTarget, type Target } from '../run/target';
import type { DeletionSettings } from './settings';

/** Something that is to be deleted, as it was when it was chosen. */
export interface Planned {
	target: Target;
	/** Absent where it was named by its key alone. */
	chosen?: FleetInstance;
	/** Whether it has to be marked, and the mark due. */
	needMark: boolean;
	/** Index of the item that asks for it. */
	index: number;
}

/** What a fresh look decided. */
export interface Decision {
	at?: Connection;
	/** Where it was looked for. */
	scope?: Scope;
	/** As it is now; `undefined` where it is gone. */
	instance?: FleetInstance;
	judgement?: Judgement;
	/** What else there is to know of the judgement, a full sentence. */
	note?: string;
}

/** What of the settings a judgement rests on, beside the clocks. */
export interface Judging {
	settings: DeletionSettings;
	zone: string;
	completing: Omit<Completing, 'now'>;
	/** Milliseconds that reading activity may take. */
	timeLimit: number;
}

/** The rules of a deletion: what was released is finished, whatever became of its mark. */
export const rulesOfDeletion = (
	needMark: boolean,
	{ finishReleased }: DeletionSettings,
): Rules => ({
	...(needMark ? { markDue: true } : { named: true }),
	...(finishReleased && { releasedButListed: true }),
});

/** The judgement over an instance, by the same judge and grounds for the choice and right before the request. */
export function judgeDeletion(
	vendor: FleetVendor,
	one: FleetInstance,
	needMark: boolean,
	{ settings, zone }: Judging,
	known: Pick<Grounds, 'now' | 'here' | 'chosen' | 'activity' | 'mustBeIdle'>,
): Judgement {
	return judge(one, {
		rules: rulesOfDeletion(needMark, settings),
		combine: 'any',
		keep: settings.keep,
		only: settings.only,
		refusal: vendor.refusesDeletion(one, settings.how),
		zone,
		...known,
	});
}

/**
 * Looks at an instance right before it is deleted and judges it anew, in a dry run as well.
 *
 * @throws {Failure} It could not be read
 */
export async function decide(
	run: FleetRun,
	{ target, chosen, needMark }: Planned,
	judging: Judging,
): Promise<Decision> {
	const { settings } = judging;
	const completing = { ...judging.completing, protectedWords: settings.keep.words };
	const read = await readTarget(run, target, completing);
	const { at, instance, now } = read;
	if (!instance) return { at, scope: read.target.scope };
	const known = { now, here: run.clock.now(), chosen };
	const judged = async (one: FleetInstance, activity?: FleetActivity) => {
		const mustBeIdle =
			needMark && settings.checkActivity && isMarkedIdle(one) && one.state === 'running';
		const first = judgeDeletion(target.vendor, one, needMark, judging, known);
		// What is kept anyway needs no monitoring calls.
		if (!mustBeIdle || !first.candidate) return { judgement: first };
		const read = activity ?? (await activityNow(run, target.vendor, one, judging));
		const all = { ...known, mustBeIdle, activity: read };
		return {
			judgement: judgeDeletion(target.vendor, one, needMark, judging, all),
			activity: read,
		};
	};
	const { judgement, activity } = await judged(instance);
	// What is released may have lost its tags, and its data is gone.
	if (!judgement.candidate || judgement.action === 'finish') return { at, instance, judgement };
	const newest = await newestTags(run, target.vendor, at, instance);
	if (typeof newest === 'string') return { at, instance, judgement, note: newest };
	const tagged = complete(
		{ ...instance, tags: newest },
		{ ...completing, now: now ?? run.clock.now() },
	);
	const again = await judged(tagged, activity);
	if (again.judgement.candidate) return { at, instance, judgement };
	return { at, instance: tagged, judgement: again.judgement, note: LAGGING };
}

async function activityNow(
	run: FleetRun,
	vendor: FleetVendor,
	one: FleetInstance,
	{ settings, timeLimit }: Judging,
): Promise<FleetActivity | undefined> {
	const wanted = {
		hours: settings.activityHours,
		whenMissing: 'unknown' as const,
		floor: 0,
		timeLimit,
	};
	return (await readActivities(run, [vendor], [one], wanted)).byKey.get(one.key);
}
