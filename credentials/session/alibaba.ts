import { randomUUID } from 'node:crypto';
import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { ALIBABA_KEY_REFUSALS, alibabaKeys, signsV1 } from '../fields/alibaba';
import { oidcOf, usesOidc } from '../fields/alibabaOidc';
import { forStack, stackOf } from '../fields/alibabaStack';
import { assumesRole, roleSettings, roleText, type RoleText } from '../fields/role';
import { alibabaStsEndpoint } from '../regions/alibaba';
import { isoSeconds } from '../signing/encoding';
import { signAcs3, signRpcV1, type AlibabaKeys } from '../signing/alibaba';
import { withHeaders } from '../signing/headers';
import { fromWire, toWire } from '../signing/wire';
import { ask, saidBy, type Answer, type Caller, type Service } from './ask';
import { Roles, type Grant } from './roles';

type Credentials = ICredentialDataDecryptedObject;

const STS: Service = { name: 'Alibaba Cloud STS', field: 'STS Endpoint' };

const ROLE_ARN: RoleText = {
	name: 'roleArn',
	label: 'Role ARN',
	form: /^acs:ram::\d+:role\/[\w.@/-]+$/,
	mend: 'Copy it from the role in the RAM console, for example acs:ram::1234567890123456:role/kafka-operator',
};

/** What to do about a refusal of the role, by code. AliyunSTSAssumeRoleAccess cannot be named: n8n takes the end for EACCES. */
const ROLE_REFUSALS: ReadonlyArray<readonly [code: RegExp, text: string]> = [
	[/^EntityNotExist\.Role/, "The role does not exist. Check 'Role ARN'"],
	[
		/NoPermission|^Forbidden|^AccessDenied/,
		"The role may not be assumed. Grant the RAM user sts:AssumeRole, and make sure that the trust policy of the role names the user or its account, and that 'External ID' is the one it requires",
	],
	[
		/DurationSeconds/,
		"'Session Duration (Minutes)' is longer than the maximum session duration of the role. Enter less, or raise the maximum in the RAM console",
	],
	[/RoleArn/, "'Role ARN' is not valid. Copy it from the role in the RAM console"],
	[/RoleSessionName/, "'Role Session Name' is not valid. Use letters, digits, and . _ @ -"],
	[/ExternalId/, "'External ID' is not valid. Copy it from the trust policy of the role"],
];

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' };

/** What every request for the keys of a role says; in the form, as the vendor's credentials SDK sends it: URLs are logged on the way. */
function roleOf(credentials: Credentials) {
	const { sessionName, duration, externalId } = roleSettings(credentials);
	return {
		RoleArn: roleText(credentials, ROLE_ARN),
		RoleSessionName: sessionName,
		DurationSeconds: String(duration),
		...(externalId !== undefined && !usesOidc(credentials) && { ExternalId: externalId }),
	};
}

/** A request for the same with a token, which nothing signs. */
function tokenRequest(credentials: Credentials, now: number): IHttpRequestOptions {
	const { provider, token } = oidcOf(credentials);
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: `${alibabaStsEndpoint(credentials)}/`,
		headers: FORM,
		qs: {
			Action: 'AssumeRoleWithOIDC',
			Format: 'JSON',
			Timestamp: isoSeconds(new Date(now)),
			Version: '2015-04-01',
		},
		body: { ...roleOf(credentials), OIDCProviderArn: provider, OIDCToken: token },
	};
	return fromWire(request, forStack(toWire(request, 'dotsFrom1'), credentials));
}

/** A request for the keys of a role, signed as the credential signs all its requests. */
function signedRequest(credentials: Credentials, now: number): IHttpRequestOptions {
	const keys = alibabaKeys(credentials);
	const earlier = signsV1(credentials);
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: `${alibabaStsEndpoint(credentials)}/`,
		headers: FORM,
		body: roleOf(credentials),
		...(earlier && { qs: { Action: 'AssumeRole', Version: '2015-04-01', Format: 'JSON' } }),
	};
	const wire = forStack(toWire(request, 'dotsFrom1'), credentials);
	const moment = { now: new Date(now), nonce: randomUUID() };
	if (earlier) return fromWire(request, signRpcV1(wire, keys, moment));
	const named = {
		...wire,
		headers: withHeaders(wire.headers, {
			'x-acs-action': 'AssumeRole',
			'x-acs-version': '2015-04-01',
		}),
	};
	return fromWire(request, { ...named, headers: signAcs3(named, keys, moment) });
}

const secretsOf = ({ accessKeySecret, securityToken = '' }: AlibabaKeys) => [
	accessKeySecret,
	securityToken,
];

/** What to do about a refusal of a token, by code: these come before those of a role. */
const TOKEN_REFUSALS: ReadonlyArray<readonly [code: RegExp, text: string]> = [
	[/OIDCProvider/, "The OIDC provider does not exist. Check 'OIDC Provider ARN'"],
	[
		/OIDCToken.*Expired/i,
		"'OIDC Token' has expired. Use an expression that gives a valid one, and check the clock of the provider",
	],
	[
		/OIDCToken|AuthenticationFail/,
		"'OIDC Token' is not valid. Check that it is an ID token of the provider, and that the provider in the RAM console has its client ID",
	],
	[
		/NoPermission|^Forbidden|^AccessDenied/,
		'The role may not be assumed. Make sure that the trust policy of the role names the OIDC provider, and that its conditions fit the token',
	],
];

function refusal({ statusCode, body }: Answer, credentials: Credentials): Error {
	const { Code, Message, RequestId } = body as Record<string, string | undefined>;
	const code = String(Code ?? '');
	const isToken = usesOidc(credentials);
	const said = saidBy(
		{ code: Code, words: Message, requestId: RequestId },
		isToken ? [oidcOf(credentials).token] : secretsOf(alibabaKeys(credentials)),
	);
	const text =
		(isToken && TOKEN_REFUSALS.find(([pattern]) => pattern.test(code))?.[1]) ||
		(ALIBABA_KEY_REFUSALS.find(([codes]) => codes.includes(code))?.[1] ??
			ROLE_REFUSALS.find(([pattern]) => pattern.test(code))?.[1]);
	if (text !== undefined) return new UserError(`${text}${said}`);
	return new OperationalError(
		`Alibaba Cloud STS gave no temporary keys of the role (HTTP ${statusCode}). Check 'Role ARN' and 'STS Endpoint', then try again${said}`,
	);
}

async function grant(caller: Caller, now: () => number): Promise<Grant<AlibabaKeys>> {
	const { credentials } = caller;
	const asking = {
		service: STS,
		throttled: ({ statusCode, body }: Answer) =>
			statusCode === 429 || /^Throttling/.test(String(body.Code)) ? 0 : undefined,
	};
	const answer = await ask(caller, asking, () =>
		(usesOidc(credentials) ? tokenRequest : signedRequest)(credentials, now()),
	);
	const given = answer.body.Credentials as IDataObject | undefined;
	const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = given ?? {};
	if (answer.statusCode !== 200 || !AccessKeyId || !AccessKeySecret || !SecurityToken) {
		throw refusal(answer, credentials);
	}
	return {
		keys: {
			accessKeyId: String(AccessKeyId),
			accessKeySecret: String(AccessKeySecret),
			securityToken: String(SecurityToken),
		},
		expiresAt: Date.parse(String(Expiration)),
		duration: roleSettings(credentials).duration,
	};
}

/** The RAM roles that credentials assume (STS, AssumeRole). */
export const alibabaRoles = new Roles<AlibabaKeys>({
	name: 'RAM roles',
	service: STS,
	assumes: assumesRole,
	dependsOn: (credentials) => [
		usesOidc(credentials) ? oidcOf(credentials) : alibabaKeys(credentials),
		signsV1(credentials),
		stackOf(credentials),
		alibabaStsEndpoint(credentials),
		roleText(credentials, ROLE_ARN),
		roleSettings(credentials),
	],
	grant,
});
