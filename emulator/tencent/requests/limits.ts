import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { readFacts } from '../../core/facts';
import { refuse } from '../answers/errors';

/** Rates of the operations, per region and secret (page 1278/109059: API, region, and sub-account); what none is documented for has the usual one. */
const { operations: RATES } = readFacts<{ operations: Record<string, { per_second: number }> }>(
	'tencent',
	'_rate_limits.json',
);
const USUAL = 20;
/** By its own page. */
const OTHERS: Record<string, number> = { DescribeInstanceAttributes: 100 };

function limitOf(action: string): RateLimit {
	const perSecond = OTHERS[action] ?? RATES[action]?.per_second ?? USUAL;
	return { perSecond, burst: perSecond };
}

export const THROTTLED = 'Your current request rate exceeds the limit; try again later.';

/** Takes a request out of the operation's allowance; refuses when there is none left. */
export function limitRate(
	limiter: RateLimiter,
	action: string,
	region: string,
	secretId: string,
): void {
	const wait = limiter.take(`tencent/${action}/${region}/${secretId}`, limitOf(action));
	if (wait > 0) refuse('RequestLimitExceeded', THROTTLED);
}
