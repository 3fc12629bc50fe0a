import { sleep } from 'n8n-workflow';

import type { Clock, Times } from '../contract/clock';
import { Failure } from '../contract/failure';

/** Community nodes may not use timers, and n8n's `sleep` cannot be ended: so a stop is noticed this late. */
const LONGEST_SLEEP = 250;

/** A longer time-out would come at once. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** The time tables, as measured at the services or as their documents say. */
export const TIMES: Times = {
	retry: { attempts: 5, first: 500, longest: 8_000, longestAsked: 60_000 },
	answer: 5 * 60_000,
	search: [1_000, 3_000, 8_000],
	slowSearch: [15_000, 30_000],
	missing: [1_000, 2_000, 3_000, 4_000],
	order: [1_000, 3_000, 6_000, 10_000, 15_000, 25_000],
	listingLag: 60_000,
	observation: { longest: 120_000, afterEnd: 10_000 },
	poll: 5 * 60_000,
};

/** The clock of the system, with which n8n runs the nodes. */
export const systemClock: Clock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	async sleep(duration, signal) {
		const end = performance.now() + duration;
		do {
			await sleep(Math.max(0, Math.min(end - performance.now(), LONGEST_SLEEP)));
		} while (performance.now() < end && !signal?.aborted);
	},
	// Takes whole milliseconds only, and an expression may give a wait of any length.
	timeout: (duration) => AbortSignal.timeout(Math.min(Math.ceil(duration), LONGEST_TIMEOUT)),
	random: () => Math.random(),
	times: TIMES,
};

/**
 * @param when What was going on, for the text: "while waiting for topic orders"
 * @throws {Failure} `cancelled` when the execution was stopped
 */
export function throwIfCancelled(signal?: AbortSignal, when = ''): void {
	if (!signal?.aborted) return;
	throw new Failure('cancelled', `The execution was stopped ${when}`.trim(), {
		advice: 'Nothing was sent after that; operations already started continue in the cloud.',
	});
}

/**
 * Sleeps, and wakes up when the execution is stopped.
 *
 * @param duration Milliseconds
 * @param when What was going on, for the text: "while waiting for topic orders"
 * @throws {Failure} `cancelled`
 */
export async function pause(
	clock: Clock,
	duration: number,
	signal?: AbortSignal,
	when?: string,
): Promise<void> {
	throwIfCancelled(signal, when);
	if (duration > 0) await clock.sleep(duration, signal);
	throwIfCancelled(signal, when);
}
