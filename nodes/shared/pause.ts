import { sleep } from 'n8n-workflow';

import { Failure } from './failure';

/** Longest uninterrupted sleep, milliseconds: a stopped execution ends within this time. */
const LONGEST_SLEEP = 250;

/** Throws when the execution was stopped. */
export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) {
		throw new Failure('cancelled', 'The execution was stopped', {
			mend: 'Nothing more was sent after that.',
		});
	}
}

/**
 * Sleeps, and wakes up when the execution is stopped.
 *
 * @param duration Milliseconds
 * @throws {Failure} `cancelled`
 */
export async function pause(duration: number, signal?: AbortSignal): Promise<void> {
	const end = Date.now() + duration;
	for (;;) {
		throwIfCancelled(signal);
		const left = end - Date.now();
		if (left <= 0) return;
		await sleep(Math.min(left, LONGEST_SLEEP));
	}
}
