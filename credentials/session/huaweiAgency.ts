import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { agencyIn, wayOf, type Agency } from '../fields/agency';
import { assumesAgency, huaweiKeys, ownKeys } from '../fields/huawei';
import { roleSettings } from '../fields/role';
import { huaweiIamEndpoint } from '../regions/huawei';
import { huaweiServiceEndpoint } from '../regions/huaweiServices';
import { signHuawei, type HuaweiKeys } from '../signing/huawei';
import { fromWire, toWire } from '../signing/wire';
import type { Answer, Caller } from './ask';
import { callIam, IAM, noKey, saidByIam } from './huaweiIam';
import { grantByUrn } from './huaweiSts';
import { Roles, type Grant } from './roles';

type Credentials = ICredentialDataDecryptedObject;

type ByName = Extract<Agency, { way: 'iam' }>;

/** A request for the keys of an agency; without a duration IAM grants 15 minutes. */
function signedRequest(
	credentials: Credentials,
	{ name, account }: ByName,
	now: number,
): IHttpRequestOptions {
	const { sessionName, duration } = roleSettings(credentials);
	const request: IHttpRequestOptions = {
		method: 'POST',
		url: `${huaweiIamEndpoint(credentials)}/v3.0/OS-CREDENTIAL/securitytokens`,
		headers: { 'Content-Type': 'application/json' },
		body: {
			auth: {
				identity: {
					methods: ['assume_role'],
					assume_role: {
						agency_name: name,
						domain_name: account,
						duration_seconds: duration,
						session_user: { name: sessionName },
					},
				},
			},
		},
	};
	const wire = toWire(request, 'repeat');
	const headers = signHuawei(wire, huaweiKeys(credentials), new Date(now));
	return fromWire(request, { ...wire, headers });
}

/** What a refusal means and what to do, by HTTP status. */
const REFUSALS: Readonly<Record<number, string>> = {
	400: "Huawei Cloud IAM rejected the request for temporary keys of the agency. Check 'Agency Name', 'Delegating Account Name', and 'Session Duration (Minutes)'",
	403: 'The agency may not be assumed. Grant the IAM user the role Agent Operator, and make sure that the agency delegates to its account',
	404: "The agency does not exist. Check 'Agency Name' and 'Delegating Account Name'",
};

function refusal(answer: Answer, credentials: Credentials, now: number): Error {
	const said = saidByIam(answer, { credentials });
	const text = answer.statusCode === 401 ? noKey(IAM, answer, now) : REFUSALS[answer.statusCode];
	if (text !== undefined) return new UserError(`${text}${said}`);
	return new OperationalError(
		`Huawei Cloud IAM gave no temporary keys of the agency (HTTP ${answer.statusCode}). Try again later${said}`,
	);
}

async function grantByName(
	caller: Caller,
	agency: ByName,
	now: () => number,
): Promise<Grant<HuaweiKeys>> {
	const { credentials } = caller;
	const answer = await callIam(caller, () => signedRequest(credentials, agency, now()));
	const { access, secret, securitytoken, expires_at } =
		(answer.body.credential as IDataObject | undefined) ?? {};
	if (answer.statusCode >= 300 || !access || !secret || !securitytoken) {
		throw refusal(answer, credentials, now());
	}
	return {
		keys: {
			accessKeyId: String(access),
			secretAccessKey: String(secret),
			securityToken: String(securitytoken),
		},
		expiresAt: Date.parse(String(expires_at)),
		duration: roleSettings(credentials).duration,
	};
}

async function grant(caller: Caller, now: () => number): Promise<Grant<HuaweiKeys>> {
	const agency = agencyIn(caller.credentials);
	return agency.way === 'iam'
		? await grantByName(caller, agency, now)
		: await grantByUrn(caller, agency, now);
}

/** Where keys of the agency come from. */
const grantedAt = (credentials: Credentials): string =>
	wayOf(credentials) === 'iam'
		? huaweiIamEndpoint(credentials)
		: huaweiServiceEndpoint(credentials, 'sts');

/**
 * All in a credential that keys of its agency depend on; nothing where it assumes none.
 *
 * @throws UserError naming the bad field
 */
export const agencyOf = (credentials: Credentials): unknown[] =>
	assumesAgency(credentials)
		? [
				ownKeys(credentials),
				grantedAt(credentials),
				agencyIn(credentials),
				roleSettings(credentials),
			]
		: [];

/** The agencies that credentials assume (IAM, CreateTemporaryAccessKeyByAgency; STS, AssumeAgency). */
export const huaweiAgencies = new Roles<HuaweiKeys>({
	name: 'agencies',
	service: IAM,
	assumes: assumesAgency,
	dependsOn: agencyOf,
	grant,
});
