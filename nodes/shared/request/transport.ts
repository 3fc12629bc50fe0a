import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { domainRefusal } from '../../../credentials/fields/domains';
import { hungUpInHandshake, tlsFault } from '../../../credentials/signing/tls';
import { Failure } from '../contract/failure';
import type { Effect, HttpAnswer, Vendor } from '../contract/vendor';
import { throwIfCancelled } from './clock';
import type { Connection } from './connection';

/** Faults at which no connection came about, so that the request cannot have had an effect. */
const NEVER_CONNECTED: Record<string, string> = {
	ECONNREFUSED: 'the service refused the connection',
	ENOTFOUND: 'the host name does not exist',
	EAI_AGAIN: 'the host name could not be resolved',
	EHOSTUNREACH: 'the host is unreachable',
	ENETUNREACH: 'the network is unreachable',
};

interface Caught {
	message?: string;
	description?: string | null;
	cause?: unknown;
	code?: unknown;
	syscall?: unknown;
	isAxiosError?: boolean;
	response?: { status?: number; headers?: unknown; data?: unknown };
}

/** n8n wraps what axios threw; the reason is one or two causes down. */
function origin(error: unknown): Caught {
	let caught = error as Caught;
	for (let depth = 0; depth < 3; depth++) {
		if (caught.isAxiosError || caught instanceof UserError) break;
		if (typeof caught.cause !== 'object' || caught.cause === null) break;
		caught = caught.cause as Caught;
	}
	return caught;
}

/** Whether the fault was met while connecting, and not on a connection that stood. */
function connects({ syscall, cause }: Caught): boolean {
	const call = syscall ?? (cause as Caught | undefined)?.syscall;
	return call === undefined || call === 'connect' || call === 'getaddrinfo';
}

/** Takes over words only: an axios error carries the signed headers in its `config`. */
function networkFailure(caught: Caught, host: string): Failure {
	const code = typeof caught.code === 'string' ? caught.code : '';
	const insecure = tlsFault(caught);
	if (insecure) {
		return new Failure('unreachable', `${host} ${insecure.problem}`, {
			fault: code,
			advice: insecure.advice,
			isLasting: true,
		});
	}
	const reason = hungUpInHandshake(caught)
		? 'it closed the connection before it was secure'
		: connects(caught)
			? NEVER_CONNECTED[code]
			: undefined;
	if (reason) {
		return new Failure('unreachable', `${host} is unreachable: ${reason}`, {
			fault: code,
			advice:
				"Check the credential's 'Region' and 'Endpoint', and that this n8n instance is allowed to connect to the host.",
		});
	}
	const reached = caught.response?.status === undefined ? '' : ' complete';
	return new Failure('lost', `no${reached} response came back from ${host}`, {
		fault: code || undefined,
		advice:
			'Try again later. If this persists, check the network and any proxy between this n8n instance and the service.',
	});
}

/** What was thrown before or instead of an answer. */
function requestFailure(error: unknown, host: string): Failure {
	if (error instanceof Failure) return error;
	const caught = origin(error);
	if (caught instanceof Failure) return caught;
	if (caught.isAxiosError) return networkFailure(caught, host);
	if (caught instanceof UserError) {
		return new Failure('notSent', caught.message, { advice: caught.description ?? undefined });
	}
	const { message = 'unknown reason' } = error as Caught;
	return new Failure('notSent', message, { advice: (error as Caught).description ?? undefined });
}

const lowerCaseNames = (headers: unknown): IDataObject =>
	Object.fromEntries(
		Object.entries((headers ?? {}) as IDataObject).map(([name, value]) => [
			name.toLowerCase(),
			value,
		]),
	);

/** When a request ends that has no answer yet. */
interface End {
	/** What is fetched before it, such as a token: nothing has been sent then. */
	preparing: AbortSignal;
	/** The request itself. */
	sent: AbortSignal;
	/** Comes when the time for the whole answer has run out. */
	late: AbortSignal;
	/** The time for the whole answer, milliseconds. */
	time: number;
}

/**
 * A time-out of n8n counts only the time without a byte, so a response that trickles would never end.
 *
 * A write that is under way takes place all the same, and its answer is all that tells the ID of what
 * it made, so only the time ends it. A read that nobody waits for any more would keep others waiting.
 */
function endOf({ clock, signal }: Sending, timeout: unknown, effect: Effect): End {
	const time = Number(timeout) > 0 ? Number(timeout) : clock.times.answer;
	const late = clock.timeout(time);
	const first = signal ? AbortSignal.any([signal, late]) : late;
	return { preparing: first, sent: effect === 'write' ? late : first, late, time };
}

/**
 * The context with which n8n sends a request, which it breaks off at another signal than when the
 * execution is stopped.
 *
 * @param credentialsRead Told the data of the credential that n8n reads for it: to read it once more
 * would cost n8n's database as much again
 */
const senderOf = (
	{ context, confirm }: Sending,
	end: AbortSignal,
	credentialsRead: (data: IDataObject) => void,
): IAllExecuteFunctions =>
	Object.create(context, {
		getExecutionCancelSignal: { value: () => end },
		getCredentials: {
			value: async (type: string) => {
				const data = await context.getCredentials<IDataObject>(type);
				credentialsRead(data);
				confirm(data);
				return data;
			},
		},
	}) as IAllExecuteFunctions;

/** "5 minutes" */
function spelled(duration: number): string {
	const [count, unit] =
		duration < 120_000 ? [duration / 1000, 'second'] : [duration / 60_000, 'minute'];
	const rounded = Math.round(count * 10) / 10;
	return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}

const tooLate = (host: string, time: number) =>
	new Failure('lost', `no complete response came back from ${host} within ${spelled(time)}`, {
		advice:
			"Try again later. If this persists, check any proxy between this n8n instance and the service, or allow more time with 'Timeout' in 'Request Options'.",
	});

/** What of a connection sending takes. */
type Sending = Pick<Connection, 'context' | 'clock' | 'secrets' | 'signal' | 'confirm'> & {
	vendor: Pick<Vendor, 'credential' | 'sessions' | 'endSessionAt' | 'renewed'>;
};

/**
 * Sends one request, signed by the credential, and gives back the answer whatever its status. n8n
 * itself sends a second, freshly signed one after a 401. What was sent as a secret is known afterwards.
 *
 * @param options Their `timeout` is for the whole answer, not only for the time without a byte
 * @throws {Failure} No whole answer came back in time, or the credential refused to sign or to ask this
 *   host
 */
export async function exchange(
	sending: Sending,
	options: IHttpRequestOptions,
	effect: Effect,
): Promise<HttpAnswer> {
	const first = await sendOnce(sending, options, effect);
	return first.isOutdated ? (await sendOnce(sending, options, effect)).answer : first.answer;
}

/** The same, once; outdated is an answer to keys that have ended, which does not come a second time. */
async function sendOnce(
	sending: Sending,
	options: IHttpRequestOptions,
	effect: Effect,
): Promise<{ answer: HttpAnswer; isOutdated?: boolean }> {
	const { context, vendor, clock, secrets } = sending;
	const address = options.baseURL ?? options.url;
	const refusal = domainRefusal(address, options.allowedDomains);
	if (refusal) throw new Failure('notSent', refusal.problem, { advice: refusal.advice });
	let credentials: IDataObject = {};
	const end = endOf(sending, options.timeout, effect);
	const sender = senderOf(sending, end.sent, (data) => {
		credentials = data;
		vendor.endSessionAt?.(data, end.preparing);
	});
	const { httpRequestWithAuthentication } = context.helpers;
	try {
		const answer = (await httpRequestWithAuthentication.call(sender, vendor.credential, {
			...options,
			returnFullResponse: true,
			// A followed redirect would turn a write into a read, or carry a token to another host.
			disableFollowRedirect: true,
			// A 401 has to throw, or n8n would not refresh a token.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		})) as IN8nHttpFullResponse;
		const received = {
			status: answer.statusCode,
			headers: lowerCaseNames(answer.headers),
			body: answer.body,
			receivedAt: clock.now(),
		};
		return { answer: received, isOutdated: vendor.renewed?.(credentials, received) };
	} catch (error) {
		const { response } = origin(error);
		if (response?.status === 401) {
			const refused = {
				status: 401,
				headers: lowerCaseNames(response.headers),
				body: response.data,
				receivedAt: clock.now(),
			};
			return { answer: refused };
		}
		const failure = requestFailure(error, hostOf(address));
		// A write that was not sent, and a read, have changed nothing.
		if (effect === 'read' || failure.kind === 'notSent') throwIfCancelled(sending.signal);
		throw failure.kind === 'lost' && end.late.aborted
			? tooLate(hostOf(address), end.time)
			: failure;
	} finally {
		// Not before: n8n puts the token of a login into the same object.
		secrets.addFrom(credentials);
		secrets.addFrom(vendor.sessions?.(credentials));
	}
}

/** Host and port of an address, for texts and comparisons. */
export function hostOf(address = ''): string {
	return URL.canParse(address) ? new URL(address).host : 'the service';
}
