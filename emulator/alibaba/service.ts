import { randomUUID } from 'node:crypto';

import type { Accounts } from '../core/accounts';
import type { Field } from '../core/encoding';
import { loadCompanions, loadFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import { AnswerError, json, type Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { gatewayError, Refusal, rejecterOf, type Reject } from './answers/errors';
import { asXml } from './answers/xml';
import { authenticate } from './auth/authentication';
import { Nonces } from './auth/nonces';
import { checkAllowed } from './auth/permissions';
import { ANONYMOUS, COMPANIONS } from './companions';
import type { CompanionContext, CompanionRequest } from './companions/companion';
import type { AlibabaState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf, type OperationRequest } from './requests/context';
import { limitRate, THROTTLED } from './requests/limits';
import { fieldOf, fieldsOf, readParameters } from './requests/parameters';
import { findRoute, operationOf } from './requests/routes';

/** Operations without Success, or with a number there, so that only the HTTP status tells a failure. */
const BARE = ['ChangeResourceGroup', 'ListTagResources', 'TagResources', 'UntagResources'];

/** ApsaraMQ for Kafka (AliKafka 2019-09-16), and the services beside it, signed with ACS3 or RPC v1. */
export class AlibabaService implements Service {
	readonly vendor = 'alibaba' as const;
	readonly operations = [...loadFacts('alibaba'), ...loadCompanions('alibaba')].map(
		({ operation }) => operation,
	);
	private readonly nonces = new Nonces();

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: AlibabaState,
		private readonly accounts: Accounts['alibaba'],
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		return operationOf(request);
	}

	regionOf(request: RawRequest): string | undefined {
		return fieldOf(fieldsOf(request) ?? [], 'RegionId');
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
		const signer = ANONYMOUS.has(operationOf(request) ?? '')
			? undefined
			: authenticate(request, fields, this.accounts.keys, this.nonces, serverTime, reject);
		const facts = findRoute(request, fields, reject);
		const { operation } = facts;
		if (this.limiter) limitRate(this.limiter, operation, signer?.accessKeyId ?? '', request);
		if (signer) checkAllowed(signer, facts, request);
		const parameters = readParameters(fields, facts, reject);
		if (Object.hasOwn(COMPANIONS, operation)) {
			return this.beside({ operation, parameters, key: signer }, { serverTime, reject });
		}
		return this.run({ operation, parameters, accessKeyId: signer?.accessKeyId ?? '' }, request);
	}

	/** An operation of another service than Kafka: its answers have no success of their own. */
	private beside(
		{ operation, ...request }: CompanionRequest & { operation: string },
		of: Pick<CompanionContext, 'serverTime' | 'reject'>,
	): Answer {
		const { state, accounts } = this;
		const body = COMPANIONS[operation](request, { state, accounts, ...of });
		const RequestId = randomUUID().toUpperCase();
		return json(200, { RequestId, ...body }, { 'x-acs-request-id': RequestId });
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
