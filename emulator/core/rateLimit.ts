import type { VirtualClock } from './clock';

/** A token bucket: `perSecond` requests a second, up to `burst` at once. */
export interface RateLimit {
	perSecond: number;
	burst: number;
}

/** Token buckets by name, on the clients' time: a faster virtual clock allows no more requests. */
export class RateLimiter {
	private readonly buckets = new Map<string, { tokens: number; at: number }>();

	constructor(private readonly clock: VirtualClock) {}

	/**
	 * Takes a token of the named bucket.
	 * @returns 0 when the request may pass, otherwise the milliseconds until it may
	 */
	take(name: string, limit: RateLimit): number {
		const now = this.clock.clientTime();
		const bucket = this.buckets.get(name) ?? { tokens: limit.burst, at: now };
		const passed = Math.max(now - bucket.at, 0);
		const refilled = bucket.tokens + (passed / 1000) * limit.perSecond;
		const tokens = Math.min(limit.burst, refilled);
		const passes = tokens >= 1;
		this.buckets.set(name, { tokens: passes ? tokens - 1 : tokens, at: now });
		return passes ? 0 : Math.ceil(((1 - tokens) / limit.perSecond) * 1000);
	}
}
