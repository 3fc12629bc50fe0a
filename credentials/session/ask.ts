import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { ownRequestRefusal } from '../fields/domains';
import { withIgnoredSsl } from '../fields/ignoreSsl';
import { formsOf } from '../signing/encoding';
import type { Headers } from '../signing/headers';
import { tlsFault, type NetworkError } from '../signing/tls';
import type { Waiting } from './iamTime';

/** n8n's `helpers.httpRequest`, which does not authenticate. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

type Credentials = ICredentialDataDecryptedObject;

/** The answer of a service to what a credential itself asks. */
export interface Answer {
	statusCode: number;
	headers: Headers;
	body: IDataObject;
}

/** A service that a credential itself asks, for texts. */
export interface Service {
	/** "Huawei Cloud IAM" */
	name: string;
	/** Field of the credential that has its address: "IAM Endpoint". */
	field: string;
}

/** Plain words for network faults; n8n would replace a message with the system's code in it. */
const NETWORK_FAULTS: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'the host name does not exist',
	EAI_AGAIN: 'the host name could not be resolved',
	ECONNABORTED: 'it did not respond in time',
	ETIMEDOUT: 'it did not respond in time',
	ERR_CANCELED: 'it did not respond in time',
};

/** The service did not answer, or not in time: asking again may help. */
class UnreachableError extends OperationalError {}

/** What went wrong on the way to a service, in words that hold nothing of the request. */
export function networkFault(error: unknown, { name, field }: Service): Error {
	// A refusal of n8n itself, such as the credential's domain restriction, explains itself.
	if (error instanceof UserError) return error;
	const fault = tlsFault(error as NetworkError);
	if (fault) return new OperationalError(`${name} ${fault.problem}. ${fault.advice}`);
	const code = String((error as { code?: unknown }).code);
	return new UnreachableError(
		`${name} is unreachable: ${NETWORK_FAULTS[code] ?? 'the connection failed'}. Check '${field}' and the network, then try again`,
	);
}

/** How a service is asked: by whom, and how whoever asks waits. */
export interface Caller {
	httpRequest: HttpRequest;
	credentials: Credentials;
	waiting: Waiting;
	/** Comes when nobody waits for it any more, or it has taken too long. */
	end: AbortSignal;
}

/** Tries of a request altogether, and pause after the first, which doubles, in milliseconds. */
const ATTEMPTS = 5;
const FIRST_PAUSE = 500;
/** A rule that asks for a longer wait is reported instead. */
const LONGEST_PAUSE = 60_000;

/**
 * One request. Faults are rebuilt from their code alone: n8n's own carry the request, and with it
 * the password.
 */
async function askOnce(
	{ httpRequest, credentials, end }: Caller,
	service: Service,
	wanted: IHttpRequestOptions,
): Promise<Answer | Error> {
	const fault = (error: unknown) => networkFault(error, service);
	if (end.aborted) return fault({ code: 'ERR_CANCELED' });
	const refusal = ownRequestRefusal(credentials, String(wanted.url));
	if (refusal) throw new UserError(`${refusal.problem}. ${refusal.advice}`);
	const outcome = await httpRequest({
		...withIgnoredSsl(credentials, wanted),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// A login must not follow a redirect to another host.
		disableFollowRedirect: true,
		abortSignal: end,
	}).catch(fault);
	if (outcome instanceof Error) return outcome;
	const { statusCode, headers, body } = outcome as Partial<Answer>;
	return { statusCode: statusCode ?? 0, headers: headers ?? {}, body: body ?? {} };
}

/** How a service is to be asked, and which of its answers ask for a pause. */
export interface Asking {
	service: Service;
	/** Waits for the turn of a request to an address. */
	turn?(address: string): Promise<void>;
	/** How long to wait after a refusal for too many requests, milliseconds; `undefined` where it is none. */
	throttled(answer: Answer): number | undefined;
}

/** How long to wait before a service is asked again, milliseconds; `undefined` where that does not help. */
function pauseAfter(
	outcome: Answer | Error,
	attempt: number,
	{ throttled }: Asking,
): number | undefined {
	const usual = FIRST_PAUSE * 2 ** attempt;
	if (outcome instanceof Error) return outcome instanceof UnreachableError ? usual : undefined;
	const asked = throttled(outcome);
	if (asked !== undefined) return Math.max(usual, asked);
	return outcome.statusCode >= 500 ? usual : undefined;
}

/**
 * Sends a request that changes nothing, such as a look-up or a login, again where that may help.
 *
 * @param options Makes the request, signed anew each time
 * @returns The answer, whatever its status
 * @throws UserError, OperationalError: it was not sent, or no answer came
 */
export async function ask(
	caller: Caller,
	asking: Asking,
	options: () => IHttpRequestOptions,
): Promise<Answer> {
	for (let attempt = 0; ; attempt++) {
		await asking.turn?.(new URL(String(options().url)).host);
		const outcome = await askOnce(caller, asking.service, options());
		const pause = attempt + 1 < ATTEMPTS ? pauseAfter(outcome, attempt, asking) : undefined;
		if (pause === undefined || pause > LONGEST_PAUSE || caller.end.aborted) {
			if (outcome instanceof Error) throw outcome;
			return outcome;
		}
		await caller.waiting.sleep(pause, caller.end);
	}
}

/** Longest part of a service's words that an error repeats. */
const MOST_SAID = 300;

/**
 * Words for which n8n replaces a whole message by one of its own, such as in RoleNotFound: "This usually
 * occurs due to an incorrect host (domain) value".
 */
const REPLACED =
	/ECONN(REFUSED|RESET|ABORTED)|E(NOTFOUND|TIMEDOUT|HOSTUNREACH|AI_AGAIN|NOENT|ISDIR|NOTDIR|ACCES|EXIST|PERM)|ERRADDRINUSE|EADDRNOTAVAIL|GETADDRINFO/i;

/** What a service says of a refusal. */
export interface Said {
	code?: unknown;
	words?: string;
	requestId?: string;
}

/** Makes secrets unreadable in a text, in whatever form a service repeats them, and cuts it. */
function hiding(secrets: readonly string[]): (text: string) => string {
	const forms = [...new Set(secrets.filter((secret) => secret !== '').flatMap(formsOf))];
	// A longer one first, or the rest of it would be left.
	forms.sort((a, b) => b.length - a.length);
	return (text) =>
		forms.reduce((rest, form) => rest.split(form).join('********'), text).slice(0, MOST_SAID);
}

/**
 * Code, words and request ID of a service, for support cases.
 *
 * @param secrets Never repeated
 */
export function saidBy({ code, words = '', requestId }: Said, secrets: readonly string[]): string {
	const hidden = hiding(secrets);
	const said = [
		code !== undefined && `code ${hidden(String(code))}`,
		words && `"${hidden(String(words))}"`,
		requestId && `request ID ${hidden(String(requestId))}`,
	].filter((part) => part && !REPLACED.test(part));
	return said.length > 0 ? `. Service response: ${said.join(', ')}` : '';
}
