import type { Lingering } from './contents';

/** What a list shows: what has been there for a moment, and what was deleted a moment ago. */
export const listed = <Thing extends { listedFrom?: number }>(
	present: Thing[],
	gone: Array<Lingering<Thing>>,
	now: number,
): Thing[] => [
	...present.filter(({ listedFrom = 0 }) => listedFrom <= now),
	...gone.filter(({ until }) => until > now).map(({ thing }) => thing),
];

/** Deletes things, which stay listed for a while. */
export function linger<Thing>(gone: Array<Lingering<Thing>>, things: Thing[], until: number): void {
	gone.push(...things.map((thing) => ({ thing, until })));
}
