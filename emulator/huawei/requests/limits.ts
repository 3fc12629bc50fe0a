import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { AnswerError } from '../../http/answer';
import { errorBody, requestId } from '../answers/errors';

/** The document states no rate; this is a cautious guess for each operation and caller. */
const DEFAULT: RateLimit = { perSecond: 20, burst: 20 };
/** Limits the document does state, counted for each instance. */
const PER_INSTANCE: Record<string, RateLimit> = {
	ShowInstanceTopicDetail: { perSecond: 1, burst: 1 },
};

/** 500 a minute. Source: page ces_03_0034. */
const PER_MINUTE: Record<string, RateLimit> = {
	BatchListMetricData: { perSecond: 500 / 60, burst: 500 },
};

/**
 * Ends the request with 429 APIGW.0308 when it comes too soon. The text names the rule, and nobody has
 * seen a Retry-After (terraform-provider-huaweicloud #1335).
 */
export function limitRate(
	limiter: RateLimiter,
	operation: string,
	caller: string,
	instanceId: string | undefined,
): void {
	const own = PER_INSTANCE[operation];
	const bucket = `huawei/${operation}/${caller}/${own ? instanceId : ''}`;
	const limit = own ?? PER_MINUTE[operation] ?? DEFAULT;
	if (limiter.take(bucket, limit) > 0) throw throttled('user', limit);
}

/** What IAM takes of one IP address (sbercloud #388). */
const IAM: RateLimit = { perSecond: 5, burst: 5 };

/** The same for IAM, which counts by the address that requests come from. */
export function limitIam(limiter: RateLimiter): void {
	if (limiter.take('huawei/iam', IAM) > 0) throw throttled('ip', IAM);
}

function throttled(policy: string, { burst }: RateLimit): AnswerError {
	const rule = `policy ${policy} over ratelimit,limit:${burst},time:1 second`;
	const message = `The throttling threshold has been reached: ${rule}`;
	return new AnswerError(errorBody(429, 'APIGW.0308', message, requestId()));
}
