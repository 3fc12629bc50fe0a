import type { Accounts } from '../core/accounts';
import { loadFacts, type OperationFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import type { Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { declined, failure, Refusal } from './answers/errors';
import { authenticate } from './auth/authentication';
import type { TencentState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf, type OperationRequest } from './requests/context';
import { limitRate, THROTTLED } from './requests/limits';
import { readParameters, readRegion } from './requests/parameters';
import { ASSUME_ROLE, assumeRole, isForSts, STS } from './requests/roles';
import { findRoute, operationOf } from './requests/routes';

/** CKafka (2019-08-19) and Cloud Log Service (2020-10-16), with STS beside them, signed with TC3. */
export class TencentService implements Service {
	readonly vendor = 'tencent' as const;
	readonly operations = [...loadFacts('tencent').map(({ operation }) => operation), ASSUME_ROLE];

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: TencentState,
		private readonly accounts: Accounts['tencent'],
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		return isForSts(request) ? ASSUME_ROLE : operationOf(request);
	}

	regionOf(request: RawRequest): string | undefined {
		return request.header('x-tc-region');
	}

	answer(request: RawRequest, serverTime: number): Answer {
		if (isForSts(request)) {
			const caller = authenticate(request, STS, this.accounts.keys, serverTime);
			return assumeRole(request, this.accounts, caller.secretId, serverTime);
		}
		const facts = findRoute(request);
		const { operation } = facts;
		const service = facts.request.service ?? '';
		const { secretId } = authenticate(request, service, this.accounts.keys, serverTime);
		const region = readRegion(request);
		if (this.limiter) limitRate(this.limiter, operation, secretId);
		return this.run(facts, { operation, region, body: readParameters(request, facts), secretId });
	}

	faultAnswer(status: number): Answer {
		if (status === 429) return failure('RequestLimitExceeded', THROTTLED);
		if (status === 401) return failure('AuthFailure.SignatureFailure', 'Injected fault.');
		return { ...failure('InternalError', 'An internal error has occurred.'), status };
	}

	private run(facts: OperationFacts, request: OperationRequest): Answer {
		try {
			return HANDLERS[request.operation](request, contextOf(this.state, request.region));
		} catch (error) {
			const told = error instanceof Refusal && this.state.rules.refusals === 'returnCode';
			if (told && hasReturnCode(facts)) return declined(error.text);
			throw error;
		}
	}
}

/** Whether the operation's answer has a second place for failures. */
function hasReturnCode(facts: OperationFacts): boolean {
	const result = facts.response.schema?.properties?.Response.properties?.Result;
	return result?.properties?.ReturnCode !== undefined;
}
