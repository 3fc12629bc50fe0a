import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { regionOf } from '../fields/checks';
import { assumesRole, roleSettings, roleText, type RoleText } from '../fields/role';
import { TENCENT_KEY_REFUSALS, tencentKeys } from '../fields/tencent';
import { usesWebIdentity, webIdentityOf } from '../fields/tencentWebIdentity';
import { tencentStsEndpoint } from '../regions/tencent';
import { signTc3, type TencentKeys } from '../signing/tencent';
import { withHeaders } from '../signing/headers';
import { fromWire, toWire } from '../signing/wire';
import { ask, saidBy, type Answer, type Caller, type Service } from './ask';
import { Roles, type Grant } from './roles';

type Credentials = ICredentialDataDecryptedObject;

const STS: Service = { name: 'Tencent Cloud STS', field: 'STS Endpoint' };

const ROLE_ARN: RoleText = {
	name: 'roleArn',
	label: 'Role ARN',
	form: /^qcs::cam::uin\/\d+:role(Name)?\/[\w.@/-]+$/,
	mend: 'Copy it from the role in the CAM console, for example qcs::cam::uin/100000000001:roleName/kafka-operator',
};

const NOT_ALLOWED =
	"The role may not be assumed. Grant the CAM user sts:AssumeRole, and make sure that the trust policy of the role names its account, and that 'External ID' is the one it requires";

/** What to do about a refusal of the role, by code (error codes of the official Go SDK). */
const ROLE_REFUSALS: Readonly<Record<string, string>> = {
	'ResourceNotFound.RoleNotFound': "The role does not exist. Check 'Role ARN'",
	'InternalError.GetRoleError': "The role does not exist. Check 'Role ARN'",
	'InternalError.IllegalRole': NOT_ALLOWED,
	UnauthorizedOperation: NOT_ALLOWED,
	'AuthFailure.UnauthorizedOperation': NOT_ALLOWED,
	'InvalidParameter.OverTimeError':
		"'Session Duration (Minutes)' is longer than the maximum session duration of the role. Enter less, or raise the maximum in the CAM console",
	'InvalidParameter.AccessKeyNotSupport':
		"Tencent Cloud does not grant roles to this kind of key. Use the key of a CAM user as 'Secret ID' and 'Secret Key'",
};

/** What to do about a refusal of a token, by code: these come before those of a role. */
const TOKEN_REFUSALS: ReadonlyArray<readonly [code: RegExp, text: string]> = [
	[
		/^InvalidParameter\.WebIdentityTokenError$|^AuthFailure/,
		"'OIDC Token' is not valid or has expired. Use an expression that gives a valid ID token, and check 'OIDC Provider', and that the provider in the CAM console has the client ID of the token",
	],
	[
		/UnauthorizedOperation$|^InternalError\.IllegalRole$/,
		'The role may not be assumed. Make sure that the trust policy of the role names the OIDC provider, and that its conditions fit the token',
	],
];

/** What every request for the keys of a role has. */
function requestFor(action: string, credentials: Credentials, more: object): IHttpRequestOptions {
	const { sessionName, duration } = roleSettings(credentials);
	return {
		method: 'POST',
		url: `${tencentStsEndpoint(credentials)}/`,
		headers: {
			'Content-Type': 'application/json',
			'X-TC-Action': action,
			'X-TC-Version': '2018-08-13',
			'X-TC-Region': regionOf(credentials),
			'X-TC-Language': 'en-US',
		},
		body: {
			RoleArn: roleText(credentials, ROLE_ARN),
			RoleSessionName: sessionName,
			DurationSeconds: duration,
			...more,
		},
	};
}

/** A request for the keys of a role with a token, which nothing signs: the header says so, as in the official SDKs. */
function tokenRequest(credentials: Credentials, now: number): IHttpRequestOptions {
	const { provider, token } = webIdentityOf(credentials);
	const request = requestFor('AssumeRoleWithWebIdentity', credentials, {
		ProviderId: provider,
		WebIdentityToken: token,
	});
	const wire = toWire(request, 'dotsFrom0');
	const headers = withHeaders(wire.headers, {
		'X-TC-Timestamp': String(Math.floor(now / 1000)),
		Authorization: 'SKIP',
	});
	return fromWire(request, { ...wire, headers });
}

/** A request for the same, signed with the key of the credential. */
function signedRequest(credentials: Credentials, now: number): IHttpRequestOptions {
	const { externalId } = roleSettings(credentials);
	const request = requestFor('AssumeRole', credentials, {
		...(externalId !== undefined && { ExternalId: externalId }),
	});
	const wire = toWire(request, 'dotsFrom0');
	const headers = signTc3(wire, tencentKeys(credentials), 'sts', new Date(now));
	return fromWire(request, { ...wire, headers });
}

/** What is inside the envelope. */
const inside = ({ body }: Answer): IDataObject => (body.Response as IDataObject | undefined) ?? {};

const codeIn = (answer: Answer): string =>
	String((inside(answer).Error as IDataObject | undefined)?.Code ?? '');

const secretsOf = ({ secretKey, token = '' }: TencentKeys) => [secretKey, token];

function refusal(answer: Answer, credentials: Credentials): Error {
	const { Error: fault, RequestId } = inside(answer) as {
		Error?: { Code?: string; Message?: string };
		RequestId?: string;
	};
	const isToken = usesWebIdentity(credentials);
	const said = saidBy(
		{ code: fault?.Code, words: fault?.Message, requestId: RequestId },
		isToken ? [webIdentityOf(credentials).token] : secretsOf(tencentKeys(credentials)),
	);
	const code = codeIn(answer);
	const text =
		(isToken ? TOKEN_REFUSALS.find(([pattern]) => pattern.test(code))?.[1] : undefined) ??
		TENCENT_KEY_REFUSALS.find(([one]) => one === code)?.[1] ??
		(Object.hasOwn(ROLE_REFUSALS, code) ? ROLE_REFUSALS[code] : undefined);
	if (text !== undefined) return new UserError(`${text}${said}`);
	return new OperationalError(
		`Tencent Cloud STS gave no temporary keys of the role (HTTP ${answer.statusCode}). Check 'Role ARN', 'Site', and 'STS Endpoint', then try again${said}`,
	);
}

async function grant(caller: Caller, now: () => number): Promise<Grant<TencentKeys>> {
	const { credentials } = caller;
	const asking = {
		service: STS,
		throttled: (answer: Answer) =>
			answer.statusCode === 429 ||
			/^RequestLimitExceeded|^InvalidParameter\.OverLimit$/.test(codeIn(answer))
				? 0
				: undefined,
	};
	const answer = await ask(caller, asking, () =>
		(usesWebIdentity(credentials) ? tokenRequest : signedRequest)(credentials, now()),
	);
	const { Credentials: given, ExpiredTime } = inside(answer);
	const { TmpSecretId, TmpSecretKey, Token } = (given as IDataObject | undefined) ?? {};
	if (answer.statusCode !== 200 || !TmpSecretId || !TmpSecretKey || !Token) {
		throw refusal(answer, credentials);
	}
	return {
		keys: {
			secretId: String(TmpSecretId),
			secretKey: String(TmpSecretKey),
			token: String(Token),
		},
		expiresAt: Number(ExpiredTime) * 1000,
		duration: roleSettings(credentials).duration,
	};
}

/** The CAM roles that credentials assume (STS, AssumeRole and AssumeRoleWithWebIdentity). */
export const tencentRoles = new Roles<TencentKeys>({
	name: 'CAM roles',
	service: STS,
	assumes: assumesRole,
	dependsOn: (credentials) => [
		usesWebIdentity(credentials) ? webIdentityOf(credentials) : tencentKeys(credentials),
		tencentStsEndpoint(credentials),
		roleText(credentials, ROLE_ARN),
		roleSettings(credentials),
	],
	grant,
});
