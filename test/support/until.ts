import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';

interface Patience {
	/** The longest that it may really take. */
	seconds?: number;
	/** Real milliseconds between two looks, for what another process does; by default every turn. */
	every?: number;
}

/**
 * Looks again and again until there is something to see. It looks in every turn of the event loop, so
 * that no virtual clock goes on between what is waited for and what the test does then.
 *
 * @param what Names it in the error
 * @returns What `look` found
 */
export async function until<T>(
	what: string,
	look: () => T | undefined | false,
	{ seconds = 20, every = 0 }: Patience = {},
): Promise<T> {
	for (const end = performance.now() + seconds * 1000; ; ) {
		const seen = look();
		if (seen !== undefined && seen !== false) return seen;
		if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
		await (every > 0 ? sleep(every) : nextTurn());
	}
}
