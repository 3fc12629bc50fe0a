import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkedRegion, regionOf, textOf } from '../fields/checks';
import { assumesAgency, huaweiLogin, ownKeys, ownProjectId, usesAccessKey } from '../fields/huawei';
import type { HttpRequest } from './ask';
import { sharedByCopies } from './copies';
import { agencyOf, huaweiAgencies } from './huaweiAgency';
import { ensureAccount } from './huaweiDomain';
import {
	allProjects,
	explainRefusal,
	fetchToken,
	IAM,
	lookUpProject,
	type HuaweiProject,
	type IamCaller,
} from './huaweiIam';
import { isInRun, Sessions, systemTime, type Session, type SessionTime } from './kept';
import { SessionMissing } from './missing';
import { huaweiIamEndpoint } from '../regions/huawei';
import { sha256Hex } from '../signing/encoding';

export type { HttpRequest } from './ask';
export { endSessionAt, type SessionTime, type Timeout } from './kept';

/** What requests to one region need besides the key: the project, and a token if there is no key. */
export interface HuaweiSession extends Session {
	region: string;
	projectId: string;
	/** IAM token; absent with an access key. */
	token?: string;
}

type Credentials = ICredentialDataDecryptedObject;

const HOUR = 3_600_000;
/** For what only explains a refusal, milliseconds. */
const LONGEST_EXPLANATION = 10_000;
/** Life of an IAM token, and of a looked-up project ID. */
const DAY = 24 * HOUR;
/** A token this close to its end is renewed first, so that it does not end under way. */
const RENEW_BEFORE = HOUR / 6;

/** What serves a credential and region, in this process. */
const sessions = new Sessions<HuaweiSession>('projects and tokens', IAM, RENEW_BEFORE);

/** What `authenticate` last wanted for a credentials object, for the renewal that n8n asks for after a 401. */
const wanted = sharedByCopies(
	'projects and tokens, wanted',
	() => new WeakMap<Credentials, { region: string; session?: HuaweiSession }>(),
);

/** What `authenticate` has signed with, by credentials object: a service may echo the token that it refuses. */
const used = sharedByCopies(
	'projects and tokens, used',
	() => new WeakMap<Credentials, HuaweiSession[]>(),
);

/** Checks all fields, and returns the hash by which sessions of this credential and region are found. */
function sessionId(credentials: Credentials, region: string): string {
	const login = usesAccessKey(credentials) ? ownKeys(credentials) : huaweiLogin(credentials);
	const iam = huaweiIamEndpoint(credentials, region);
	const agency = agencyOf(credentials);
	return sha256Hex(JSON.stringify([login, iam, region, ownProjectId(credentials, region), agency]));
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
	const cached = sessions.find(id);
	const newest = stored && (!cached || stored.fetchedAt > cached.fetchedAt) ? stored : cached;
	return newest && sessions.isFresh(newest, now) ? newest : undefined;
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
	return {
		id,
		region,
		...details,
		fetchedAt,
		// An end that is missing or already past (a wrong local clock) says nothing: a 401 will tell.
		expiresAt: expiresAt > fetchedAt ? expiresAt : fetchedAt + HOUR,
	};
}

/** One fetch a credential and region at a time. */
async function fetchOnce(
	httpRequest: HttpRequest,
	credentials: Credentials,
	region: string,
	id: string,
	time: SessionTime,
): Promise<HuaweiSession> {
	return await sessions.fetchOnce(credentials, id, time, async (end) => {
		// Waiting for nothing would let others start before this one has its turn.
		const keys = assumesAgency(credentials)
			? await huaweiAgencies.ensure(httpRequest, credentials, time)
			: undefined;
		const caller = { httpRequest, credentials, waiting: time.waiting, end, keys };
		return await fetchSession(caller, region, id, () => time.now());
	});
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
 * All projects that a credential may see: of all regions, of one's own within a region, and of none. A login
 * sees what its user may use. Costs no request where a look-up has read the same list a moment ago.
 *
 * @param httpRequest n8n's `helpers.httpRequest`
 * @param end Comes when nobody waits for it any more
 * @throws IamRefusal, UserError, OperationalError
 */
export async function projectsOf(
	httpRequest: HttpRequest,
	credentials: Credentials,
	time: SessionTime,
	end: AbortSignal,
): Promise<HuaweiProject[]> {
	const keys = assumesAgency(credentials)
		? await huaweiAgencies.ensure(httpRequest, credentials, time)
		: undefined;
	const token = usesAccessKey(credentials)
		? undefined
		: (await ensureSession(httpRequest, credentials, regionOf(credentials), time)).token;
	const caller = { httpRequest, credentials, waiting: time.waiting, end, keys, token };
	return await allProjects(caller, () => time.now());
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

	if (assumesAgency(credentials)) {
		const keys = await huaweiAgencies.ensure(httpRequest, credentials, time);
		await ensureAccount(httpRequest, credentials, time, keys);
		await ensureSession(httpRequest, credentials, region, time);
		// Nothing that an agency gives is stored.
		return {};
	}
	const isNew = usesAccessKey(credentials) && (await ensureAccount(httpRequest, credentials, time));
	if (fixedSession(credentials, region, id) !== undefined) {
		// The answer itself cannot be read by the rules of a test.
		if (asked?.session && !isNew && !isInRun(credentials)) {
			const end = time.timeout(LONGEST_EXPLANATION);
			const caller = { httpRequest, credentials, waiting: time.waiting, end };
			await explainRefusal(caller, asked.session, () => time.now());
		}
		return {};
	}
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
