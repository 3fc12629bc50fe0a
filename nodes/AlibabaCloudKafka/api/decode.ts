import type { IDataObject } from 'n8n-workflow';

import type { FailureDetails, FailureKind } from '../../shared/contract/failure';
import { Failure } from '../../shared/contract/failure';
import { isPage } from '../../shared/request/proxyPage';
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
	'ScheduledTask.AlreadyHasSameTaskType',
	'ScheduledTask.ExecuteTimeGapTooShort',
]);

/**
 * The service broke down over the request, with whatever status: it may have had an effect. A used
 * nonce says that the same request came twice, as a proxy may send it; the first one may have worked.
 */
const BROKEN: ReadonlySet<string> = new Set([
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

/** Whether a failure only says that there is no such instance (any more). */
export const isGone = (error: unknown): boolean =>
	error instanceof Failure && NO_SUCH_INSTANCE.has(error.details.code ?? '');

interface AnswerBody {
	Code?: string | number;
	Message?: string;
	RequestId?: string;
	Success?: boolean | string;
}

function kindOf(status: number, code: string): FailureKind {
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

function detailsOf({ status, headers, body }: HttpAnswer): FailureDetails & { code: string } {
	const { Code, Message, RequestId } = (
		typeof body === 'object' && body !== null ? body : {}
	) as AnswerBody;
	return {
		code: Code === undefined || String(Code) === '200' ? '' : String(Code),
		vendorMessage: Message,
		requestId: RequestId ?? (headers['x-acs-request-id'] as string | undefined),
		httpStatus: status,
		retryAfter: retryAfter(headers['x-acs-retry-after']),
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

function failureOf(answer: HttpAnswer): Failure {
	const details = detailsOf(answer);
	const said = details.vendorMessage ?? `Alibaba Cloud responded with status ${answer.status}`;
	const kind = kindOf(answer.status, details.code);
	return serviceFailure(kind, details, meaningOf(details.code), said, UNKNOWN_ADVICE);
}

const UNKNOWN_ADVICE: Partial<Record<FailureKind, string>> = {
	refused:
		'Check the parameters of this operation, and that the RAM user is allowed to perform it.',
};

/** Whether the body of a 2xx says, as `Success` or `Code`, that it is a failure all the same. */
const failed = ({ Success, Code }: AnswerBody) =>
	(Success !== undefined && String(Success) !== 'true') ||
	(Code !== undefined && String(Code) !== '200');

/**
 * The body of a success. AliKafka reports failures with HTTP 4xx and 5xx, and with 200 and a body that
 * says `Success: false` or a `Code` other than 200, as number or text. Tag operations answer with neither.
 *
 * @throws {Failure}
 */
export function decode(answer: HttpAnswer): IDataObject {
	const { status, body } = answer;
	if (status >= 400 && !isPage(answer)) throw failureOf(answer);
	if (status < 200 || status >= 300) throw notFromApi(status);
	if (!isObject(body)) throw unreadable(status, 'Alibaba Cloud');
	if (failed(body as AnswerBody)) throw failureOf(answer);
	return body;
}

/** A 401, which only gateways in front of the service use; keys that are not accepted have codes. */
export function unauthorized(answer: HttpAnswer): Failure {
	return new Failure('refused', 'Alibaba Cloud did not accept the credential', {
		...detailsOf(answer),
		advice:
			"Check the credential's 'Access Key ID' and 'Access Key Secret', and for temporary keys also 'Security Token'.",
	});
}

/** An instance that a list does not show. */
export const noSuchInstance = (id: string): Failure =>
	new Failure('refused', `instance ${id} does not exist in this region`, {
		advice: ERROR_CODES['Instance.NotFound'][1],
	});
