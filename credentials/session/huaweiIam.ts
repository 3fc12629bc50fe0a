import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { huaweiKeys, huaweiLogin, ownProjectId } from '../fields/huawei';
import { huaweiIamEndpoint } from '../regions/huawei';
import { sha256Hex } from '../signing/encoding';
import { headerOf } from '../signing/headers';
import { signHuawei, type HuaweiKeys } from '../signing/huawei';
import { fromWire, toWire } from '../signing/wire';
import { certainHint } from './huaweiSignature';
import { ruleIn } from './huaweiThrottling';
import { ask, saidBy, type Answer, type Caller, type Service } from './ask';
import { sharedByCopies } from './copies';
import { turnAt } from './iamTime';

type Credentials = ICredentialDataDecryptedObject;

/** How IAM is asked: by whom, and how whoever asks waits. */
export interface IamCaller extends Caller {
	/** Sign instead of the credential's own: those of an agency. */
	keys?: HuaweiKeys;
	/** Authenticates a list of projects instead of a key: that of a login. */
	token?: string;
}

/** Identity and Access Management, for texts. */
export const IAM: Service = { name: 'Huawei Cloud IAM', field: 'IAM Endpoint' };

/** A request to IAM, again where that helps: a look-up and a login change nothing. */
export const callIam = async (
	caller: Caller,
	options: () => IHttpRequestOptions,
	service = IAM,
): Promise<Answer> =>
	await ask(
		caller,
		{
			service,
			turn: async (address) => await turnAt(caller.waiting, address, caller.end),
			throttled: (answer) =>
				answer.statusCode === 429 ? (ruleIn(wordsOf(answer))?.window ?? 0) : undefined,
		},
		options,
	);

/** What IAM says of an error, which has another form at its gateway. */
function wordsOf({ body }: Answer): string {
	const { error, error_msg: words } = body as { error?: IDataObject; error_msg?: unknown };
	return [words, error?.message, error?.title].find((text) => typeof text === 'string') ?? '';
}

/** Fields of a credential that hold a secret. */
const SECRETS = ['password', 'secretAccessKey', 'securityToken', 'idToken'];

/** Whose secrets may not come out: those of the credential, and what signed in the place of its own. */
type Secretive = Pick<IamCaller, 'credentials' | 'keys' | 'token'>;

/** IAM's code, words and request ID; never what was sent as a secret: the gateway repeats the headers that it got. */
export function saidByIam(answer: Answer, { credentials, keys, token }: Secretive): string {
	const { error, error_code } = answer.body as { error?: IDataObject; error_code?: unknown };
	const code = error_code ?? error?.code;
	const said = {
		code: code === answer.statusCode ? undefined : code,
		words: wordsOf(answer),
		requestId: headerOf(answer.headers, 'X-Request-Id'),
	};
	const given = [...SECRETS.map((name) => credentials[name]), token];
	const secrets = [...given, keys?.secretAccessKey, keys?.securityToken];
	return saidBy(
		said,
		secrets.map((secret) => String(secret ?? '')),
	);
}

/** What was asked of IAM, for texts. */
interface Asked {
	what: string;
	/** Unix time in milliseconds. */
	now: number;
	/** The fields of the credential that prove who asks. */
	fields: string;
	/** What else may be the cause where these are not accepted. */
	otherwise?: string;
}

/** IAM said no, so that asking again is of no use. One of another copy of this code counts, too. */
export class IamRefusal extends UserError {
	static override [Symbol.hasInstance](error: unknown): boolean {
		return error instanceof UserError && 'isIamRefusal' in error;
	}

	readonly isIamRefusal = true;

	constructor(
		message: string,
		/** Not called `status`: with that, n8n replaces the message by its own of the number. */
		readonly httpStatus: number,
	) {
		super(message);
	}
}

/**
 * What to check where what proves who asks was not accepted: which of key, secret, and clock it is, if IAM
 * says so. Without a period.
 */
const toCheck = (answer: Answer, now: number): string =>
	certainHint(wordsOf(answer), now)?.replace(/\.$/, '') ??
	'Check them, and make sure that the clock of the n8n server is correct';

/** That a service did not accept the access key of a credential, and why. */
export const noKey = ({ name }: Service, answer: Answer, now: number): string =>
	`${name} did not accept 'Access Key ID' or 'Secret Access Key'. ${toCheck(answer, now)}`;

function iamRefusal(answer: Answer, caller: IamCaller, asked: Asked): Error {
	const { what, fields, otherwise } = asked;
	const said = saidByIam(answer, caller);
	if (answer.statusCode === 401) {
		return new IamRefusal(
			`Huawei Cloud IAM did not accept ${fields}. ${toCheck(answer, asked.now)}${otherwise ? `. ${otherwise}` : ''}${said}`,
			answer.statusCode,
		);
	}
	if (answer.statusCode === 403) {
		return new IamRefusal(
			`Huawei Cloud IAM does not allow ${what}. Grant the IAM user read access to IAM projects, or enter 'Project ID'${said}`,
			answer.statusCode,
		);
	}
	if (answer.statusCode === 400 || answer.statusCode === 404) {
		return new IamRefusal(
			`Huawei Cloud IAM rejected ${what} (HTTP ${answer.statusCode}). Check 'Region', 'Project ID', and 'IAM Endpoint'${said}`,
			answer.statusCode,
		);
	}
	if (answer.statusCode === 429) {
		const [rule = 'Too many requests were sent', advice = 'Try again later'] =
			ruleIn(wordsOf(answer))?.text ?? [];
		return new OperationalError(
			`Huawei Cloud IAM rejected ${what}. ${rule}. ${advice.replace(/\.$/, '')}, or enter 'Project ID'${said}`,
		);
	}
	return new OperationalError(
		`Huawei Cloud IAM could not process ${what} (HTTP ${answer.statusCode}). Try again later${said}`,
	);
}

/** Project IDs go into URLs, so an answer is checked before it is believed. */
function checkedProjectId(value: unknown): string | undefined {
	return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;
}

/** The keys that sign. */
const keysOf = ({ keys, credentials }: IamCaller): HuaweiKeys => keys ?? huaweiKeys(credentials);

/** A project as IAM lists it: that of a region, or one of a customer's own within a region. */
export interface HuaweiProject {
	id: string;
	/** The region's ID; of one's own `<region>_<name>`; of what is in no region another name. */
	name: string;
	/** Whether it may be used. */
	enabled: boolean;
}

function projectIn(row: IDataObject): HuaweiProject[] {
	const id = checkedProjectId(row?.id);
	// What stands for the whole account is no project.
	if (id === undefined || row.is_domain === true) return [];
	return [{ id, name: String(row.name), enabled: row.enabled !== false }];
}

/** Projects a page, by IAM's reference the most; nothing else names a page. */
const MOST_PER_PAGE = 5000;

/**
 * Lists projects at an address of IAM.
 *
 * @param name Only the one with this name; by default all that the key may see
 */
async function listProjects(
	caller: IamCaller,
	address: string,
	now: () => number,
	name?: string,
): Promise<HuaweiProject[]> {
	// A login may see what its user may use without any permission, which the other path takes.
	const path = caller.token === undefined ? '/v3/projects' : '/v3/auth/projects';
	const filter = name === undefined ? '' : `?name=${name}`;
	const body = await askForProjects(caller, `${address}${path}${filter}`, now);
	const next = (body.links as IDataObject | undefined)?.next;
	if (typeof next !== 'string' || next === '') return projectsOf(body);
	// It has more than it shows at once, so that its pages are asked for.
	const found: HuaweiProject[] = [];
	for (let page = 1; ; page++) {
		const paged = `${address}/v3/projects?page=${page}&per_page=${MOST_PER_PAGE}`;
		const rows = projectsOf(await askForProjects(caller, paged, now));
		found.push(...rows);
		if (rows.length < MOST_PER_PAGE) return found;
	}
}

const projectsOf = ({ projects }: IDataObject): HuaweiProject[] =>
	Array.isArray(projects) ? (projects as IDataObject[]).flatMap(projectIn) : [];

async function askForProjects(
	caller: IamCaller,
	url: string,
	now: () => number,
): Promise<IDataObject> {
	const { token } = caller;
	const headers = { 'Content-Type': 'application/json' };
	const request: IHttpRequestOptions = { method: 'GET', url, headers };
	const signed = () => {
		if (token !== undefined) return { ...request, headers: { ...headers, 'X-Auth-Token': token } };
		const wire = toWire(request, 'repeat');
		return fromWire(request, {
			...wire,
			headers: signHuawei(wire, keysOf(caller), new Date(now())),
		});
	};
	const answer = await callIam(caller, signed);
	if (answer.statusCode !== 200) {
		const fields = token ? 'the sign-in token' : "'Access Key ID' or 'Secret Access Key'";
		throw iamRefusal(answer, caller, { what: 'the project lookup', fields, now: now() });
	}
	return answer.body;
}

/** The project of a name. */
const idOf = (projects: HuaweiProject[], name: string): string | undefined =>
	projects.find((project) => project.name === name)?.id;

/** How long a list of projects serves all regions, milliseconds. */
const LIST_SERVES = 5 * 60_000;

/** Lists of projects by key and address, of which all regions share one (sbercloud #388). */
const lists = sharedByCopies('lists of projects', () => new Map<string, List>());

interface List {
	/** Unix time, milliseconds. */
	at: number;
	projects: Promise<HuaweiProject[]>;
	isRead?: true;
}

/** One that is under way for longer is stuck, and not waited for, milliseconds. */
const STUCK = 5_000;

/** Resolves when a signal comes. */
const whenAborted = async (signal: AbortSignal) =>
	await new Promise<undefined>((resolve) => {
		if (signal.aborted) resolve(undefined);
		else signal.addEventListener('abort', () => resolve(undefined), { once: true });
	});

async function sharedProjects(
	caller: IamCaller,
	address: string,
	now: () => number,
): Promise<HuaweiProject[]> {
	const key = sha256Hex(JSON.stringify([caller.token ?? keysOf(caller), address]));
	for (const [other, { at }] of lists) if (Math.abs(now() - at) > LIST_SERVES) lists.delete(other);
	const known = lists.get(key);
	if (known && (known.isRead || Math.abs(now() - known.at) <= STUCK)) {
		// What somebody else asked for may have been stopped, which says nothing about IAM.
		const others = known.projects.catch(() => undefined);
		const shared = await Promise.race([others, whenAborted(caller.end)]);
		if (shared) return shared;
	}
	const projects = listProjects(caller, address, now);
	const list: List = { at: now(), projects };
	lists.set(key, list);
	try {
		const read = await projects;
		list.isRead = true;
		return read;
	} catch (error) {
		if (lists.get(key) === list) lists.delete(key);
		throw error as Error;
	}
}

/**
 * Tells why a key with a fixed project was refused, where IAM knows better than the service: a wrong key, the
 * clock, or a project that is not one of the account.
 *
 * @param now Returns Unix time in milliseconds
 * @throws UserError saying which one; nothing where it is another reason
 */
export async function explainRefusal(
	caller: IamCaller,
	{ region, projectId }: { region: string; projectId: string },
	now: () => number,
): Promise<void> {
	let projects: HuaweiProject[];
	try {
		projects = await sharedProjects(caller, sharedIam(caller.credentials, region), now);
	} catch (error) {
		if (/did not accept/.test((error as Error).message)) throw error as Error;
		return;
	}
	if (projects.length === 0 || projects.some(({ id }) => id === projectId)) return;
	const own = idOf(projects, region);
	throw new UserError(
		`'Project ID' is not a project of this key's account. ${own === undefined ? "Check it and 'Region'" : `The project of ${region} is ${own}: enter it, or leave 'Project ID' empty`}`,
	);
}

/**
 * Finds the project of a region by its name, which is the region's ID: in the list of all projects, and
 * by itself where that does not have it, as it may be new or on a later page. Never creates one.
 *
 * @param now Returns Unix time in milliseconds
 * @throws UserError if IAM refuses or has no such project, OperationalError if it cannot be reached
 */
export async function lookUpProject(
	caller: IamCaller,
	region: string,
	now: () => number,
): Promise<{ projectId: string }> {
	const { credentials } = caller;
	const projects = await sharedProjects(caller, sharedIam(credentials, region), now);
	const own = huaweiIamEndpoint(credentials, region);
	const projectId =
		idOf(projects, region) ?? idOf(await listProjects(caller, own, now, region), region);
	if (projectId === undefined) {
		throw new UserError(
			`This key cannot see a project for the region ${region} in the account. Check 'Region', or enter 'Project ID'`,
		);
	}
	return { projectId };
}

/**
 * All projects that a credential may see, by the list that the look-ups of regions share.
 *
 * @param now Returns Unix time in milliseconds
 * @throws IamRefusal if IAM refuses, OperationalError if it cannot be reached
 */
export const allProjects = async (caller: IamCaller, now: () => number): Promise<HuaweiProject[]> =>
	await sharedProjects(caller, huaweiIamEndpoint(caller.credentials), now);

/** The address of IAM that lists the projects of all regions: the credential's own, on the same site. */
function sharedIam(credentials: Credentials, region: string): string {
	const there = huaweiIamEndpoint(credentials, region);
	const own = huaweiIamEndpoint(credentials);
	const siteOf = (address: string) => new URL(address).hostname.split('.').at(-1);
	return siteOf(own) === siteOf(there) ? own : there;
}

/**
 * Exchanges user name and password for a token of the region's project.
 *
 * @returns Project, token, and its end in milliseconds since 1970 (not a number if IAM gave none)
 * @throws UserError if IAM refuses, OperationalError if it cannot be reached
 */
export async function fetchToken(
	caller: IamCaller,
	region: string,
): Promise<{ projectId: string; token: string; expiresAt: number }> {
	const { credentials } = caller;
	const { user, password, account } = huaweiLogin(credentials);
	const projectId = ownProjectId(credentials, region);
	const answer = await callIam(caller, () => ({
		method: 'POST',
		url: `${huaweiIamEndpoint(credentials, region)}/v3/auth/tokens`,
		headers: { 'Content-Type': 'application/json' },
		body: {
			auth: {
				identity: {
					methods: ['password'],
					password: {
						user: {
							name: user,
							password,
							domain: { name: account },
						},
					},
				},
				scope: { project: projectId === '' ? { name: region } : { id: projectId } },
			},
		},
	}));
	if (answer.statusCode !== 201 && answer.statusCode !== 200) {
		throw iamRefusal(answer, caller, {
			what: 'the sign-in',
			now: 0,
			fields: "'User Name', 'Password', or 'Account Name'",
			// opentelekomcloud provider #1404, acme.sh #4426
			otherwise:
				"The owner of the account and users with MFA cannot sign in here, even with the right password: use an IAM user without MFA, or 'Access Key'",
		});
	}
	const token = headerOf(answer.headers, 'X-Subject-Token');
	const details = answer.body.token as
		| { project?: { id?: unknown }; expires_at?: string }
		| undefined;
	const tokenProject = checkedProjectId(details?.project?.id) ?? projectId;
	if (token === undefined || !/^[!-~]+$/.test(token) || tokenProject === '') {
		throw new OperationalError(
			"Huawei Cloud IAM returned no project token. Check 'IAM Endpoint' and 'Region'",
		);
	}
	return { projectId: tokenProject, token, expiresAt: Date.parse(details?.expires_at ?? '') };
}
