import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { networkFault, type Service } from './ask';
import { sharedByCopies } from './copies';
import { longestTurn, systemWaiting, type Waiting } from './iamTime';

type Credentials = ICredentialDataDecryptedObject;

/** What is fetched for a credential, and serves until it ends. */
export interface Session {
	/** Hash of everything in the credential that the session depends on. */
	id: string;
	/** Milliseconds since 1970. */
	fetchedAt: number;
	/** Milliseconds since 1970. */
	expiresAt: number;
}

/** One entry a credential and region: more than this is not in use at the same time. */
const MAX_SESSIONS = 500;

/** A whole answer takes a second; n8n would wait 5 minutes, and for ever if bytes trickle in, milliseconds. */
const LONGEST_FETCH = 30_000;

/** All that start at the same moment share a fetch; who comes later does not wait for one that is stuck, milliseconds. */
const SHARED_FOR = 5_000;

/** A fetch that is under way. */
interface Fetch<S> {
	session: Promise<S>;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** Comes when who began it is stopped: then it says nothing about the service. */
	end?: AbortSignal;
}

/** When what is fetched for an object of credential data has to end. */
const ends = sharedByCopies('ends of fetches', () => new WeakMap<Credentials, AbortSignal>());

/** Makes what is fetched for an object of credential data end at a signal. */
export const endSessionAt = (credentials: Credentials, signal: AbortSignal): void =>
	void ends.set(credentials, signal);

/** Whether a run of a node asks, which says more of a refusal by itself; not a test of the credential. */
export const isInRun = (credentials: Credentials): boolean => ends.has(credentials);

/** Makes a signal that comes after so many milliseconds. */
export type Timeout = (duration: number) => AbortSignal;

/** By which time sessions are fetched. */
export interface SessionTime {
	/** Unix time in milliseconds. */
	now(): number;
	timeout: Timeout;
	/** How it waits for its turn, and before it asks again. */
	waiting: Waiting;
}

/** The time of the system, with which n8n runs the credentials. */
export const systemTime: SessionTime = {
	now: () => Date.now(),
	timeout: (duration) => AbortSignal.timeout(duration),
	waiting: systemWaiting,
};

/** Sessions of one kind, kept in the memory of this process and nowhere else. */
export class Sessions<S extends Session> {
	private readonly kept: Map<string, S>;

	private readonly underway: Map<string, Fetch<S>>;

	/**
	 * @param name Of what all copies of this code keep together
	 * @param service Asked for them, for texts
	 * @param renewBefore One this close to its end is renewed first, so that it does not end under way, milliseconds
	 */
	constructor(
		name: string,
		private readonly service: Service,
		private readonly renewBefore: number,
	) {
		this.kept = sharedByCopies(`${name}, kept`, () => new Map<string, S>());
		this.underway = sharedByCopies(`${name}, under way`, () => new Map<string, Fetch<S>>());
	}

	/** Whether a session serves for some time yet. */
	isFresh({ fetchedAt, expiresAt }: S, now: number): boolean {
		return now < expiresAt - Math.min(this.renewBefore, (expiresAt - fetchedAt) / 2);
	}

	/** The session that is kept under a hash, fresh or not. */
	find(id: string): S | undefined {
		return this.kept.get(id);
	}

	/** Keeps a session; the oldest one goes where there are too many. */
	remember(session: S): S {
		this.kept.delete(session.id);
		if (this.kept.size >= MAX_SESSIONS) this.kept.delete(this.kept.keys().next().value as string);
		this.kept.set(session.id, session);
		return session;
	}

	/** Forgets a session, unless another one has come into its place. */
	forget(session: S): void {
		if (this.kept.get(session.id) === session) this.kept.delete(session.id);
	}

	/**
	 * One fetch a credential and region at a time; all that ask meanwhile share its outcome. It ends with
	 * the execution that began it, and the next one that waits for it begins another.
	 *
	 * @param fetch Given the signal at which it has to end
	 */
	async fetchOnce(
		credentials: Credentials,
		id: string,
		time: SessionTime,
		fetch: (end: AbortSignal) => Promise<S>,
	): Promise<S> {
		const now = time.now();
		const end = ends.get(credentials);
		let other = this.underway.get(id);
		while (other && Math.abs(now - other.startedAt) <= SHARED_FOR) {
			const session = await this.shared(other, end);
			if (session) return session;
			other = this.underway.get(id);
		}
		// Many accounts in one run take turns, which is no sign of a service that hangs.
		const late = time.timeout(LONGEST_FETCH + longestTurn(time.waiting));
		const session = fetch(end ? AbortSignal.any([end, late]) : late)
			.then((fetched) => this.remember(fetched))
			.finally(() => {
				if (this.underway.get(id) === fetching) this.underway.delete(id);
			});
		const fetching: Fetch<S> = { session, startedAt: now, end };
		this.underway.set(id, fetching);
		return await session;
	}

	/** What somebody else's fetch gives; nothing where that one was stopped. */
	private async shared(fetch: Fetch<S>, end?: AbortSignal): Promise<S | undefined> {
		const stopped = async (fault: Error) =>
			await (fetch.end?.aborted ? undefined : Promise.reject(fault));
		return await Promise.race([fetch.session.catch(stopped), this.aborted(end)]);
	}

	/** Rejects when a signal comes. */
	private async aborted(signal?: AbortSignal): Promise<never> {
		return await new Promise<never>((_, reject) => {
			const end = () => reject(networkFault({ code: 'ERR_CANCELED' }, this.service));
			if (signal?.aborted) end();
			else signal?.addEventListener('abort', end, { once: true });
		});
	}
}
