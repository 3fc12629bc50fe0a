import { randomUUID } from 'node:crypto';

import { AnswerError, json, type Answer } from '../../http/answer';

/** ReturnCode of a failure that is told in the result; only "0" is documented. */
const FAILED = '10004';

/** A success in the vendor's envelope. */
export function success(fields: Record<string, unknown>): Answer {
	return json(200, { Response: { ...fields, RequestId: randomUUID() } });
}

/** A failure: HTTP 200 with Response.Error. */
export function failure(code: string, message: string): Answer {
	return success({ Error: { Code: code, Message: message } });
}

/** A failure that looks like a success: HTTP 200 with a ReturnCode other than "0". */
export function declined(message: string): Answer {
	return success({ Result: { ReturnCode: FAILED, ReturnMessage: message } });
}

/** Thrown by `refuse`. */
export class Refusal extends AnswerError {
	constructor(
		code: string,
		readonly text: string,
	) {
		super(failure(code, text));
	}
}

/** Ends the request with a failure. */
export function refuse(code: string, message: string): never {
	throw new Refusal(code, message);
}

/** Ends the request with a ReturnCode other than "0", for operations whose answer has one. */
export function decline(message: string): never {
	throw new AnswerError(declined(message));
}

/** Ends the request over a parameter that is mandatory with the others given. */
export function refuseMissing(name: string): never {
	refuse('MissingParameter', `The request is missing a required parameter \`${name}\`.`);
}

/** Ends the request over a parameter's value. */
export function refuseValue(name: string, reason: string): never {
	refuse('InvalidParameterValue', `The value of parameter \`${name}\` is not valid: ${reason}.`);
}
