import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import { pause } from './clock';

/** Whether a request only reads: then sending it again can never do harm. */
export type Effect = 'read' | 'write';

/** Times in milliseconds. */
export const retryTimes = {
	attempts: 5,
	first: 500,
	longest: 8_000,
	/** A vendor that asks for a longer wait than this gets its failure reported instead. */
	longestAsked: 60_000,
};

/**
 * Whether sending once more makes sense and is safe. A write is only repeated when the failure
 * proves that nothing happened; none of the three APIs has a client token that would make a second
 * one harmless.
 */
export function mayRetry({ kind, details }: Failure, effect: Effect): boolean {
	if ((details.retryAfter ?? 0) > retryTimes.longestAsked) return false;
	if (kind === 'throttled' || kind === 'unreachable' || kind === 'busy') return true;
	return effect === 'read' && (kind === 'lost' || kind === 'broken');
}

/** Exponential back-off, shortened by chance by up to a half, but never shorter than what the vendor asks for. */
export function backOff(attempt: number, retryAfter = 0): number {
	const ceiling = Math.min(retryTimes.longest, retryTimes.first * 2 ** attempt);
	return Math.max(retryAfter, ceiling * (0.5 + Math.random() / 2));
}

/**
 * Runs a request until it succeeds, may not be repeated or has been tried often enough.
 *
 * @throws {Failure}
 */
export async function withRetry<T>(
	effect: Effect,
	request: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await request();
		} catch (error) {
			const failure = asFailure(error);
			if (attempt + 1 >= retryTimes.attempts || !mayRetry(failure, effect)) throw asFailure(error);
			await pause(backOff(attempt, failure.details.retryAfter), signal);
		}
	}
}
