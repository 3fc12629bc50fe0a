import { randomUUID } from 'node:crypto';

import type { Accounts } from '../core/accounts';
import { decodeFields, type Field } from '../core/encoding';
import { loadFacts, type OperationFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import { validateRequest, type Problem } from '../core/validation';
import { AnswerError, json, type Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { gatewayError, OperationFailure, refuserOf, type Refuse } from './answers/errors';
import { asXml } from './answers/xml';
import { authenticate } from './auth/authentication';
import { Nonces } from './auth/nonces';
import type { AlibabaState } from './model/state';
import { HANDLERS } from './operations';
import { contextOf, type AlibabaRequest } from './requests/context';
import { waitFor } from './requests/limits';
import { ENVELOPE, unflatten } from './requests/parameters';

const VERSION = '2019-09-16';
const FORM = 'application/x-www-form-urlencoded';
/** Operations that have no Code and Success, so that only the HTTP status tells a failure. */
const BARE = ['TagResources', 'UntagResources', 'ListTagResources'];
const THROTTLED = 'Request was denied due to user flow control.';

const operations = new Map(loadFacts('alibaba').map((facts) => [facts.operation, facts]));

/** ApsaraMQ for Kafka (AliKafka 2019-09-16), signed with ACS3 or RPC v1. */
export class AlibabaService implements Service {
	readonly vendor = 'alibaba' as const;
	private readonly nonces = new Nonces();

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: AlibabaState,
		private readonly accounts: Accounts['alibaba'],
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		const action = request.header('x-acs-action') ?? field(fieldsOf(request) ?? [], 'Action');
		return action !== undefined && operations.has(action) ? action : null;
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const fields = fieldsOf(request);
		const v3 = request.header('authorization') !== undefined;
		const xml = !v3 && field(fields ?? [], 'Format')?.toUpperCase() !== 'JSON';
		try {
			const answer = this.json(request, fields, serverTime);
			return xml ? asXml(answer, `${this.operationOf(request)}Response`) : answer;
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
		const refuse: Refuse = refuserOf(request);
		if (fields === null) refuse(400, 'InvalidParameter.Format', 'The parameters are malformed.');
		if (request.path !== '/') refuse(404, 'InvalidAction.NotFound', 'The path must be /.');
		const { keys } = this.accounts;
		const key = authenticate(request, fields, keys, this.nonces, serverTime, refuse);
		const facts = operationFacts(request, fields, refuse);
		this.limitRate(facts.operation, key.accessKeyId, request);
		const own = fields.filter(([name]) => !ENVELOPE.includes(name));
		const query = unflatten(own, facts.request.parameters.query ?? {});
		const problems = validateRequest(facts, { query });
		if (problems.length) refuseProblems(problems, refuse);
		const { operation } = facts;
		return this.run({ operation, parameters: query, accessKeyId: key.accessKeyId }, request);
	}

	private run(operation: AlibabaRequest, request: RawRequest): Answer {
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
			if (!(error instanceof OperationFailure)) throw error;
			const { status, code: Code, message: Message } = error;
			const byStatus = this.state.rules.httpStatuses || BARE.includes(operation.operation);
			if (byStatus) return gatewayError(status, Code, Message, request);
			return json(200, { RequestId, Message, Code, Success: false }, headers);
		}
	}

	private limitRate(operation: string, accessKeyId: string, request: RawRequest): void {
		const wait = this.limiter ? waitFor(this.limiter, operation, accessKeyId) : 0;
		if (wait === 0) return;
		const headers = { 'x-acs-retry-after': String(wait) };
		throw new AnswerError(gatewayError(400, 'Throttling.User', THROTTLED, request, headers));
	}
}

/** All parameters, of the query and of a form body; null when one is malformed or of another kind. */
function fieldsOf(request: RawRequest): Field[] | null {
	const isForm = (request.header('content-type') ?? '').startsWith(FORM);
	if (!isForm && request.body.length) return null;
	const query = decodeFields(request.query);
	const body = isForm ? decodeFields(request.body.toString('utf8')) : [];
	return query && body ? [...query, ...body] : null;
}

function field(fields: readonly Field[], name: string): string | undefined {
	return fields.find(([key]) => key === name)?.[1];
}

function operationFacts(
	request: RawRequest,
	fields: readonly Field[],
	refuse: Refuse,
): OperationFacts {
	const version = request.header('x-acs-version') ?? field(fields, 'Version');
	if (version !== VERSION) {
		refuse(400, 'InvalidVersion', 'Specified parameter Version is not valid.');
	}
	const action = request.header('x-acs-action') ?? field(fields, 'Action');
	const facts = action === undefined ? undefined : operations.get(action);
	const text = 'Specified api is not found, please check your url and method.';
	return facts ?? refuse(404, 'InvalidAction.NotFound', text);
}

function refuseProblems(problems: Problem[], refuse: Refuse): never {
	const texts = problems.map((p) => `${p.parameter} ${p.text}`).join('; ');
	if (problems[0].kind === 'missing') {
		const name = problems[0].parameter;
		return refuse(400, `Missing${name}`, `${name} is mandatory for this action. (${texts})`);
	}
	return refuse(400, 'InvalidParameter', `The specified parameter is not valid: ${texts}`);
}
