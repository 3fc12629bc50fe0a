import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds after which what is waited for is believed not to come. */
const LONGEST = 30_000;

/**
 * Lets the process go on until something is so, such as a request that has arrived.
 *
 * @param what Names it in the error: "a request of ListInstances"
 */
export async function until(what: string, isSo: () => boolean): Promise<void> {
	for (const end = performance.now() + LONGEST; !isSo(); await nextTurn()) {
		if (performance.now() > end) throw new Error(`Not reached within ${LONGEST / 1000} s: ${what}`);
	}
}
