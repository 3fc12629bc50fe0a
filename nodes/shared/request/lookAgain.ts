import type { Clock } from '../contract/clock';
import { pause } from './clock';

/** Whoever looks: an operation, or the poll of a trigger. */
interface Looker {
	readonly clock: Clock;
	readonly signal?: AbortSignal;
}

/**
 * Looks until what is there is enough to go on with, some seconds at most: lists and records lag behind
 * creates and deletes, so a first look proves nothing of what it lacks.
 *
 * @param when What is going on, for the text of a stop: "while checking which topics exist"
 * @returns The first look that was enough, else the last one
 * @throws {Failure} `cancelled`, and what a look throws
 */
export async function lookAgain<T>(
	{ clock, signal }: Looker,
	look: () => Promise<T>,
	isEnough: (found: T) => boolean,
	when: string,
): Promise<T> {
	let found = await look();
	for (const duration of clock.times.missing) {
		if (isEnough(found)) return found;
		await pause(clock, duration, signal, when);
		found = await look();
	}
	return found;
}
