import type { RateLimit, RateLimiter } from '../../core/rateLimit';
import { AnswerError } from '../../http/answer';
import { errorBody, requestId } from '../answers/errors';

/** The document states no rate; this is a cautious guess for each operation and caller. */
const DEFAULT: RateLimit = { perSecond: 20, burst: 20 };
/** Limits the document does state, counted for each instance. */
const PER_INSTANCE: Record<string, RateLimit> = {
	ShowInstanceTopicDetail: { perSecond: 1, burst: 1 },
};

/** Ends the request with 429 APIGW.0308 and Retry-After (seconds) when it comes too soon. */
export function limitRate(
	limiter: RateLimiter,
	operation: string,
	caller: string,
	instanceId: string | undefined,
): void {
	const own = PER_INSTANCE[operation];
	const bucket = `huawei/${operation}/${caller}/${own ? instanceId : ''}`;
	const wait = limiter.take(bucket, own ?? DEFAULT);
	if (wait === 0) return;
	const answer = errorBody(
		429,
		'APIGW.0308',
		'The throttling threshold has been reached: policy user over ratelimit.',
		requestId(),
	);
	answer.headers['retry-after'] = String(Math.ceil(wait / 1000));
	throw new AnswerError(answer);
}
