import { randomUUID } from 'node:crypto';

import { AnswerError, json, type Answer } from '../http/answer';
import type { RawRequest } from '../http/request';

const TROUBLESHOOT = 'https://api.aliyun.com/troubleshoot';

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
export type Refuse = (status: number, code: string, message: string) => never;

/** `refuse` for one request. */
export function refuserOf(request: RawRequest): Refuse {
	return (status, code, message) => {
		throw new AnswerError(gatewayError(status, code, message, request));
	};
}
