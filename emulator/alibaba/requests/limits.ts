import type { RateLimit, RateLimiter } from '../../core/rateLimit';

/** The document states no rate for most operations; this is a cautious guess. */
const DEFAULT: RateLimit = { perSecond: 20, burst: 20 };

/** Rates the document states, for each user. The newest SDK allows 20 for CreateTopic. */
const STATED: Record<string, RateLimit> = {
	CreateTopic: { perSecond: 1, burst: 1 },
	StartInstance: { perSecond: 2, burst: 2 },
	UpgradeInstanceVersion: { perSecond: 2, burst: 2 },
};

/** Milliseconds until the operation may be called by this key; 0 when it may be now. */
export function waitFor(limiter: RateLimiter, operation: string, accessKeyId: string): number {
	return limiter.take(`alibaba/${operation}/${accessKeyId}`, STATED[operation] ?? DEFAULT);
}
