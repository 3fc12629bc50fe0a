/** What goes back to the client. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
		body: JSON.stringify(value),
	};
}

/** An answer whose body is text as it is, which the vendor still calls JSON. */
export function text(status: number, body: string): Answer {
	return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body };
}

/** An answer without a body, as 204. */
export function empty(status = 204): Answer {
	return { status, headers: {}, body: '' };
}

/** Thrown anywhere below a service to end the request with this answer. */
export class AnswerError extends Error {
	constructor(readonly answer: Answer) {
		super(`Answered with status ${answer.status}: ${answer.body}`);
	}
}
