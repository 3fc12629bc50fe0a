/** Most that one run may delete. */
export interface Caps {
	/** Instances. */
	most: number;
	/** Of these, how many the run has dealt with before. */
	used?: number;
	/** Percent of what was read of a cloud. */
	mostPercent: number;
	whenTooMany: 'none' | 'oldestFirst';
}

/** What is due in one cloud. */
export interface DueOf<T> {
	due: T[];
	/** How many instances of the cloud were read. */
	read: number;
}

/** From so many instances of a cloud on, their share counts. */
const SHARE_FROM = 4;

/** What may be deleted, and why the rest may not: full sentences. */
export interface Capped<T> {
	allowed: T[];
	stopped: Array<{ one: T; because: string }>;
}

/**
 * Holds a run to its caps, by number over all clouds and by share in each.
 *
 * @param clouds By cloud; what is due, that which has been due for longest first
 * @param compare Order over all clouds, that which has been due for longest first
 */
export function cap<T>(
	clouds: ReadonlyMap<string, DueOf<T>>,
	{ most, used = 0, mostPercent, whenTooMany }: Caps,
	compare: (a: T, b: T) => number,
): Capped<T> {
	const all = [...clouds.values()].flatMap(({ due }) => due);
	const overShare = [...clouds].filter(
		([, { due, read }]) => due.length > shareOf(read, mostPercent),
	);
	const left = Math.max(0, most - used);
	if (all.length <= left && overShare.length === 0) return { allowed: all, stopped: [] };
	const because =
		all.length > left
			? `${all.length} instances are due, but 'Maximum Deletions' is ${most}${used > 0 ? `, of which ${used} are used by other items` : ''}.`
			: `${overShare[0][1].due.length} of the ${overShare[0][1].read} instances that were read of this cloud are due, but 'Maximum Share (%)' is ${mostPercent}.`;
	if (whenTooMany === 'none') return { allowed: [], stopped: all.map((one) => ({ one, because })) };
	const withinShare = [...clouds.values()].flatMap(({ due, read }) =>
		[...due].sort(compare).slice(0, shareOf(read, mostPercent)),
	);
	const allowed = withinShare.sort(compare).slice(0, left);
	const isAllowed = new Set(allowed);
	const stopped = all.filter((one) => !isAllowed.has(one)).map((one) => ({ one, because }));
	return { allowed, stopped };
}

/** Most of so many instances: a share counts only from a few instances on. */
const shareOf = (read: number, percent: number): number =>
	read < SHARE_FROM ? Infinity : Math.floor((read * percent) / 100);
