import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkedRegion, regionOf, textOf } from '../fields/checks';
import { huaweiKeys, huaweiLogin, ownProjectId, usesAccessKey } from '../fields/huawei';
import {
	fetchToken,
	lookUpProject,
	networkFault,
	type HttpRequest,
	type IamCaller,
} from './huaweiIam';
import { longestTurn, systemWaiting, type Waiting } from './iamTime';
import { huaweiIamEndpoint } from '../regions/huawei';
import { sha256Hex } from '../signing/encoding';

export type { HttpRequest } from './huaweiIam';

/** What requests to one region need besides the key: the project, and a token if there is no key. */
export interface HuaweiSession {
	/** Hash of everything in the credential that the session depends on. */
	id: string;
	region: string;
	projectId: string;
	/** IAM token; absent with an access key. */
	token?: string;
	/** Milliseconds since 1970. */
	fetchedAt: number;
	/** Milliseconds since 1970. */
	expiresAt: number;
}

type Credentials = ICredentialDataDecryptedObject;

const HOUR = 3_600_000;
/** Life of an IAM token, and of a looked-up project ID. */
const DAY = 24 * HOUR;
/** A token this close to its end is renewed first, so that it does not end under way. */
const RENEW_BEFORE = HOUR / 6;

/** One entry a credential and region: more than this is not in use at the same time. */
const MAX_SESSIONS = 500;
const sessions = new Map<string, HuaweiSession>();

/** A whole answer of IAM takes a second; n8n would wait 5 minutes, and for ever if bytes trickle in, milliseconds. */
const LONGEST_FETCH = 30_000;

/** All that start at the same moment share a fetch; who comes later does not wait for one that is stuck, milliseconds. */
const SHARED_FOR = 5_000;

/** A fetch that is under way. */
interface Fetch {
	session: Promise<HuaweiSession>;
	/** Milliseconds since 1970. */
	startedAt: number;
	/** Comes when who began it is stopped: then it says nothing about IAM. */
	end?: AbortSignal;
}

const underway = new Map<string, Fetch>();

/** When what is fetched for an object of credential data has to end. */
const ends = new WeakMap<Credentials, AbortSignal>();

/** Makes what is fetched for an object of credential data end at a signal. */
export const endSessionAt = (credentials: Credentials, signal: AbortSignal): void =>
	void ends.set(credentials, signal);

/** Makes a signal that comes after so many milliseconds. */
export type Timeout = (duration: number) => AbortSignal;

/** What `authenticate` last wanted for a credentials object, for the renewal that n8n asks for after a 401. */
const wanted = new WeakMap<Credentials, { region: string; session?: HuaweiSession }>();

/** What `authenticate` has signed with, by credentials object: a service may echo the token that it refuses. */
const used = new WeakMap<Credentials, HuaweiSession[]>();

/**
 * Thrown by `authenticate` when a session has to be fetched first, which it cannot do itself. n8n takes
 * an error that looks like a 401 answer as the sign to call `preAuthentication` and then `authenticate`
 * again. The status is not an own property, so that n8n shows the message as it is.
 */
class SessionMissing extends UserError {
	readonly response = new (class {
		get status() {
			return 401;
		}
	})();
}

/** Checks all fields, and returns the hash by which sessions of this credential and region are found. */
function sessionId(credentials: Credentials, region: string): string {
	const login = usesAccessKey(credentials) ? huaweiKeys(credentials) : huaweiLogin(credentials);
	const iam = huaweiIamEndpoint(credentials, region);
	return sha256Hex(JSON.stringify([login, iam, region, ownProjectId(credentials, region)]));
}

function isFresh(session: HuaweiSession, now: number): boolean {
	const margin = Math.min(RENEW_BEFORE, (session.expiresAt - session.fetchedAt) / 2);
	return now < session.expiresAt - margin;
}

function storedSession(credentials: Credentials, id: string): HuaweiSession | undefined {
	try {
		const session = JSON.parse(textOf(credentials, 'sessionToken')) as HuaweiSession;
		return session.id === id ? session : undefined;
	} catch {
		return undefined;
	}
}

/** The newest session known for a credential and region, in this process or stored by another one. */
function knownSession(
	credentials: Credentials,
	id: string,
	now: number,
): HuaweiSession | undefined {
	const stored = storedSession(credentials, id);
	const cached = sessions.get(id);
	const newest = stored && (!cached || stored.fetchedAt > cached.fetchedAt) ? stored : cached;
	return newest && isFresh(newest, now) ? newest : undefined;
}

function remember(session: HuaweiSession): HuaweiSession {
	sessions.delete(session.id);
	if (sessions.size >= MAX_SESSIONS) sessions.delete(sessions.keys().next().value as string);
	sessions.set(session.id, session);
	return session;
}

/** An access key with a project ID needs nothing from IAM. */
function fixedSession(
	credentials: Credentials,
	region: string,
	id: string,
): HuaweiSession | undefined {
	const projectId = ownProjectId(credentials, region);
	if (projectId === '' || !usesAccessKey(credentials)) return undefined;
	return {
		id,
		region,
		projectId,
		fetchedAt: 0,
		expiresAt: Number.MAX_SAFE_INTEGER,
	};
}

/** By which time sessions are fetched. */
export interface SessionTime {
	/** Unix time in milliseconds. */
	now(): number;
	timeout: Timeout;
	/** How it waits for its turn at IAM, and before it asks again. */
	waiting: Waiting;
}

const systemTime: SessionTime = {
	now: () => Date.now(),
	timeout: (duration) => AbortSignal.timeout(duration),
	waiting: systemWaiting,
};

async function fetchSession(
	caller: IamCaller,
	region: string,
	id: string,
	now: () => number,
): Promise<HuaweiSession> {
	const details: { projectId: string; token?: string; expiresAt?: number } = usesAccessKey(
		caller.credentials,
	)
		? await lookUpProject(caller, region, now)
		: await fetchToken(caller, region);
	const fetchedAt = now();
	const { expiresAt = fetchedAt + DAY } = details;
	return remember({
		id,
		region,
		...details,
		fetchedAt,
		// An end that is missing or already past (a wrong local clock) says nothing: a 401 will tell.
		expiresAt: expiresAt > fetchedAt ? expiresAt : fetchedAt + HOUR,
	});
}

/** Rejects when a signal comes. */
const aborted = async (signal?: AbortSignal) =>
	await new Promise<never>((_, reject) => {
		const end = () => reject(networkFault({ code: 'ERR_CANCELED' }));
		if (signal?.aborted) end();
		else signal?.addEventListener('abort', end, { once: true });
	});

/** What somebody else's fetch gives; nothing where that one was stopped. */
async function shared(fetch: Fetch, end?: AbortSignal): Promise<HuaweiSession | undefined> {
	const stopped = async (fault: Error) =>
		await (fetch.end?.aborted ? undefined : Promise.reject(fault));
	return await Promise.race([fetch.session.catch(stopped), aborted(end)]);
}

/**
 * One fetch a credential and region at a time; all that ask meanwhile share its outcome. It ends with
 * the execution that began it, and the next one that waits for it begins another.
 */
async function fetchOnce(
	httpRequest: HttpRequest,
	credentials: Credentials,
	region: string,
	id: string,
	time: SessionTime,
): Promise<HuaweiSession> {
	const now = time.now();
	const end = ends.get(credentials);
	let other = underway.get(id);
	while (other && Math.abs(now - other.startedAt) <= SHARED_FOR) {
		const session = await shared(other, end);
		if (session) return session;
		other = underway.get(id);
	}
	// Many accounts in one run take turns, which is no sign of a service that hangs.
	const late = time.timeout(LONGEST_FETCH + longestTurn(time.waiting));
	const signal = end ? AbortSignal.any([end, late]) : late;
	const caller = { httpRequest, credentials, waiting: time.waiting, end: signal };
	const session = fetchSession(caller, region, id, () => time.now()).finally(() => {
		if (underway.get(id) === fetching) underway.delete(id);
	});
	const fetching: Fetch = { session, startedAt: now, end };
	underway.set(id, fetching);
	return await session;
}

/**
 * Makes sure that requests to a region can be authenticated: looks up the project ID or logs in, unless
 * that was done before. Nothing is fetched for an access key with a project ID.
 *
 * @param httpRequest n8n's `helpers.httpRequest`
 * @param region Another region than the credential's
 * @throws UserError for bad fields or refused credentials, OperationalError if IAM cannot be reached
 */
export async function ensureSession(
	httpRequest: HttpRequest,
	credentials: Credentials,
	region = regionOf(credentials),
	time = systemTime,
): Promise<HuaweiSession> {
	const id = sessionId(credentials, checkedRegion(region));
	return (
		fixedSession(credentials, region, id) ??
		knownSession(credentials, id, time.now()) ??
		(await fetchOnce(httpRequest, credentials, region, id, time))
	);
}

/**
 * The session with which `authenticate` signs a request to a region.
 *
 * @throws UserError for bad fields, or if the session has to be fetched with `ensureSession` first
 */
export function sessionFor(
	credentials: Credentials,
	region = regionOf(credentials),
	now = Date.now(),
): HuaweiSession {
	const id = sessionId(credentials, checkedRegion(region));
	const session = fixedSession(credentials, region, id) ?? knownSession(credentials, id, now);
	wanted.set(credentials, { region, session });
	if (session) used.set(credentials, [...(used.get(credentials) ?? []), session]);
	if (session === undefined) {
		throw new SessionMissing(
			usesAccessKey(credentials)
				? `The project ID for the region ${region} is not known yet. Test the credential again, or enter 'Project ID' if this is the credential's own region`
				: `There is no valid token for the region ${region}. Test the credential again to sign in`,
		);
	}
	return session;
}

/** The sessions with which requests were signed with this object of credential data, refused ones too. */
export const sessionsSentWith = (credentials: Credentials): HuaweiSession[] =>
	used.get(credentials) ?? [];

/**
 * Does the work of `preAuthentication`: n8n calls it when nothing is stored yet, after a 401, and when
 * the credential is tested. A session is fetched again only if it is the one that was refused, so that
 * parallel refusals lead to one login.
 *
 * @returns The value of the credential's `sessionToken` field, or nothing if there is nothing to store
 */
export async function renewSession(
	httpRequest: HttpRequest,
	credentials: Credentials,
	time = systemTime,
): Promise<{ sessionToken?: string }> {
	const own = regionOf(credentials);
	const asked = wanted.get(credentials);
	const region = asked?.region ?? own;
	const id = sessionId(credentials, region);

	if (fixedSession(credentials, region, id) !== undefined) return {};
	const known = knownSession(credentials, id, time.now());
	// With an empty field nothing was refused: n8n only asks for what to store.
	const refused =
		textOf(credentials, 'sessionToken') === ''
			? undefined
			: asked
				? asked.session
				: storedSession(credentials, id);
	let session: HuaweiSession;
	if (known === undefined || (known.token !== undefined && known.token === refused?.token)) {
		session = await fetchOnce(httpRequest, credentials, region, id, time);
	} else if (known.token === undefined && refused !== undefined) {
		// A project ID does not expire; the request was refused for another reason.
		return {};
	} else {
		session = known;
	}

	// Only the session of the credential's own region is stored.
	return {
		sessionToken: region === own ? JSON.stringify(session) : textOf(credentials, 'sessionToken'),
	};
}
