import { randomUUID } from 'node:crypto';

import type { Accounts } from '../core/accounts';
import type { Field } from '../core/encoding';
import { loadFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import { AnswerError, json, type Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { gatewayError, Refusal, rejecterOf, type Reject } from './answers/errors';
import { asXml } from './answers/xml';
import { authenticate } from './auth/authentication';
import { Nonces } from './auth/nonces';
import type { AlibabaState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf, type OperationRequest } from './requests/context';
import { limitRate, THROTTLED } from './requests/limits';
import { fieldOf, fieldsOf, readParameters } from './requests/parameters';
import { findRoute, operationOf } from './requests/routes';
import { ASSUME_ROLE, Sts } from './requests/roles';

/** Operations without Success, or with a number there, so that only the HTTP status tells a failure. */
const BARE = ['ChangeResourceGroup', 'ListTagResources', 'TagResources', 'UntagResources'];

/** ApsaraMQ for Kafka (AliKafka 2019-09-16), and STS beside it, signed with ACS3 or RPC v1. */
export class AlibabaService implements Service {
	readonly vendor = 'alibaba' as const;
	readonly operations = [...loadFacts('alibaba').map(({ operation }) => operation), ASSUME_ROLE];
	private readonly nonces = new Nonces();
	private readonly sts: Sts;

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: AlibabaState,
		private readonly accounts: Accounts['alibaba'],
		private readonly limiter: RateLimiter | null,
	) {
		this.sts = new Sts(accounts);
	}

	operationOf(request: RawRequest): string | null {
		return this.sts.serves(request, fieldsOf(request) ?? []) ? ASSUME_ROLE : operationOf(request);
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const fields = fieldsOf(request);
		const v3 = request.header('authorization') !== undefined;
		const xml = !v3 && fieldOf(fields ?? [], 'Format')?.toUpperCase() !== 'JSON';
		try {
			const answer = this.json(request, fields, serverTime);
			return xml ? asXml(answer, `${operationOf(request)}Response`) : answer;
		} catch (error) {
			if (!xml || !(error instanceof AnswerError)) throw error;
			throw new AnswerError(asXml(error.answer, 'Error'));
		}
	}

	faultAnswer(status: number, request: RawRequest): Answer {
		if (status === 429) return gatewayError(status, 'Throttling.User', THROTTLED, request);
		const code = status === 401 ? 'InvalidAccessKeyId.NotFound' : 'InternalError';
		return gatewayError(status, code, 'The request processing has failed.', request);
	}

	private json(request: RawRequest, fields: Field[] | null, serverTime: number): Answer {
		const reject: Reject = rejecterOf(request);
		if (fields === null) reject(400, 'InvalidParameter.Format', 'The parameters are malformed.');
		if (request.path !== '/') reject(404, 'InvalidAction.NotFound', 'The path must be /.');
		const { keys } = this.accounts;
		const { accessKeyId } = authenticate(request, fields, keys, this.nonces, serverTime, reject);
		if (this.sts.serves(request, fields)) {
			return this.sts.answer(request, fields, accessKeyId, serverTime, reject);
		}
		const facts = findRoute(request, fields, reject);
		const { operation } = facts;
		if (this.limiter) limitRate(this.limiter, operation, accessKeyId, request);
		const parameters = readParameters(fields, facts, reject);
		return this.run({ operation, parameters, accessKeyId }, request);
	}

	private run(operation: OperationRequest, request: RawRequest): Answer {
		const RequestId = randomUUID().toUpperCase();
		const headers = { 'x-acs-request-id': RequestId };
		const context = contextOf(this.state, operation, {
			success: (fields) => {
				const Message = 'operation success.';
				return json(200, { RequestId, Message, ...fields, Code: 200, Success: true }, headers);
			},
			bare: (fields) => json(200, { RequestId, ...fields }, headers),
		});
		try {
			return HANDLERS[operation.operation](operation, context);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const { status, code: Code, message: Message } = error;
			const byStatus = this.state.rules.httpStatuses || BARE.includes(operation.operation);
			if (byStatus) return gatewayError(status, Code, Message, request);
			return json(200, { RequestId, Message, Code, Success: false }, headers);
		}
	}
}
