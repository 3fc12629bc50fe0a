import type { IDataObject } from 'n8n-workflow';

import type { FailureDetails, FailureKind } from '../../shared/contract/failure';
import { Failure } from '../../shared/contract/failure';
import type { HttpAnswer } from '../../shared/contract/vendor';
import { isPage } from '../../shared/request/proxyPage';
import {
	isObject,
	notFromApi,
	serviceFailure,
	unreadable,
	withoutPeriod,
} from '../../shared/request/serviceFailure';
import { ERROR_CODES } from './errorCodes';
import { signatureHint } from './signatureHint';

/** An instance that does not exist, or no longer does. */
const NO_SUCH_INSTANCE = 'DMS.00404022';

/** How a list says that it is shorter than the offset asked for. */
export const PAST_END = ['DMS.40050010', 'DMS.00400062'] as const;

/** Too many requests. Flow control answers 404 with its code as well as 429. */
const THROTTLED = new Set(['DMS.10240407', 'APIGW.0308']);

/** Turned away because of other work on the instance: nothing was done, and later it will be. */
const BUSY = new Set([
	'111400026',
	'DMS.00400017',
	'DMS.00400026',
	'DMS.00400108',
	'DMS.00500980',
	'CBC.99003651',
]);

/** A name that is taken: nothing was done, whatever the status. */
const TAKEN = new Set(['DMS.40050005', 'DMS.00400060', 'DMS.00500978']);

interface ErrorBody {
	error_code?: string;
	error_msg?: string;
	error?: { code?: string | number; message?: string };
	request_id?: string;
}

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

function detailsOf({
	status,
	headers,
	body,
	receivedAt,
}: HttpAnswer): FailureDetails & { code: string } {
	const { error_code, error_msg, error, request_id } = (isObject(body) ? body : {}) as ErrorBody;
	return {
		code: error_code ?? (error?.code === undefined ? '' : String(error.code)),
		vendorMessage: error_msg ?? error?.message,
		requestId: request_id ?? (headers['x-request-id'] as string | undefined),
		httpStatus: status,
		// A date is one of the service's clock, from which this machine's may differ.
		retryAfter: retryAfter(headers['retry-after'], Date.parse(String(headers.date)) || receivedAt),
	};
}

/** What a code inside of a success means, where single parts of a batch did not work. */
export function meaningOf(code: unknown): string {
	const name = String(code);
	if (!Object.hasOwn(ERROR_CODES, name)) return `code ${name}`;
	return `${withoutPeriod(ERROR_CODES[name][0])} (${name})`;
}

function failureOf(answer: HttpAnswer): Failure {
	const details = detailsOf(answer);
	const known = Object.hasOwn(ERROR_CODES, details.code) ? ERROR_CODES[details.code] : undefined;
	const said = details.vendorMessage ?? `Huawei Cloud responded with status ${answer.status}`;
	return serviceFailure(kindOf(answer.status, details.code), details, known, said);
}

/**
 * The body of a success. DMS for Kafka answers with real HTTP statuses; 200, 201, 202 and 204 all
 * mean success, and a success without content has no body.
 *
 * @throws {Failure}
 */
export function decode(answer: HttpAnswer): IDataObject {
	const { status, body } = answer;
	if (status >= 400 && !isPage(answer)) throw failureOf(answer);
	if (status < 200 || status >= 300) throw notFromApi(status);
	if (isObject(body)) return body;
	if (body === undefined || body === null || body === '') return {};
	// The whole answer of some operations, such as creating a consumer group.
	if (body === 'success' || body === '"success"') return {};
	throw unreadable(status, 'Huawei Cloud');
}

/** A 401, after n8n has already tried once more with a fresh signature or token. */
export function unauthorized(answer: HttpAnswer, host: string): Failure {
	const details = detailsOf(answer);
	return new Failure('refused', 'Huawei Cloud did not accept the credential', {
		...details,
		// The gateway echoes the canonical request, which is long and holds the request's headers.
		vendorMessage: undefined,
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
