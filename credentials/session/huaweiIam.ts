import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { ownRequestRefusal } from '../fields/domains';
import { huaweiKeys, huaweiLogin, ownProjectId } from '../fields/huawei';
import { withIgnoredSsl } from '../fields/ignoreSsl';
import { huaweiIamEndpoint } from '../regions/huawei';
import { headerOf, type Headers } from '../signing/headers';
import { signHuawei } from '../signing/huawei';
import { tlsFault, type NetworkError } from '../signing/tls';
import { fromWire, toWire } from '../signing/wire';

/** n8n's `helpers.httpRequest`, which does not authenticate. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<unknown>;

type Credentials = ICredentialDataDecryptedObject;

interface IamAnswer {
	statusCode: number;
	headers: Headers;
	body: IDataObject;
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

/** What went wrong with IAM, in words that hold nothing of the request. */
export function networkFault(error: unknown): Error {
	// A refusal of n8n itself, such as the credential's domain restriction, explains itself.
	if (error instanceof UserError) return error;
	const fault = tlsFault(error as NetworkError);
	if (fault) return new OperationalError(`Huawei Cloud IAM ${fault.problem}. ${fault.advice}`);
	const code = String((error as { code?: unknown }).code);
	return new OperationalError(
		`Huawei Cloud IAM is unreachable: ${NETWORK_FAULTS[code] ?? 'the connection failed'}. Check 'IAM Endpoint' and the network, then try again`,
	);
}

/**
 * One call to IAM. Faults are rebuilt from their code alone: n8n's own carry the request, and with it
 * the password.
 */
async function callIam(
	httpRequest: HttpRequest,
	credentials: Credentials,
	options: IHttpRequestOptions,
): Promise<IamAnswer> {
	const refusal = ownRequestRefusal(credentials, String(options.url));
	if (refusal) throw new UserError(`${refusal.problem}. ${refusal.advice}`);
	const outcome = await httpRequest({
		...withIgnoredSsl(credentials, options),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// The login must not follow a redirect to another host.
		disableFollowRedirect: true,
	}).catch(networkFault);
	if (outcome instanceof Error) throw outcome;
	const { statusCode, headers, body } = outcome as Partial<IamAnswer>;
	return { statusCode: statusCode ?? 0, headers: headers ?? {}, body: body ?? {} };
}

function iamRefusal(answer: IamAnswer, what: string, fields: string): Error {
	if (answer.statusCode === 401) {
		return new UserError(
			`Huawei Cloud IAM did not accept ${fields}. Check them, and make sure that the clock of the n8n server is correct`,
		);
	}
	if (answer.statusCode === 403) {
		return new UserError(
			`Huawei Cloud IAM does not allow ${what}. Grant the IAM user read access to IAM projects, or enter 'Project ID'`,
		);
	}
	if (answer.statusCode === 400 || answer.statusCode === 404) {
		return new UserError(
			`Huawei Cloud IAM rejected ${what} (HTTP ${answer.statusCode}). Check 'Region', 'Project ID', and 'IAM Endpoint'`,
		);
	}
	return new OperationalError(
		`Huawei Cloud IAM could not process ${what} (HTTP ${answer.statusCode}). Try again later`,
	);
}

/** Project IDs go into URLs, so an answer is checked before it is believed. */
function checkedProjectId(value: unknown): string | undefined {
	return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined;
}

/**
 * Finds the project of a region by its name, which is the region's ID. Never creates one.
 *
 * @param now Unix time in milliseconds
 * @throws UserError if IAM refuses or has no such project, OperationalError if it cannot be reached
 */
export async function lookUpProject(
	httpRequest: HttpRequest,
	credentials: Credentials,
	region: string,
	now: number,
): Promise<{ projectId: string }> {
	const request: IHttpRequestOptions = {
		method: 'GET',
		url: `${huaweiIamEndpoint(credentials, region)}/v3/projects?name=${region}`,
		headers: { 'Content-Type': 'application/json' },
	};
	const wire = toWire(request, 'repeat');
	const headers = signHuawei(wire, huaweiKeys(credentials), new Date(now));
	const answer = await callIam(httpRequest, credentials, fromWire(request, { ...wire, headers }));
	if (answer.statusCode !== 200) {
		throw iamRefusal(answer, 'the project lookup', "'Access Key ID' or 'Secret Access Key'");
	}
	const projects = (answer.body.projects ?? []) as IDataObject[];
	const projectId = checkedProjectId(projects.find(({ name }) => name === region)?.id);
	if (projectId === undefined) {
		throw new UserError(
			`This key cannot see a project for the region ${region} in the account. Check 'Region', or enter 'Project ID'`,
		);
	}
	return { projectId };
}

/**
 * Exchanges user name and password for a token of the region's project.
 *
 * @returns Project, token, and its end in milliseconds since 1970 (not a number if IAM gave none)
 * @throws UserError if IAM refuses, OperationalError if it cannot be reached
 */
export async function fetchToken(
	httpRequest: HttpRequest,
	credentials: Credentials,
	region: string,
): Promise<{ projectId: string; token: string; expiresAt: number }> {
	const { user, password, account } = huaweiLogin(credentials);
	const projectId = ownProjectId(credentials, region);
	const answer = await callIam(httpRequest, credentials, {
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
	});
	if (answer.statusCode !== 201 && answer.statusCode !== 200) {
		throw iamRefusal(answer, 'the sign-in', "'User Name', 'Password', or 'Account Name'");
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
