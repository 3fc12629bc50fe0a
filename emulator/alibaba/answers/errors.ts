import { randomUUID } from 'node:crypto';

import { readFacts } from '../../core/facts';
import { AnswerError, json, type Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';

const TROUBLESHOOT = 'https://api.aliyun.com/troubleshoot';

interface KnownError {
	/** HTTP status; where the vendor gives two, a text naming both. */
	status: number | string;
	code: string;
	meaning: string;
}

const { not_in_the_document: facts } = readFacts<{
	not_in_the_document: { service: { errors: KnownError[] } };
}>('alibaba', '_errors.json');
const known = new Map(facts.service.errors.map((error) => [error.code, error]));

/** An operation that AliKafka itself refuses; the service makes it an answer. */
export class Refusal extends Error {
	constructor(
		/** HTTP status the vendor's error table gives the code. */
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** Ends the request with an error of the vendor's table; `detail` follows its meaning. */
export function refuse(code: string, detail?: string): never {
	const error = known.get(code);
	if (!error) throw new Error(`No such error code in the facts: ${code}`);
	const message = `${error.meaning[0].toUpperCase()}${error.meaning.slice(1)}.`;
	const text = detail ? `${message} ${detail}` : message;
	throw new Refusal(parseInt(String(error.status), 10), code, text);
}

/** An error as the gateway answers it: HTTP 4xx or 5xx, not the HTTP 200 of AliKafka itself. */
export function gatewayError(
	status: number,
	code: string,
	message: string,
	request: RawRequest,
	headers: Record<string, string> = {},
): Answer {
	const RequestId = randomUUID().toUpperCase();
	const HostId = (request.header('host') ?? '').replace(/:\d+$/, '');
	const Recommend = `${TROUBLESHOOT}?q=${code}&product=alikafka&requestId=${RequestId}`;
	const body = { RequestId, HostId, Code: code, Message: message, Recommend };
	return json(status, body, { 'x-acs-request-id': RequestId, ...headers });
}

/** Ends the request with a gateway error. */
export type Reject = (status: number, code: string, message: string) => never;

/** `reject` for one request. */
export function rejecterOf(request: RawRequest): Reject {
	return (status, code, message) => {
		throw new AnswerError(gatewayError(status, code, message, request));
	};
}
