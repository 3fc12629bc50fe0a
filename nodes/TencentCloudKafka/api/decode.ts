import type { IDataObject } from 'n8n-workflow';

import type { FailureDetails, FailureKind } from '../../shared/contract/failure';
import { Failure } from '../../shared/contract/failure';
import type { HttpAnswer } from '../../shared/contract/vendor';
import type { ErrorText } from '../../shared/request/serviceFailure';
import {
	isObject,
	notFromApi,
	serviceFailure,
	unreadable,
} from '../../shared/request/serviceFailure';
import { ERROR_CODES } from './errorCodes';

/** An instance that does not exist, or no longer does. */
const NO_SUCH_INSTANCE: ReadonlySet<string> = new Set([
	'InvalidParameterValue.InstanceNotExist',
	'ResourceNotFound',
]);

/** Whether a failure only says that there is no such instance (any more). */
export const isNoSuchInstance = (error: unknown): boolean =>
	error instanceof Failure &&
	error.kind === 'refused' &&
	NO_SUCH_INSTANCE.has(error.details.code ?? '');

/** Whether a failure says that the policies of the key do not allow the operation. */
export const isForbidden = ({ details }: Failure): boolean =>
	/^(AuthFailure\.)?UnauthorizedOperation(\.|$)/.test(details.code ?? '');

/**
 * Families of codes that say no before anything was done. What is not in here, such as
 * FailedOperation or a code that no list has, leaves open whether a write took effect.
 */
const REFUSALS: ReadonlySet<string> = new Set([
	'ActionOffline',
	'AuthFailure',
	'DryRunOperation',
	// Of orders of other services: InvalidAccount.InsufficientBalance.
	'InvalidAccount',
	'InvalidAction',
	'InvalidFilter',
	'InvalidParameter',
	'InvalidParameterValue',
	'InvalidRequest',
	'IpInBlacklist',
	'IpNotInWhitelist',
	'LimitExceeded',
	'MissingParameter',
	'NoSuchProduct',
	'NoSuchVersion',
	'OperationDenied',
	'RegionError',
	'RequestSizeLimitExceeded',
	'ResourceInsufficient',
	'ResourceNotFound',
	'ResourceUnavailable',
	'ResourcesSoldOut',
	'UnauthorizedOperation',
	'UnknownParameter',
	'UnsupportedOperation',
	'UnsupportedProtocol',
	'UnsupportedRegion',
]);

/** Turned away because of other work on the resource: nothing was done, and later it will be. */
const BUSY: ReadonlySet<string> = new Set(['ResourceInUse', 'ResourceBusy']);

/** Something with this name exists already. */
const TAKEN: ReadonlySet<string> = new Set([
	'InvalidParameter.DbDuplication',
	'InvalidParameter.TopicExist',
	'InvalidParameterValue.RepetitionValue',
	'InvalidParameterValue.TopicNameAlreadyExist',
]);

/** `InvalidParameterValue.ZoneNotSupport` -> `InvalidParameterValue` */
const familyOf = (code: string) => code.split('.')[0];

function kindOf(code: string): FailureKind {
	const family = familyOf(code);
	if (family === 'RequestLimitExceeded') return 'throttled';
	if (BUSY.has(family)) return 'busy';
	return REFUSALS.has(family) ? 'refused' : 'broken';
}

/** What is known of a code: of itself, or else of its family. */
function textOf(code: string): ErrorText | undefined {
	const known = [code, familyOf(code)].find((name) => Object.hasOwn(ERROR_CODES, name));
	return known === undefined ? undefined : ERROR_CODES[known];
}

const UNKNOWN_ADVICE: Partial<Record<FailureKind, string>> = {
	broken: 'Check the service response; if it gives no reason, try again later.',
};

function failureOf(kind: FailureKind, details: FailureDetails & { code: string }): Failure {
	const { code, vendorMessage } = details;
	const known = textOf(code);
	if (vendorMessage !== undefined && known === ERROR_CODES.FailedOperation) {
		// CKafka says so of nearly everything: only its message tells what it was.
		return serviceFailure(kind, details, undefined, vendorMessage, { [kind]: known[1] });
	}
	return serviceFailure(kind, details, known, vendorMessage ?? `code ${code}`, UNKNOWN_ADVICE);
}

interface Envelope extends IDataObject {
	Error?: { Code?: string; Message?: string };
	RequestId?: string;
}

interface BusinessResult {
	ReturnCode?: string | number;
	ReturnMessage?: string;
	Data?: IDataObject | null;
}

/** What a success is called: "0" by the reference, a word in the vendor's examples of some operations. */
const SUCCESS = /^(0|ok|success)$/i;

/** Whether a return code says that it worked. */
export const isSuccess = (code: unknown): boolean =>
	typeof code !== 'object' && SUCCESS.test(String(code).trim());

/** The second layer: some operations say in their result whether they worked. */
function dataOf(
	{ ReturnCode, ReturnMessage, Data }: BusinessResult,
	requestId?: string,
): IDataObject {
	const code = typeof ReturnCode === 'object' ? 'none' : String(ReturnCode).trim();
	if (SUCCESS.test(code)) return isObject(Data) ? Data : {};
	// No list says what the numbers mean, so that nothing is known about the effect either.
	throw failureOf('broken', {
		code: `ReturnCode ${code}`,
		vendorMessage: ReturnMessage || undefined,
		requestId,
	});
}

/** What the envelope holds: the members of `Result`, or `Result` itself where it is a list or number. */
function contentOf({ RequestId, ...content }: Envelope): IDataObject {
	const { Result: result } = content;
	if (!isObject(result)) return content;
	return result.ReturnCode === undefined ? result : dataOf(result as BusinessResult, RequestId);
}

/**
 * The content of a success, out of its envelope. Failures come with HTTP 200 too, in one of two
 * ways: `Response.Error`, or a `Result.ReturnCode` that is neither "0" nor ok.
 *
 * @throws {Failure}
 */
export function decode({ status, body }: HttpAnswer): IDataObject {
	const envelope = isObject(body) && isObject(body.Response) ? (body.Response as Envelope) : null;
	if (envelope?.Error) {
		const { Code = 'unknown', Message } = envelope.Error;
		throw failureOf(status === 429 ? 'throttled' : kindOf(Code), {
			code: Code,
			...(TAKEN.has(Code) && { isTaken: true }),
			vendorMessage: Message,
			requestId: envelope.RequestId,
			httpStatus: status,
		});
	}
	// A proxy that changes answers on the way says so with a 203.
	const isSuccess = status >= 200 && status < 300;
	if (envelope && isSuccess) return contentOf(envelope);
	if (status === 429) {
		throw new Failure('throttled', 'too many requests', {
			httpStatus: status,
			advice: 'Send fewer requests at once.',
		});
	}
	if (status >= 500 || status === 408) {
		throw new Failure('broken', `Tencent Cloud responded with status ${status}`, {
			httpStatus: status,
			advice: 'Try again later.',
		});
	}
	throw isSuccess ? unreadable(status, 'Tencent Cloud') : notFromApi(status);
}

/** A 401, which Tencent Cloud itself does not send: it answers 200 with a code of AuthFailure. */
export function unauthorized({ status }: HttpAnswer, host: string): Failure {
	return new Failure('refused', `${host} did not accept the credential`, {
		httpStatus: status,
		advice:
			"The response does not come from the API. Check the credential's 'Endpoint' and any proxy.",
	});
}
