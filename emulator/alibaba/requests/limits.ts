import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { AnswerError } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { gatewayError } from '../answers/errors';

/** The document states no rate for most operations; this is a cautious guess. */
const DEFAULT: RateLimit = { perSecond: 20, burst: 20 };

/** Rates the document states, for each user. The newest SDK allows 20 for CreateTopic. */
const STATED: Record<string, RateLimit> = {
	CreateTopic: { perSecond: 1, burst: 1 },
	StartInstance: { perSecond: 2, burst: 2 },
	UpgradeInstanceVersion: { perSecond: 2, burst: 2 },
};

export const THROTTLED = 'Request was denied due to user flow control.';

/** Ends the request with 400 Throttling.User and x-acs-retry-after (ms) when it comes too soon. */
export function limitRate(
	limiter: RateLimiter,
	operation: string,
	accessKeyId: string,
	request: RawRequest,
): void {
	const wait = limiter.take(`alibaba/${operation}/${accessKeyId}`, STATED[operation] ?? DEFAULT);
	if (wait === 0) return;
	const headers = { 'x-acs-retry-after': String(wait) };
	throw new AnswerError(gatewayError(400, 'Throttling.User', THROTTLED, request, headers));
}
