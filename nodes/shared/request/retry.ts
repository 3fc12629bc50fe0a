import type { Clock, Times } from '../contract/clock';
import type { Failure } from '../contract/failure';
import { asFailure } from '../contract/failure';
import type { Effect } from '../contract/vendor';
import { pause } from './clock';

/**
 * Whether sending once more makes sense and is safe. A write is only repeated when the failure
 * proves that nothing happened; none of the three APIs has a client token that would make a second
 * one harmless.
 */
export function mayRetry(
	{ kind, details }: Failure,
	effect: Effect,
	{ longestAsked }: Times['retry'],
): boolean {
	if (details.isLasting || (details.retryAfter ?? 0) > longestAsked) return false;
	if (kind === 'throttled' || kind === 'unreachable' || kind === 'busy') return true;
	return effect === 'read' && (kind === 'lost' || kind === 'broken');
}

/** Exponential back-off, shortened by chance by up to a half, but never shorter than what the vendor asks for. */
export function backOff({ random, times }: Clock, attempt: number, retryAfter = 0): number {
	const ceiling = Math.min(times.retry.longest, times.retry.first * 2 ** attempt);
	return Math.max(retryAfter, ceiling * (0.5 + random() / 2));
}

/**
 * Runs a request until it succeeds, may not be repeated or has been tried often enough.
 *
 * @throws {Failure}
 */
export async function withRetry<T>(
	clock: Clock,
	effect: Effect,
	request: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await request();
		} catch (error) {
			const failure = asFailure(error);
			const { retry } = clock.times;
			if (attempt + 1 >= retry.attempts || !mayRetry(failure, effect, retry)) throw failure;
			await pause(clock, backOff(clock, attempt, failure.details.retryAfter), signal);
		}
	}
}
