import type { IDataObject } from 'n8n-workflow';

import { signatureHint } from '../../../credentials/session/huaweiSignature';
import { ruleIn } from '../../../credentials/session/huaweiThrottling';
import type { FailureDetails, FailureKind } from '../../shared/contract/failure';
import { Failure } from '../../shared/contract/failure';
import type { HttpAnswer } from '../../shared/contract/vendor';
import { isPage } from '../../shared/request/proxyPage';
import type { ErrorText } from '../../shared/request/serviceFailure';
import {
	isObject,
	notFromApi,
	serviceFailure,
	unreadable,
	withoutPeriod,
} from '../../shared/request/serviceFailure';
import { ERROR_CODES } from './errorCodes';
import type { FailedPart } from './failedParts';
import { failedParts, textIn } from './failedParts';

/** An instance that does not exist, or no longer does. */
const NO_SUCH_INSTANCE = 'DMS.00404022';

/** How a list says that it is shorter than the offset asked for. */
export const PAST_END = ['DMS.40050010', 'DMS.00400062'] as const;

/** Too many requests. Flow control answers 404 with its code as well as 429. */
const THROTTLED = new Set(['DMS.10240407', 'APIGW.0308', 'ces.0429']);

/** Turned away because of other work on the instance: nothing was done, and later it will be. */
const BUSY = new Set([
	'111400026',
	'DMS.00400017',
	'DMS.00400026',
	'DMS.00400108',
	'DMS.00500980',
	'DMS.00501008',
	'CBC.99003651',
]);

/** A name that is taken: nothing was done, whatever the status. */
const TAKEN = new Set(['DMS.40050005', 'DMS.40050015', 'DMS.00400060', 'DMS.00500978']);

/**
 * What says, to these operations alone, that what they want is so already: a log that is off, to a request to turn it
 * off (terraform-provider-huaweicloud); domain names that are on, to one to turn them on (page EnableDns).
 */
const ALREADY_DONE: Readonly<Record<string, string>> = {
	StopKafkaLogTask: 'DMS.00501007',
	StopKafkaRebalanceLogTask: 'DMS.00501007',
	EnableDns: 'DMS.111501035',
};

const isDoneAlready = (api: string, code?: string): boolean =>
	code !== undefined && Object.hasOwn(ALREADY_DONE, api) && ALREADY_DONE[api] === code;

function kindOf(status: number, code: string): FailureKind {
	if (status === 429 || THROTTLED.has(code)) return 'throttled';
	if (BUSY.has(code)) return 'busy';
	if (TAKEN.has(code)) return 'refused';
	// Some codes with 5xx are plain refusals, but the reference does not say which: all leave it open.
	if (status >= 500 || status === 408) return 'broken';
	return 'refused';
}

/**
 * `Retry-After` in milliseconds: whole seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @param now Unix time in milliseconds
 */
export function retryAfter(value: unknown, now: number): number | undefined {
	if (value === undefined || value === null) return undefined;
	const text = String(value);
	const duration = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return Number.isFinite(duration) ? Math.max(0, duration) : undefined;
}

/**
 * What an error says of itself. It may lie one object deeper, as IAM's and that of some services does; Cloud
 * Eye's is in `message` or in `details`.
 */
function errorIn(body: unknown): { code?: string; words?: string; requestId?: string } {
	if (!isObject(body)) return {};
	const { error } = body;
	const inner = isObject(error) ? error : {};
	const ofCloudEye = [body.message, body.details].find(isObject) ?? {};
	const { error_code, error_msg, error_message, message, request_id } = body;
	const parts = failedParts(body).map(meaningOfPart).filter(Boolean);
	const code = textIn(error_code, inner.error_code, inner.code, ofCloudEye.code);
	return {
		code: code === '0' ? undefined : code,
		words: textIn(
			...[error_msg, inner.error_msg, error_message, inner.error_message, ofCloudEye.details],
			...[inner.message, message, error, parts.join('; ')],
		),
		requestId: textIn(request_id, inner.request_id),
	};
}

function detailsOf({
	status,
	headers,
	body,
	receivedAt,
}: HttpAnswer): FailureDetails & { code: string } {
	// Networks of the first version call it so.
	const { code = (isObject(body) && textIn(body.code)) || '', words, requestId } = errorIn(body);
	return {
		code,
		vendorMessage: words,
		requestId: requestId ?? textIn(headers['x-request-id']),
		httpStatus: status,
		// A date is one of the service's clock, from which this machine's may differ. No Retry-After was ever
		// seen: the rule in the text says how long to wait.
		retryAfter:
			retryAfter(headers['retry-after'], Date.parse(String(headers.date)) || receivedAt) ??
			ruleIn(words)?.window,
		isTaken: TAKEN.has(code) || undefined,
	};
}

/** What a code inside of a success means, where single parts of a batch did not work. */
export function meaningOf(code: unknown): string {
	const name = String(code);
	if (!Object.hasOwn(ERROR_CODES, name)) return `code ${name}`;
	return `${withoutPeriod(ERROR_CODES[name][0])} (${name})`;
}

/** What is known of one part that failed: "topic_1: Topic policy is empty." */
export function meaningOfPart({ name, reason, code }: FailedPart): string {
	const why = [reason, code && meaningOf(code)].filter(Boolean).join(', ');
	return [name, why].filter(Boolean).join(': ');
}

/** The gateway has one code for what is too large and, with a status of 500 or more, for a service that is silent. */
const GATEWAY = 'APIGW.0201';

const NO_BACKEND: ErrorText = [
	'The gateway got no response from the service.',
	'Try again later. If this persists, contact the support of Huawei Cloud.',
];

/** What is known of a code. */
function textOf(code: string, status: number): ErrorText | undefined {
	if (code === GATEWAY && status >= 500) return NO_BACKEND;
	return Object.hasOwn(ERROR_CODES, code) ? ERROR_CODES[code] : undefined;
}

function failureOf(answer: HttpAnswer): Failure {
	const details = detailsOf(answer);
	const kind = kindOf(answer.status, details.code);
	const rule = kind === 'throttled' ? ruleIn(details.vendorMessage) : undefined;
	const known = rule ? rule.text : textOf(details.code, answer.status);
	const said = details.vendorMessage ?? `Huawei Cloud responded with status ${answer.status}`;
	return serviceFailure(kind, details, known, said);
}

/** IDs of requests by what was answered: a failure of a part comes out after the answer was decoded. */
const requestIds = new WeakMap<IDataObject, string>();

/** ID of the request with this answer, for support cases. */
export const requestIdOf = (body: IDataObject): string | undefined => requestIds.get(body);

/**
 * The body of a success. DMS for Kafka answers with real HTTP statuses; 200, 201, 202 and 204 all
 * mean success, and a success without content has no body. A 206 lists what failed.
 *
 * @param api Operation that was answered: some codes mean that it is done already
 * @throws {Failure}
 */
export function decode(answer: HttpAnswer, api = ''): IDataObject {
	const { status, body } = answer;
	if (isDoneAlready(api, errorIn(body).code)) return {};
	if (status >= 400 && !isPage(answer)) throw failureOf(answer);
	if (status < 200 || status >= 300) throw notFromApi(status);
	const content = contentOf(answer);
	if (status === 206 && failedParts(content).length === 0) throw partial();
	if (!isObject(body)) return content;
	const { code, words, requestId = textIn(answer.headers['x-request-id']) } = errorIn(body);
	// Beside a code, what is there is the error and no record.
	if (code && words && Object.keys(body).every((name) => OF_ERRORS.has(name))) {
		throw failureOf(answer);
	}
	if (requestId) requestIds.set(content, requestId);
	return content;
}

/** All that a body has which is nothing but an error. */
const OF_ERRORS = new Set([
	...['error_code', 'error_msg', 'error_message', 'message', 'error', 'request_id'],
]);

/** An answer that is nothing but the ID of a task, in quotes or without, as of an upgrade. */
const TASK_ID = /^"?([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"?$/i;

/** Name under which an answer that is nothing but a list is handed on. */
export const BARE_LIST = 'checks';

/** The only answers that are a bare list: the checks before a resize and before a diagnosis. */
const isListOfChecks = (body: unknown): body is IDataObject[] =>
	Array.isArray(body) &&
	body.length > 0 &&
	body.every((entry) => isObject(entry) && 'name' in entry && 'success' in entry);

function contentOf({ status, body }: HttpAnswer): IDataObject {
	if (isObject(body)) return body;
	if (body === undefined || body === null || body === '') return {};
	// The whole answer of some operations, such as creating a consumer group.
	if (body === 'success' || body === '"success"') return {};
	const id = TASK_ID.exec(String(body))?.[1];
	if (id !== undefined) return { job_id: id };
	if (isListOfChecks(body)) return { [BARE_LIST]: body };
	throw unreadable(status, 'Huawei Cloud');
}

/** Some of it was done, and nothing says what. */
const partial = () =>
	new Failure('broken', 'the service did only part of the request, and does not say which', {
		httpStatus: 206,
		advice: 'Check the current state before you run this again.',
	});

/** The gateway echoes the canonical request, which is long and holds the request's headers. */
const withoutEcho = (words?: string) =>
	words
		?.split(/canonical_?request|\|/i)[0]
		.trimEnd()
		.replace(/,$/, '') || undefined;

/** A 401, after n8n has already tried once more with a fresh signature or token. */
export function unauthorized(answer: HttpAnswer, host: string): Failure {
	const details = detailsOf(answer);
	return new Failure('refused', 'Huawei Cloud did not accept the credential', {
		...details,
		vendorMessage: withoutEcho(details.vendorMessage),
		advice: signatureHint(details.vendorMessage, host, answer.receivedAt),
	});
}

/** Whether a failure only says that there is no such instance, or no longer. */
export const isGone = (error: unknown): boolean =>
	error instanceof Failure && error.details.code === NO_SUCH_INSTANCE;

/** Whether a failure says that there is no such task, as is so for a moment after it was started. */
export const isNoSuchTask = (error: unknown): boolean =>
	error instanceof Failure &&
	error.details.httpStatus === 404 &&
	error.details.code !== NO_SUCH_INSTANCE &&
	error.kind === 'refused';
