import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Looks again and again, four times a second, until there is something to see.
 *
 * @param what Names it in the error
 * @param seconds The longest that it may take
 * @returns What `look` found
 */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined | false> | T | undefined | false,
	seconds = 120,
): Promise<T> {
	for (const end = Date.now() + seconds * 1000; ; await sleep(250)) {
		const seen = await look();
		if (seen !== undefined && seen !== false) return seen;
		if (Date.now() > end) throw new Error(`Not reached within ${seconds} s: ${what}`);
	}
}
