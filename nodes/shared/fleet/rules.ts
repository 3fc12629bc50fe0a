import { activitySentence } from './activity';
import { lifetimeOf, passesAt } from './dates';
import { glob } from './globs';
import type { Fired, Grounds, Rules } from './grounds';
import { isDue } from './marks';
import { isListedOnly, type FleetInstance } from './record';
import { hasTag, lacksTag, tagText, tagValue } from './tags';
import { daysSince, HOUR, millis } from './times';

/** What the rules found: those that fired, those that could not be applied, and how many are set. */
export interface Found {
	fired: Fired[];
	unclear: Fired[];
	asked: number;
}

/** What one rule says of an instance: why it fires, or why that cannot be told. */
type Says = { because: string } | { unclear: string } | undefined;

const because = (text: string): Says => ({ because: text });

/** The time by which rules count: that of the cloud, or else this machine's. */
export const timeOf = ({ now, here }: Pick<Grounds, 'now' | 'here'>): number => now ?? here;

type Rule<T> = (one: FleetInstance, set: T, grounds: Grounds) => Says;

/** The rules in the order in which they are told; the first one becomes the reason of a mark. */
const RULES: { [Name in keyof Rules]-?: Rule<NonNullable<Rules[Name]>> } = {
	markDue: ({ mark }, isAsked, { now, here }) => {
		if (!isAsked || !mark || !isDue(mark, now, here)) return undefined;
		return because(`marked for deletion after ${mark.deleteAfter}, and due`);
	},
	named: (_, isAsked) => (isAsked ? because('named for deletion by this node') : undefined),
	idleFor: ({ state }, { days, atLeast }, { activity }) => {
		if (!activity || activity.verdict === 'unknown') {
			// What does not run has rules of its own, and is not "not known".
			if (state !== 'running') return undefined;
			return { unclear: activity ? activitySentence(activity) : 'activity was not read' };
		}
		if (activity.verdict !== 'idle') return undefined;
		if (atLeast === 'high' && activity.confidence !== 'high') {
			return { unclear: `${activitySentence(activity)}, which is less than is asked for` };
		}
		return because(`${activitySentence(activity)}, asked for ${days} days`);
	},
	dateTags: ({ tags }, keys, grounds) =>
		firstOf(keys, (key) => {
			const value = tagValue(tags, key);
			if (value === undefined) return undefined;
			const at = passesAt(value, grounds.zone);
			if (at === undefined) return { unclear: `badDate: tag ${key} is '${value}'` };
			return timeOf(grounds) >= at
				? because(`the date in tag ${key} has passed: ${value}`)
				: undefined;
		}),
	lifetimeTags: ({ tags, createdAt }, keys, grounds) =>
		firstOf(keys, (key) => {
			const value = tagValue(tags, key);
			const lifetime = value === undefined ? undefined : lifetimeOf(value);
			const created = millis(createdAt);
			if (value === undefined) return undefined;
			if (lifetime === undefined) return { unclear: `badLifetime: tag ${key} is '${value}'` };
			if (created === null) return { unclear: 'the time of creation is not known' };
			return timeOf(grounds) >= created + lifetime
				? because(`older than its lifetime in tag ${key}: ${value}`)
				: undefined;
		}),
	tagEquals: ({ tags }, wanted) =>
		firstOf(wanted, (tag) => (hasTag(tags, tag) ? because(`has tag ${tagText(tag)}`) : undefined)),
	lacksTags: ({ tags }, keys) => {
		if (keys.length > 0 && tags === null) return { unclear: 'the cloud did not tell the tags' };
		return firstOf(keys, (key) => (lacksTag(tags, key) ? because(`has no tag ${key}`) : undefined));
	},
	olderThanDays: ({ createdAt }, days, grounds) => {
		const age = daysSince(createdAt, timeOf(grounds));
		if (age === null) return { unclear: 'the time of creation is not known' };
		return age > days ? because(`${age} days old, more than ${days}`) : undefined;
	},
	failedForHours: ({ state, statusText, createdAt }, hours, grounds) => {
		if (state !== 'failed') return undefined;
		const created = millis(createdAt);
		if (created === null && hours > 0) {
			return { unclear: `failed (${statusText}), but the cloud does not tell since when` };
		}
		const isOver = created === null || timeOf(grounds) - created >= hours * HOUR;
		return isOver ? because(`failed: ${statusText}`) : undefined;
	},
	stoppedOrExpired: ({ state, statusText }, { unclear }) => {
		const isOver = state === 'stopped' || state === 'expired';
		if (isOver || (unclear && state === 'outOfService')) return because(`${state}: ${statusText}`);
		return state === 'outOfService'
			? { unclear: 'the cloud does not tell whether it is stopped, expired, or released' }
			: undefined;
	},
	neverDeployedDays: ({ state, billing, createdAt }, days, grounds) => {
		if (state !== 'undeployed' || billing === 'subscription') return undefined;
		const age = daysSince(createdAt, timeOf(grounds));
		if (age === null) return { unclear: 'the time of creation is not known' };
		return age > days ? because(`never deployed in ${age} days`) : undefined;
	},
	releasedButListed: (one, isAsked) =>
		isAsked && isListedOnly(one) ? because('released, but still listed') : undefined,
	namePattern: ({ name }, pattern) =>
		glob(pattern)(name) ? because(`its name fits ${pattern}`) : undefined,
};

/** The first that fires; else the first that could not be applied. */
function firstOf<T>(list: readonly T[], rule: (one: T) => Says): Says {
	const said = list.map(rule).filter((says) => says !== undefined);
	return said.find((says) => 'because' in says) ?? said[0];
}

/** Applies the rules that are set to an instance. */
export function firedRules(one: FleetInstance, grounds: Grounds): Found {
	const found: Found = { fired: [], unclear: [], asked: 0 };
	for (const name of Object.keys(RULES) as Array<keyof Rules>) {
		const set = grounds.rules[name];
		if (set === undefined || set === false) continue;
		found.asked++;
		const rule = RULES[name] as Rule<unknown>;
		const says = rule(one, set, grounds);
		if (says && 'because' in says) found.fired.push({ rule: WORDS[name], because: says.because });
		else if (says) found.unclear.push({ rule: WORDS[name], because: says.unclear });
	}
	return found;
}

/** The rules as judgements name them; they begin the reason in a mark's tag. */
export const WORDS: Readonly<Record<keyof Rules, string>> = {
	markDue: 'markDue',
	named: 'named',
	idleFor: 'idle',
	dateTags: 'dateInTag',
	lifetimeTags: 'lifetimeInTag',
	tagEquals: 'tagEquals',
	lacksTags: 'hasNoTag',
	olderThanDays: 'olderThan',
	failedForHours: 'failed',
	stoppedOrExpired: 'stoppedOrExpired',
	neverDeployedDays: 'neverDeployed',
	releasedButListed: 'released',
	namePattern: 'namePattern',
};
