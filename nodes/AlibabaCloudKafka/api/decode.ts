import type { IDataObject } from 'n8n-workflow';

import type { FailureDetails, FailureKind } from '../../shared/contract/failure';
import { Failure } from '../../shared/contract/failure';
import { isPage, xmlError } from '../../shared/request/proxyPage';
import type { ErrorText } from '../../shared/request/serviceFailure';
import {
	isObject,
	notFromApi,
	serviceFailure,
	unreadable,
} from '../../shared/request/serviceFailure';
import type { HttpAnswer } from '../../shared/contract/vendor';
import { ERROR_CODES } from './errorCodes';

/** Too many requests: nothing was done. */
const isThrottled = (code: string) =>
	/^(Rejected\.)?Throttling(\.|$)/.test(code) ||
	code === 'FlowControl' ||
	code === 'ONS_SYSTEM_FLOW_CONTROL';

/**
 * Turned away before anything was done, for a reason that passes by itself. The status of an instance
 * is not among them: it may stay for ever, and the one who waits can see it.
 */
const BUSY: ReadonlySet<string> = new Set([
	'AsyncTask.RetryLater',
	'AsyncTask.TypeAlreadyExist',
	'AUTH_USER_CHECK_ERROR',
	// Soon after the group was created (terraform-provider-alicloud #9856).
	'BIZ_FIND_CONSUMER_GROUP_INFO_ERROR',
	// terraform-provider-alicloud #9596
	'BIZ_INSTANCE_UPDATE_AUTO_CREATE_TOPIC_STATUS_ERROR',
	'ScheduledTask.AlreadyHasSameTaskType',
	'ScheduledTask.ExecuteTimeGapTooShort',
]);

/**
 * The service broke down over the request, with whatever status: it may have had an effect. A used
 * nonce says that the same request came twice, as a proxy may send it; the first one may have worked.
 */
const BROKEN: ReadonlySet<string> = new Set([
	'AgentBusinessError',
	'AgentError',
	'AsyncTaskSlave.NotCompleted',
	'BIZ_GET_TOPIC_OFFSET_ERROR',
	'BIZ_GET_TOPIC_STATUS_ERROR',
	'BIZ_INSTANCE_CREATE_ERROR',
	'BIZ_INSTANCE_CREATE_ORDER_ERROR',
	'BIZ_INSTANCE_UPGRADE_ORDER_ERROR',
	'BIZ_TOPIC_CREATE_INTERNAL_ERROR',
	'DB.Update.Failed',
	'DeployError',
	'Deploy.RetriableError',
	'GET.CONSUMER.PROGRESS.ERROR',
	'INTERNAL.ERROR',
	'InternalError',
	'InternalUnknownCodeError',
	'ONS.GET.ALLOWEDIP.INTERNAL.ERROR',
	'ONS.INTERNAL.ERROR',
	'ONS.UPDATE.ALLOWEDIP.INTERNAL.ERROR',
	'ONS_INTERNAL_ERROR',
	'ONS_INVOKE_ERROR',
	'ONS_SYSTEM_ERROR',
	'Order.Create.Error',
	'RemoteCallError',
	'RmqClusterEmpty',
	'ServiceUnavailable',
	'SignatureNonceUsed',
]);

/** Codes that say that there is no such instance, or not any more. */
const NO_SUCH_INSTANCE: ReadonlySet<string> = new Set([
	'BIZ.INSTANCE.NOT.FOUND',
	'BIZ_INSTANCE_NOT_FOUND',
	'Instance.NotFound',
	'InstanceAgent.NotFound',
]);

/** Codes that say that there is one with this name already, which its list may not show yet. */
const TAKEN: ReadonlySet<string> = new Set([
	'Acl.DuplicatedAuth.Error',
	'BIZ_SUBSCRIPTION_ALREADY_EXISTS',
	'BIZ_TOPIC_ALREADY_EXISTS',
	'InvalidParameter.DataAlreadyExist',
]);

/** Whether a failure only says that there is no such instance (any more). */
export const isGone = (error: unknown): boolean =>
	error instanceof Failure && NO_SUCH_INSTANCE.has(error.details.code ?? '');

/**
 * Whether the service says that an instance is not this account's: of one that is gone, and of one that is
 * so new that it is not known everywhere.
 */
export const isDisowned = (error: unknown): boolean =>
	error instanceof Failure && error.details.code === 'AUTH_RESOURCE_OWNER_ERROR';

interface AnswerBody {
	Code?: string | number;
	Message?: string;
	RequestId?: string;
	Success?: boolean | string | number;
	/** What a 403 says of the missing permission. */
	AccessDeniedDetail?: { AuthAction?: string };
}

/**
 * Whether the free queries of CloudMonitor are used up for this month, which no waiting mends (vendor's page on
 * that quota, which names no code).
 */
export const isUsedUp = ({ vendorMessage }: FailureDetails): boolean =>
	/api quota limit/i.test(vendorMessage ?? '');

function kindOf(
	status: number,
	{ code, ...details }: FailureDetails & { code: string },
): FailureKind {
	if (isUsedUp(details)) return 'refused';
	if (status === 429 || isThrottled(code)) return 'throttled';
	if (BUSY.has(code)) return 'busy';
	if (BROKEN.has(code) || status >= 500 || status === 408) return 'broken';
	// A failure in a success for a reason that no document knows leaves it open.
	return status < 300 && !meaningOf(code) ? 'broken' : 'refused';
}

/** `x-acs-retry-after`, which is in milliseconds. */
function retryAfter(value: unknown): number | undefined {
	const duration = Number(value ?? NaN);
	return Number.isFinite(duration) && duration >= 0 ? duration : undefined;
}

/** A text of an answer; `undefined` for anything else than text or a number. */
const textIn = (value: unknown): string | undefined =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

const requestIdIn = ({ headers, body }: HttpAnswer): string | undefined =>
	(isObject(body) ? textIn(body.RequestId) : undefined) ?? textIn(headers['x-acs-request-id']);

function detailsOf(answer: HttpAnswer): FailureDetails & { code: string } {
	const { status, headers, body } = answer;
	const { Code, Message } = (isObject(body) ? body : {}) as AnswerBody;
	const code = textIn(Code) ?? '';
	return {
		code: code === '200' ? '' : code,
		vendorMessage: textIn(Message),
		requestId: requestIdIn(answer),
		httpStatus: status,
		retryAfter: retryAfter(headers['x-acs-retry-after']),
		...(TAKEN.has(code) && { isTaken: true }),
	};
}

/** Codes that are made of a parameter's name: `MissingVpcId`, `Invalid.Partition.Size`. */
function meaningOf(code: string): ErrorText | undefined {
	if (Object.hasOwn(ERROR_CODES, code)) return ERROR_CODES[code];
	const parameter = /^(Missing|Invalid)\.?([A-Z][\w.]*)$/.exec(code);
	if (!parameter) return undefined;
	const [, problem, name] = parameter;
	return problem === 'Missing'
		? [`The parameter ${name} is missing.`, 'Enter a value.']
		: [`The value of the parameter ${name} is not valid.`, 'Correct it.'];
}

/** The RAM action that is missing, where a refusal names it. */
function missingAction({ body }: HttpAnswer): string | undefined {
	const { AccessDeniedDetail: detail } = (isObject(body) ? body : {}) as AnswerBody;
	const action: unknown = isObject(detail) ? detail.AuthAction : undefined;
	return typeof action === 'string' && action !== '' ? action : undefined;
}

/** Kafka's own actions are in a policy of the vendor; those of other services are not in that one. */
const grant = (action: string) =>
	action.startsWith('alikafka:')
		? `Grant the RAM user the action ${action}, or the policy AliyunKafkaFullAccess, which contains it.`
		: `Grant the RAM user the action ${action}.`;

function failureOf(answer: HttpAnswer): Failure {
	const details = detailsOf(answer);
	const said = details.vendorMessage ?? `Alibaba Cloud responded with status ${answer.status}`;
	const kind = kindOf(answer.status, details);
	const known = isUsedUp(details) ? USED_UP : meaningOf(details.code);
	const failure = serviceFailure(kind, details, known, said, UNKNOWN_ADVICE);
	const action = missingAction(answer);
	return action === undefined ? failure : failure.with({ advice: grant(action) });
}

const USED_UP: ErrorText = [
	'The free queries of CloudMonitor are used up for this month.',
	'Wait for the next month, or activate the pay-as-you-go billing method of CloudMonitor Basic.',
];

const UNKNOWN_ADVICE: Partial<Record<FailureKind, string>> = {
	refused:
		'Check the parameters of this operation, and that the RAM user is allowed to perform it.',
};

/** Whether the body of a 2xx says, as `Success` or `Code`, that it is a failure all the same. */
const failed = ({ Success, Code }: AnswerBody) =>
	(Success !== undefined &&
		// ChangeResourceGroup has a number there, which is 0 in the vendor's sample of a success.
		!(typeof Success === 'number' && String(Code) === '200') &&
		String(Success).toLowerCase() !== 'true') ||
	((Code ?? undefined) !== undefined && String(Code) !== '200');

/** An error of the gateway, which comes in XML at times, as if it had come in JSON. */
function fromXml(answer: HttpAnswer): HttpAnswer {
	const fields = xmlError(answer.body);
	if (!fields) return answer;
	const { AuthAction, ...body } = fields;
	return { ...answer, body: AuthAction ? { ...body, AccessDeniedDetail: { AuthAction } } : body };
}

/**
 * The body of a success. AliKafka reports failures with HTTP 4xx and 5xx, and with 200 and a body that
 * says `Success: false` or a `Code` other than 200, as number or text. Tag operations answer with neither.
 *
 * @throws {Failure}
 */
export function decode(received: HttpAnswer): IDataObject {
	const answer = fromXml(received);
	const { status, body } = answer;
	if (status >= 400 && !isPage(answer)) throw failureOf(answer);
	const requestId = requestIdIn(answer);
	if (status < 200 || status >= 300) throw notFromApi(status).with({ requestId });
	if (!isObject(body)) throw unreadable(status, 'Alibaba Cloud').with({ requestId });
	if (failed(body as AnswerBody)) throw failureOf(answer);
	return body;
}

/** A 401, which only gateways in front of the service use; keys that are not accepted have codes. */
export function unauthorized(answer: HttpAnswer): Failure {
	return new Failure('refused', 'Alibaba Cloud did not accept the credential', {
		...detailsOf(fromXml(answer)),
		advice:
			"Check the credential's 'Access Key ID' and 'Access Key Secret', and for temporary keys also 'Security Token'.",
	});
}

/** An instance that a list does not show. */
export const noSuchInstance = (id: string): Failure =>
	new Failure('refused', `instance ${id} does not exist in this region`, {
		advice: ERROR_CODES['Instance.NotFound'][1],
	});
