import { nameOfProject, type HuaweiProject, type HuaweiUser } from '../core/accounts';
import { decodeFields } from '../core/encoding';
import { grantRole, stillKnown } from '../core/grants';
import type { RateLimiter } from '../core/rateLimit';
import { AnswerError, json, type Answer } from '../http/answer';
import type { RawRequest } from '../http/request';
import type { Service } from '../http/service';
import { authenticate } from './auth/authentication';
import { domainsOf } from './companions/iam';
import { limitIam } from './requests/limits';
import { isTokenBody, type Name } from './auth/tokenBody';
import type { HuaweiState } from './model/state';

const BY_AGENCY = 'CreateTemporaryAccessKeyByAgency';

const ROUTES: Record<string, string> = {
	'POST /v3/auth/tokens': 'CreateToken',
	'POST /v3.0/OS-CREDENTIAL/securitytokens': BY_AGENCY,
	'GET /v3/projects': 'ListProjects',
	'GET /v3/auth/projects': 'ListAuthProjects',
	'GET /v3/auth/domains': 'KeystoneListAuthDomains',
};

/** What a request for keys of an agency has in its body. */
interface AgencyBody {
	auth?: {
		identity?: {
			assume_role?: { agency_name?: string; domain_name?: string; duration_seconds?: number };
		};
	};
}

/** Query parameters of GET /v3/projects. */
const PROJECT_FILTERS = ['name', 'domain_id', 'parent_id', 'enabled', 'is_domain'];
/** Both or none; pages count from 1. */
const PAGING = ['page', 'per_page'];
const MOST_PER_PAGE = 5000;

/** Identity and Access Management: tokens by password, keys of agencies, look-up of projects. */
export class IamService implements Service {
	readonly vendor = 'iam' as const;
	readonly operations = Object.values(ROUTES);

	/** @param limiter null switches the rate limits off */
	constructor(
		private readonly state: HuaweiState,
		private readonly limiter: RateLimiter | null = null,
	) {}

	operationOf(request: RawRequest): string | null {
		return ROUTES[`${request.method} ${request.path}`] ?? null;
	}

	answer(request: RawRequest, serverTime: number): Answer {
		const operation = this.operationOf(request);
		if (this.limiter) limitIam(this.limiter);
		if (operation === 'CreateToken') return this.createToken(request);
		const { accounts, tokens } = this.state;
		const { name } = authenticate(request, accounts, tokens, serverTime);
		if (operation === BY_AGENCY) return this.assumeAgency(request, name, serverTime);
		if (operation === null) refuse(404, 'Not Found', 'Could not find the requested resource.');
		if (operation === 'KeystoneListAuthDomains') return domainsOf(this.state, request);
		return this.listProjects(request, operation === 'ListProjects');
	}

	faultAnswer(status: number): Answer {
		return errorAnswer(status, status === 401 ? 'Unauthorized' : 'Error', 'Injected fault.');
	}

	private createToken(request: RawRequest): Answer {
		const body = parse(request.body.toString('utf8'));
		if (!isTokenBody(body)) {
			const [error] = isTokenBody.errors ?? [];
			refuse(400, 'Bad Request', `Request body${error?.instancePath} ${error?.message}.`);
		}
		const given = body.auth.identity.password.user;
		const user = this.state.accounts.users.find(
			(candidate) =>
				candidate.userName === given.name &&
				candidate.password === given.password &&
				candidate.domainName === given.domain.name,
		);
		if (!user) refuse(401, 'Unauthorized', 'The username or password is wrong.');
		const wanted = body.auth.scope?.project;
		const project = wanted ? this.findProject(wanted) : null;
		if (wanted && !project) {
			refuse(401, 'Unauthorized', `Could not find project: ${wanted.name ?? wanted.id}.`);
		}
		const token = this.state.tokens.issue(user, project);
		const domain = { id: this.state.accounts.domainId, name: user.domainName };
		const value = {
			methods: ['password'],
			issued_at: isoMicroseconds(token.issuedAt),
			expires_at: isoMicroseconds(token.expiresAt),
			catalog: [],
			roles: [{ id: '0', name: 'te_admin' }],
			...(project
				? { project: { id: project.id, name: nameOfProject(project), domain } }
				: { domain }),
			user: { ...userRecord(user), domain },
		};
		return json(201, { token: value }, { 'x-subject-token': token.value });
	}

	private assumeAgency(request: RawRequest, caller: string, now: number): Answer {
		const { accounts } = this.state;
		const { auth } = parse(request.body.toString('utf8')) as AgencyBody;
		const asked = auth?.identity?.assume_role;
		if (!asked?.agency_name || !asked.domain_name) {
			refuse(400, 'Bad Request', 'Request body is invalid.');
		}
		const { duration_seconds: duration = 900 } = asked;
		if (duration < 900 || duration > 86_400) {
			refuse(400, 'Bad Request', 'duration_seconds is not from 900 to 86400.');
		}
		const inAccount = (accounts.agencies ?? []).filter(
			({ domainName }) => domainName === asked.domain_name,
		);
		const key = grantRole(inAccount, { name: asked.agency_name, caller, duration }, now);
		if (key === 'unknown') refuse(404, 'Not Found', 'Could not find the agency.');
		if (typeof key === 'string') {
			refuse(403, 'Forbidden', 'You are not authorized to perform the requested action.');
		}
		const access = `HST${key.id.toUpperCase()}`;
		accounts.keys = [
			...stillKnown(accounts.keys, now),
			{
				accessKey: access,
				secretKey: key.secret,
				securityToken: key.token,
				expiresAt: key.expiresAt,
			},
		];
		const credential = {
			access,
			secret: key.secret,
			securitytoken: key.token,
			expires_at: isoMicroseconds(key.expiresAt),
		};
		return json(201, { credential });
	}

	private findProject(wanted: Name): HuaweiProject | null {
		const { projects } = this.state.accounts;
		return projects.find((p) => nameOfProject(p) === wanted.name || p.id === wanted.id) ?? null;
	}

	private listProjects(request: RawRequest, filtered: boolean): Answer {
		const fields = decodeFields(request.query) ?? [];
		const known = filtered ? [...PROJECT_FILTERS, ...PAGING] : [];
		const strange = fields.find(([name]) => !known.includes(name));
		if (strange) refuse(400, 'Bad Request', `Query parameter ${strange[0]} is not known.`);
		const filter = new Map(fields.filter(([name]) => PROJECT_FILTERS.includes(name)));
		const { accounts } = this.state;
		const { domainId } = accounts;
		const ownOf = ({ region, name }: HuaweiProject) =>
			accounts.projects.find((other) => name && other.region === region && !other.name);
		const links = { next: null, previous: null };
		const self = `http://${request.header('host')}${request.path}`;
		const projects = accounts.projects
			.map((project) => ({
				domain_id: domainId,
				is_domain: false,
				parent_id: ownOf(project)?.id ?? domainId,
				name: nameOfProject(project),
				description: '',
				links: { ...links, self: `${self}/${project.id}` },
				id: project.id,
				enabled: project.enabled ?? true,
			}))
			.filter((project) =>
				[...filter].every(([name, text]) => String(project[name as 'name']) === text),
			);
		return json(200, { projects: pageOf(projects, new Map(fields)), links: { ...links, self } });
	}
}

/** The rows of a page, all of them without paging. */
function pageOf<T>(rows: T[], fields: ReadonlyMap<string, string>): T[] {
	const [page, size] = PAGING.map((name) => fields.get(name));
	if (page === undefined && size === undefined) return rows;
	const [number, count] = [Number(page), Number(size)];
	if (!(number >= 1 && count >= 1 && count <= MOST_PER_PAGE)) {
		refuse(400, 'Bad Request', 'page and per_page go together, from 1, and per_page up to 5000.');
	}
	return rows.slice((number - 1) * count, number * count);
}

function userRecord(user: HuaweiUser) {
	return { id: '3df5acbc24a54fadb62a043c9000a307', name: user.userName, password_expires_at: '' };
}

/** 2019-02-13T06:52:13.855000Z */
function isoMicroseconds(ms: number): string {
	return new Date(ms).toISOString().replace('Z', '000Z');
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return refuse(400, 'Bad Request', 'The request body is not JSON.');
	}
}

function errorAnswer(status: number, title: string, message: string): Answer {
	return json(status, { error: { code: status, message, title } });
}

/** IAM's own error shape. */
function refuse(status: number, title: string, message: string): never {
	throw new AnswerError(errorAnswer(status, title, message));
}
