import type { Fired, Grounds, Held, Rules } from './grounds';
import { guardsAgainst } from './guards';
import type { FleetInstance } from './record';
import { firedRules } from './rules';

export type Action = 'mark' | 'delete' | 'finish' | 'none';

/** What to do with an instance, and why. */
export interface Judgement {
	candidate: boolean;
	rules: Fired[];
	kept: Held[];
	/** Rules that could not be applied: a date that is none, activity that is not known. */
	unclear: Fired[];
	action: Action;
	/** A full sentence. */
	whatToDo: string;
}

/**
 * Decides over an instance: the one judge for finding, marking, a dry run, and the real deletion. Guards
 * are stronger than rules, and what is not known never speaks for a deletion.
 */
export function judge(one: FleetInstance, grounds: Grounds): Judgement {
	const { fired, unclear, asked } = firedRules(one, grounds);
	const kept = guardsAgainst(one, grounds, fired);
	const isMet = grounds.combine === 'all' ? asked > 0 && fired.length === asked : fired.length > 0;
	const candidate = isMet && kept.length === 0;
	const action = candidate ? actionFor(one, grounds) : 'none';
	const whatToDo = candidate
		? ADVICE[action](one)
		: (kept[0]?.because ?? 'Nothing: no rule applies.');
	return { candidate, rules: fired, kept, unclear, action, whatToDo };
}

function actionFor(one: FleetInstance, { rules }: Grounds): Action {
	if (one.state === 'released') return 'finish';
	if (rules.named || rules.markDue) return 'delete';
	return one.mark ? 'none' : 'mark';
}

const ADVICE: Readonly<Record<Action, (one: FleetInstance) => string>> = {
	mark: () => "Mark it with 'Mark', so that its owner can keep it, or delete it once it is marked.",
	delete: () => 'It can be deleted.',
	finish: () => 'It is released but still listed: delete it to complete its deletion.',
	none: ({ mark }) =>
		mark ? `It is marked already, for deletion after ${mark.deleteAfter}.` : 'Nothing.',
};

/** Whether activity has to be known to apply these rules. */
export const needsActivity = ({ idleFor }: Rules): boolean => idleFor !== undefined;

/** Whether a mark was set because its instance was idle, so that it has to be idle still. */
export const isMarkedIdle = ({ mark }: FleetInstance): boolean => /^idle/i.test(mark?.why ?? '');
