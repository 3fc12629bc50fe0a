import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { refuse } from '../answers/errors';

/** Per operation and secret: the documented default and the one documented exception. */
const DEFAULT_LIMIT: RateLimit = { perSecond: 20, burst: 20 };
const LIMITS: Record<string, RateLimit> = {
	DescribeInstanceAttributes: { perSecond: 100, burst: 100 },
};

export const THROTTLED = 'Your current request rate exceeds the limit; try again later.';

/** Takes a request out of the operation's allowance; refuses when there is none left. */
export function limitRate(limiter: RateLimiter, action: string, secretId: string): void {
	const wait = limiter.take(`tencent/${action}/${secretId}`, LIMITS[action] ?? DEFAULT_LIMIT);
	if (wait > 0) refuse('RequestLimitExceeded', THROTTLED);
}
