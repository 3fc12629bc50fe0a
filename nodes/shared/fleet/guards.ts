import { activitySentence } from './activity';
import { glob, wordIn } from './globs';
import type { Fired, Grounds, Held } from './grounds';
import { keptBy, TAGS } from './marks';
import { isListedOnly, type FleetInstance } from './record';
import { timeOf } from './rules';
import { hasTag, hasTagInAnyCase, tagText } from './tags';
import { HOUR, millis } from './times';
import type { State } from './words';

/** Whether a guard holds an instance, and why: a sentence. */
type Guard = (one: FleetInstance, grounds: Grounds, fired: readonly Fired[]) => string | undefined;

/** States in which nothing is deleted, and why. */
const RESTING: Partial<Record<State, string>> = {
	creating: 'It is being created.',
	changing: 'It is being changed.',
	deleting: 'It is being deleted already.',
	gone: 'It is gone already.',
	unknown: 'Its state is not known to this node.',
};

/** What was noted of it has to be what it is: another instance may have come in its place. */
function difference(one: FleetInstance, before: FleetInstance): string | undefined {
	if (one.key !== before.key) return 'Another instance was found under its ID.';
	if (one.name !== before.name) return `Its name was ${before.name}, and is ${one.name} now.`;
	// What was released is not counted by any cap, so it has to be released still.
	if (before.state === 'released' && one.state !== 'released') {
		return `It was released, and is ${one.state} now.`;
	}
	// A cloud that tells the time of creation only once it has ended tells more later, never another one.
	const isOther = before.createdAt !== null && one.createdAt !== before.createdAt;
	return isOther ? 'Its time of creation has changed.' : undefined;
}

/** The ID in a key, or an ID alone: one that was read by its ID has a key without its project. */
const idIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1).toLowerCase();

/** The guards, in the order in which they are told. */
const GUARDS: Readonly<Record<string, Guard>> = {
	keepTag: ({ tags }, grounds) => {
		const value = keptBy(tags, timeOf(grounds), grounds.zone);
		return value === undefined ? undefined : `The tag ${TAGS.keep}=${value} keeps it.`;
	},
	keepTags: ({ tags }, { keep }) => {
		const found = keep.tags.find((tag) => hasTagInAnyCase(tags, tag));
		return found && `The tag ${tagText(found)} keeps it.`;
	},
	tagsNotTold: ({ tags, state }) =>
		// An instance that is released may have lost its tags, and its data is gone.
		tags === null && state !== 'released'
			? `The cloud did not tell its tags, so ${TAGS.keep} could not be looked for.`
			: undefined,
	protectedWord: ({ name }, { keep }) => {
		const word = wordIn(name, keep.words);
		return word && `Its name contains the protected word '${word}'.`;
	},
	keepIds: ({ id }, { keep }) =>
		keep.ids.some((one) => idIn(one) === id.toLowerCase()) ? "Its ID is in 'Keep IDs'." : undefined,
	deletionProtection: ({ deletionProtection }) =>
		deletionProtection
			? "The cloud's deletion protection is on. Turn it off first if it is to be deleted."
			: undefined,
	minimumAge: ({ createdAt, state }, { keep, ...grounds }) => {
		if (keep.minimumAgeHours <= 0) return undefined;
		const created = millis(createdAt);
		// A failed one never got a time of creation from some clouds; a rule of its own decides over it.
		if (created === null) return state === 'failed' ? undefined : 'Its age is not known.';
		const isYoung = timeOf(grounds) - created < keep.minimumAgeHours * HOUR;
		return isYoung ? `It is younger than ${keep.minimumAgeHours} hours.` : undefined;
	},
	state: (one) => {
		const { state, recycle } = one;
		if (state === 'released' && !isListedOnly(one)) {
			const when = recycle?.deletesAt ? ` on ${recycle.deletesAt}` : '';
			return `It is in the recycle bin, from which the cloud deletes it by itself${when}.`;
		}
		return RESTING[state];
	},
	subscription: (_, { refusal }) => refusal,
	deleteOnlyIf: ({ tags, name }, { only }) => {
		if (!only) return undefined;
		if ('tag' in only) {
			return hasTag(tags, only.tag)
				? undefined
				: `It does not have the tag ${tagText(only.tag)}, as 'Delete Only If' asks for.`;
		}
		return glob(only.name)(name)
			? undefined
			: `Its name does not match ${only.name}, as 'Delete Only If' asks for.`;
	},
	changed: (one, { chosen }) => chosen && difference(one, chosen),
	notMarked: ({ mark, state }, { rules }) => {
		if (!rules.markDue || rules.named || state === 'released') return undefined;
		return mark ? undefined : 'It is not marked, or its mark was removed.';
	},
	notDue: ({ mark, state }, { rules }, fired) => {
		if (!rules.markDue || rules.named || state === 'released' || !mark) return undefined;
		return fired.some(({ rule }) => rule === 'markDue')
			? undefined
			: `Its mark is due after ${mark.deleteAfter}.`;
	},
	activity: (_, { mustBeIdle, activity }) => {
		if (!mustBeIdle || activity?.verdict === 'idle') return undefined;
		return activity
			? `It was marked as idle, but now: ${activitySentence(activity)}.`
			: 'It was marked as idle, but its activity could not be read again.';
	},
};

/** What keeps an instance from being marked or deleted. */
export const guardsAgainst = (
	one: FleetInstance,
	grounds: Grounds,
	fired: readonly Fired[],
): Held[] =>
	Object.entries(GUARDS).flatMap(([guard, holds]) => {
		const because = holds(one, grounds, fired);
		return because ? [{ guard, because }] : [];
	});
