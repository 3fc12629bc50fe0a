import type { Accounts } from '../core/accounts';
import { loadFacts, type OperationFacts } from '../core/facts';
import type { RateLimiter } from '../core/rateLimit';
import { validateRequest, type Problem } from '../core/validation';
import type { Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { declined, failure, Refusal, refuse } from './answers/errors';
import { verifySignature } from './auth/signature';
import type { TencentState } from './model/state';
import { HANDLERS } from './operations';
import { withAllowances } from './requests/allowances';
import { contextOf, type TencentRequest } from './requests/context';
import { limitRate, THROTTLED } from './requests/limits';

const ENVELOPE = { missing: 'The request is missing a required parameter' };

const operations = new Map(
	loadFacts('tencent').map((facts) => [facts.operation, withAllowances(facts)]),
);

/** CKafka (2019-08-19) and Cloud Log Service (2020-10-16), signed with TC3. */
export class TencentService implements Service {
	readonly vendor = 'tencent' as const;

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: TencentState,
		private readonly accounts: Accounts['tencent'],
		private readonly limiter: RateLimiter | null,
	) {}

	operationOf(request: RawRequest): string | null {
		const action = request.header('x-tc-action');
		return action !== undefined && operations.has(action) ? action : null;
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const action = request.header('x-tc-action');
		if (!action) refuse('MissingParameter', `${ENVELOPE.missing} \`Action\`.`);
		if (request.method !== 'POST' || request.path !== '/') {
			refuse('UnsupportedProtocol', 'Only POST / is supported.');
		}
		const facts = operations.get(action);
		if (!facts) refuse('InvalidAction', `The request action=\`${action}\` is invalid.`);
		const { service, version } = facts.request;
		if (request.header('x-tc-version') !== version) {
			refuse('NoSuchVersion', `The version of \`${action}\` is ${version}.`);
		}
		const keys = this.accounts.keys;
		const verdict = verifySignature(request, service ?? '', keys, serverTime);
		if ('code' in verdict) refuse(verdict.code, verdict.text);
		const region = request.header('x-tc-region');
		if (!region) refuse('MissingParameter', `${ENVELOPE.missing} \`Region\`.`);
		if (!/^[a-z]+-[a-z]+(-[a-z]+)?$/.test(region)) {
			refuse('UnsupportedRegion', `The region \`${region}\` is not supported.`);
		}
		const { secretId } = verdict.key;
		if (this.limiter) limitRate(this.limiter, action, secretId);
		return this.carryOut(facts, { action, region, body: readBody(request, facts), secretId });
	}

	faultAnswer(status: number): Answer {
		if (status === 429) return failure('RequestLimitExceeded', THROTTLED);
		if (status === 401) return failure('AuthFailure.SignatureFailure', 'Injected fault.');
		return { ...failure('InternalError', 'An internal error has occurred.'), status };
	}

	private carryOut(facts: OperationFacts, request: TencentRequest): Answer {
		try {
			return HANDLERS[request.action](request, contextOf(this.state, request.region));
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

function readBody(request: RawRequest, facts: OperationFacts): unknown {
	if (request.query !== '') refuse('InvalidParameter', 'The query must be empty.');
	if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) {
		refuse('InvalidParameter', 'Content-Type must be application/json.');
	}
	let body: unknown;
	try {
		body = JSON.parse(request.body.toString('utf8'));
	} catch {
		refuse('InvalidParameter', 'The request body is not JSON.');
	}
	const problems = validateRequest(facts, { body });
	if (problems.length) refuseProblem(problems[0]);
	return body;
}

function refuseProblem({ kind, parameter, text }: Problem): never {
	const name = `\`${parameter}\``;
	switch (kind) {
		case 'missing':
			return refuse('MissingParameter', `${ENVELOPE.missing} ${name}.`);
		case 'unknown':
			return refuse('UnknownParameter', `The parameter ${name} is not recognized.`);
		case 'type':
			return refuse(
				'InvalidParameter',
				`The value type of parameter ${name} is not valid: ${text}.`,
			);
		default:
			return refuse(
				'InvalidParameterValue',
				`The value of parameter ${name} is not valid: ${text}.`,
			);
	}
}
