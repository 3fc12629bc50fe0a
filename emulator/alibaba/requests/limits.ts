import { readFacts } from '../../core/facts';
import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { AnswerError } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { gatewayError } from '../answers/errors';

/** Requests a second, by the vendor's page on quotas, of which not all could be read. */
const { operations: RATES } = readFacts<{ operations: Record<string, { per_second: number }> }>(
	'alibaba',
	'_rate_limits.json',
);
/** A cautious guess for the others. */
const USUAL = 20;
/** Siblings of operations that the page has with this rate, and operations of other services. */
const OTHERS: Record<string, number> = {
	CreatePrePayInstance: 2,
	// Of all regions together.
	DescribeMetricList: 50,
	DeleteSaslUser: 10,
	UpgradePrePayOrder: 2,
};

function limitOf(operation: string): RateLimit {
	const perSecond = RATES[operation]?.per_second ?? OTHERS[operation] ?? USUAL;
	return { perSecond, burst: perSecond };
}

export const THROTTLED = 'Request was denied due to user flow control.';

/** Ends the request with 400 Throttling.User and x-acs-retry-after (ms) when it comes too soon. */
export function limitRate(
	limiter: RateLimiter,
	operation: string,
	accessKeyId: string,
	request: RawRequest,
): void {
	const wait = limiter.take(`alibaba/${operation}/${accessKeyId}`, limitOf(operation));
	if (wait === 0) return;
	const headers = { 'x-acs-retry-after': String(wait) };
	throw new AnswerError(gatewayError(400, 'Throttling.User', THROTTLED, request, headers));
}
