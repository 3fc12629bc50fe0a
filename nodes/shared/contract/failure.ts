import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { BadInput } from './badInput';
import { withoutPasswords } from './secretNames';

/**
 * How a request ended that did not succeed, by what is known about its effect:
 * - `notSent`: refused here, nothing went out
 * - `unreachable`: no connection came about, or none that was secure, nothing happened
 * - `throttled`: the vendor turned it away for its rate, nothing happened
 * - `busy`: turned away because other work is under way, nothing happened
 * - `refused`: the vendor said no, nothing happened
 * - `broken`: the vendor broke down on it (5xx, unreadable answer), it may have happened
 * - `lost`: sent, but no whole answer came back, it may have happened
 * - `cancelled`: the execution was stopped
 * - `unfinished`: it was accepted, but what it started did not end well
 */
export type FailureKind =
	| 'notSent'
	| 'unreachable'
	| 'throttled'
	| 'busy'
	| 'refused'
	| 'broken'
	| 'lost'
	| 'cancelled'
	| 'unfinished';

export interface FailureDetails {
	/** What to do about it, full sentences. */
	advice?: string;
	/** The vendor's code and own words. */
	code?: string;
	vendorMessage?: string;
	requestId?: string;
	/** What the network said: "ECONNRESET". */
	fault?: string;
	httpStatus?: number;
	/** How long the vendor asks to wait, milliseconds. */
	retryAfter?: number;
	/** It will be the same the next time, until somebody changes something. */
	isLasting?: boolean;
	/** It was rejected because one with the name exists already, wherever lists may not show it yet. */
	isTaken?: boolean;
	/** The list that was read did not stand still. */
	isChanging?: boolean;
	/** The request only read, so that nothing has happened whatever became of it. */
	readOnly?: boolean;
}

/** What to do about an answer that no document of the vendor knows. */
export const NOT_FROM_API =
	"Try again later. If this persists, check the credential's 'Endpoint' and any proxy: something other than the service may have responded.";

/** Something that did not succeed, before it becomes an n8n error. It never contains a secret. */
export class Failure extends Error {
	constructor(
		readonly kind: FailureKind,
		message: string,
		readonly details: FailureDetails = {},
		/** The item it is about, when it is passed on to other items. */
		readonly itemIndex?: number,
		/** The defect behind it, where it is one of our own; never an axios error, which holds signed headers. */
		override readonly cause?: Error,
	) {
		super(message);
	}

	/** The same failure with some of it said in another way. */
	with({
		kind = this.kind,
		message = this.message,
		itemIndex = this.itemIndex,
		cause = this.cause,
		...details
	}: Partial<Pick<Failure, 'kind' | 'message' | 'itemIndex' | 'cause'>> & FailureDetails): Failure {
		return new Failure(kind, message, { ...this.details, ...details }, itemIndex, cause);
	}

	/** Whether the request may have taken effect although it did not succeed. */
	get mayHaveHappened(): boolean {
		return (this.kind === 'lost' || this.kind === 'broken') && !this.details.readOnly;
	}
}

/** The error where it is one of the language itself, which only a mistake in the code throws. */
function defectIn(error: unknown): Error | undefined {
	if (!(error instanceof TypeError || error instanceof ReferenceError)) return undefined;
	// Only its words: an invalid URL, for one, carries what was given.
	const { name, message, stack } = error;
	return Object.assign(new Error(message), { name, stack });
}

/**
 * What was thrown, as a {@link Failure}. A parameter that cannot be sent is found before anything is, also
 * by a step that reads first. Everything else is a defect somewhere, after which nothing is known about the
 * request.
 */
export function asFailure(error: unknown): Failure {
	if (error instanceof Failure) return error;
	if (error instanceof BadInput) {
		return new Failure('notSent', error.message, { advice: error.advice });
	}
	const message = error instanceof Error ? error.message : String(error);
	return new Failure('lost', message, {}, undefined, defectIn(error));
}

/** Most that an error repeats of a service's words, which may repeat all that was sent, characters. */
const MOST_SAID = 500;

const cut = (words: string) => (words.length > MOST_SAID ? `${words.slice(0, MOST_SAID)}…` : words);

/**
 * A failure of one request whose parts are as long as somebody reads: whatever responded may have sent megabytes, which
 * n8n would store. Only once the secrets are masked: a cut through one would leave its beginning.
 */
export function brief(failure: Failure): Failure {
	const { message, details } = failure;
	const { code, requestId } = details;
	return failure.with({
		message: cut(message),
		...(code !== undefined && { code: cut(String(code)) }),
		...(requestId !== undefined && { requestId: cut(String(requestId)) }),
	});
}

/**
 * Words that n8n replaces a whole message for, wherever they stand in it, when it wraps an error again,
 * as it does for an AI agent: by "You can retry the request immediately", for one.
 */
const REPLACED =
	/ECONN(REFUSED|RESET|ABORTED)|E(NOTFOUND|TIMEDOUT|HOSTUNREACH|AI_AGAIN|NOENT|ISDIR|NOTDIR|ACCES|EXIST|PERM)|ERRADDRINUSE|EADDRNOTAVAIL|GETADDRINFO/i;

/** Kinds after which something is there, or may be. */
const MAKING: ReadonlySet<FailureKind> = new Set(['broken', 'lost', 'unfinished']);

/** What a failure's description says: what to do, then what the vendor said, for support cases. */
function describe({ details }: Failure, notes: string[]): string {
	const { advice, code, vendorMessage, requestId, fault } = details;
	const said = [
		code && `code ${code}`,
		vendorMessage && `"${cut(String(vendorMessage))}"`,
		requestId && `request ID ${requestId}`,
	].filter(Boolean);
	return [
		advice,
		...notes,
		said.length > 0 && `Service response: ${said.join(', ')}.`,
		fault && `Network code: ${fault}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** Takes the capital off a sentence's first word, unless that is a name: "SSL", "OpenID". */
const midSentence = (message: string) =>
	message.replace(/^(The\b|[A-Z][a-z]*(?= [a-z]))/, (word) => word.toLowerCase());

/**
 * The n8n error for a failure.
 *
 * @param failed What was attempted, as the operation's action says it: "Create topic"
 * @param notes Sentences that the description adds, such as what was already created
 * @param item Index of the item, where the run has several
 */
export function toNodeError(
	node: INode,
	failure: Failure,
	{ failed, notes = [], item }: { failed?: string; notes?: string[]; item?: number } = {},
): NodeApiError {
	const itemIndex = item === undefined ? undefined : (failure.itemIndex ?? item);
	const prefix = failed && failure.kind !== 'notSent' && failure.kind !== 'unfinished';
	const what = prefix
		? `${failed} did not succeed: ${midSentence(failure.message)}`
		: failure.message;
	const message = itemIndex === undefined ? what : `${what} [Item ${itemIndex}]`;
	// The name of an instance can hold such a word, and only the message may name what was made.
	const said = MAKING.has(failure.kind) && REPLACED.test(message) ? [`${message}.`] : [];
	const { code, requestId, httpStatus } = failure.details;
	const body: JsonObject = { kind: failure.kind };
	if (code) body.vendorCode = code;
	if (requestId) body.requestId = requestId;
	const error = new NodeApiError(withoutPasswords(node), body, {
		message,
		description: [...said, describe(failure, notes)].filter(Boolean).join(' ') || undefined,
		httpCode: httpStatus === undefined ? undefined : String(httpStatus),
		itemIndex,
	});
	// n8n replaces a message that holds a word such as EEXIST ("TopicNameAlreadyExist") by its own,
	// and shows the one that it replaced as the service's words.
	error.message = message;
	error.messages = [];
	// What has not been sent has no answer, although this class wants one.
	if (failure.kind === 'notSent') error.errorResponse = undefined;
	error.context.vendor = body;
	if (failure.cause) error.cause = failure.cause;
	return error;
}
