import { loadCompanions, loadFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import type { Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { errorBody, refuse, requestId } from './answers/errors';
import { authenticate, authorizeProject, type Caller } from './auth/authentication';
import { answerCompanion } from './companions/answer';
import type { HuaweiState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf } from './requests/context';
import { limitRate } from './requests/limits';
import { readParameters } from './requests/parameters';
import { findCompanion, findRoute } from './requests/routes';

/**
 * DMS for Kafka: routes, authentication, limits, validation, then the operation. The services beside it are
 * on the same listener.
 */
export class HuaweiService implements Service {
	readonly vendor = 'huawei' as const;
	readonly operations = [...loadFacts('huawei'), ...loadCompanions('huawei')].map(
		({ operation }) => operation,
	);

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: HuaweiState,
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		const match = findRoute(request.method, request.path);
		if (typeof match !== 'string') return match.facts.operation;
		const companion = findCompanion(request.method, request.path);
		return typeof companion === 'string' ? null : companion.facts.operation;
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const companion = findCompanion(request.method, request.path);
		if (typeof companion !== 'string') {
			const { operation } = companion.facts;
			if (this.limiter) limitRate(this.limiter, operation, 'all', undefined);
			return answerCompanion(request, companion, this.state, serverTime);
		}
		const match = findRoute(request.method, request.path);
		const { accounts, tokens } = this.state;
		const caller = authenticate(request, accounts, tokens, serverTime);
		if (match === 'no-path') refuse('DMS.00404001');
		if (match === 'no-method') refuse('DMS.00405001');

		const { facts, path } = match;
		if (this.limiter) limitRate(this.limiter, facts.operation, caller.name, path.instance_id);
		const project = this.projectOf(path, caller);
		const operation = { ...readParameters(request, match), caller };
		return HANDLERS[facts.operation](operation, contextOf(this.state, project, operation));
	}

	faultAnswer(status: number): Answer {
		if (status === 429) {
			return errorBody(
				429,
				'APIGW.0308',
				'The throttling threshold has been reached: policy user over ratelimit,limit:20,time:1 second',
				requestId(),
			);
		}
		if (status === 401) {
			const reason = 'Incorrect IAM authentication information: token expires';
			return errorBody(401, 'APIGW.0301', reason, requestId());
		}
		return errorBody(status, 'DMS.00500000', 'Internal service error.', requestId());
	}

	private projectOf(path: Record<string, string>, caller: Caller) {
		const { accounts } = this.state;
		if (path.project_id !== undefined) return authorizeProject(path.project_id, caller, accounts);
		return caller.project ?? accounts.projects[0];
	}
}
