import { randomUUID } from 'node:crypto';

import { AnswerError, json, type Answer } from '../http/answer';

/** A success in the vendor's envelope. */
export function success(fields: Record<string, unknown>): Answer {
	return json(200, { Response: { ...fields, RequestId: randomUUID() } });
}

/** A failure: HTTP 200 with Response.Error. */
export function failure(code: string, message: string): Answer {
	return success({ Error: { Code: code, Message: message } });
}

/** Ends the request with a failure. */
export function refuse(code: string, message: string): never {
	throw new AnswerError(failure(code, message));
}
