import type { Accounts } from '../core/accounts';
import { loadCompanions, loadFacts, type OperationFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import type { Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { declined, failure, Refusal } from './answers/errors';
import { authenticate, checkUnsigned } from './auth/authentication';
import { checkAllowed } from './auth/permissions';
import { COMPANIONS } from './companions';
import type { TencentState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf, type Handler, type OperationRequest } from './requests/context';
import { limitRate, THROTTLED } from './requests/limits';
import { readParameters, readRegion } from './requests/parameters';
import { findRoute, operationOf } from './requests/routes';

/** The handler of an operation. */
const handlerOf = (operation: string): Handler => HANDLERS[operation] ?? COMPANIONS[operation];

/** Operations that nothing signs: who asks has a token of its own. */
const UNSIGNED: ReadonlySet<string> = new Set(['AssumeRoleWithWebIdentity']);

/** CKafka (2019-08-19) and Cloud Log Service (2020-10-16), with the services beside them, signed with TC3. */
export class TencentService implements Service {
	readonly vendor = 'tencent' as const;
	readonly operations = [...loadFacts('tencent'), ...loadCompanions('tencent')].map(
		({ operation }) => operation,
	);

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: TencentState,
		private readonly accounts: Accounts['tencent'],
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		return operationOf(request);
	}

	regionOf(request: RawRequest): string | undefined {
		return request.header('x-tc-region');
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const facts = findRoute(request);
		const { operation } = facts;
		const secretId = this.callerOf(request, facts, serverTime);
		const region = readRegion(request);
		if (this.limiter) limitRate(this.limiter, operation, region, secretId);
		const body = readParameters(request, facts);
		return this.run(facts, { operation, region, body, secretId }, serverTime);
	}

	/** ID of the key that signed, which has to be allowed to. */
	private callerOf(request: RawRequest, facts: OperationFacts, serverTime: number): string {
		if (UNSIGNED.has(facts.operation)) {
			checkUnsigned(request);
			return '';
		}
		const service = facts.request.service ?? '';
		const key = authenticate(request, service, this.accounts.keys, serverTime);
		checkAllowed(key, facts);
		return key.secretId;
	}

	faultAnswer(status: number): Answer {
		if (status === 429) return failure('RequestLimitExceeded', THROTTLED);
		if (status === 401) return failure('AuthFailure.SignatureFailure', 'Injected fault.');
		return { ...failure('InternalError', 'An internal error has occurred.'), status };
	}

	private run(facts: OperationFacts, request: OperationRequest, serverTime: number): Answer {
		const { accounts } = this;
		const context = contextOf(this.state, request.region, { accounts, serverTime });
		try {
			return handlerOf(request.operation)(request, context);
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
