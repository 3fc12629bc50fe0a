import { sleep } from 'n8n-workflow';

import { Failure } from '../contract/failure';

/** Longest uninterrupted sleep, milliseconds: a stopped execution ends within this time. */
const LONGEST_SLEEP = 250;

/** Throws when the execution was stopped. */
export function throwIfCancelled(signal?: AbortSignal, when = ''): void {
	if (!signal?.aborted) return;
	throw new Failure('cancelled', `The execution was stopped ${when}`.trim(), {
		mend: 'Nothing was sent after that; operations already started continue in the cloud.',
	});
}

/**
 * Sleeps, and wakes up when the execution is stopped.
 *
 * @param duration Milliseconds
 * @param when What was going on, for the text: "while waiting for topic orders"
 * @throws {Failure} `cancelled`
 */
export async function pause(duration: number, signal?: AbortSignal, when?: string): Promise<void> {
	const end = Date.now() + duration;
	for (;;) {
		throwIfCancelled(signal, when);
		const left = end - Date.now();
		if (left <= 0) return;
		await sleep(Math.min(left, LONGEST_SLEEP));
	}
}
