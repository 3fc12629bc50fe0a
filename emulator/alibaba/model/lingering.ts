import type { Lingering } from './contents';

/** What a list shows: what is there, and what was deleted a moment ago. */
export const listed = <Thing>(
	present: Thing[],
	gone: Array<Lingering<Thing>>,
	now: number,
): Thing[] => [...present, ...gone.filter(({ until }) => until > now).map(({ thing }) => thing)];

/** Deletes things, which stay listed for a while. */
export function linger<Thing>(gone: Array<Lingering<Thing>>, things: Thing[], until: number): void {
	gone.push(...things.map((thing) => ({ thing, until })));
}
