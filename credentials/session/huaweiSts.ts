import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import type { Agency } from '../fields/agency';
import { huaweiKeys } from '../fields/huawei';
import { roleSettings } from '../fields/role';
import { huaweiServiceEndpoint } from '../regions/huaweiServices';
import { signHuawei, type HuaweiKeys } from '../signing/huawei';
import { fromWire, toWire } from '../signing/wire';
import type { Answer, Caller, Service } from './ask';
import { callIam, noKey, saidByIam } from './huaweiIam';
import type { Grant } from './roles';

/** Security Token Service, for texts. */
const STS: Service = { name: 'Huawei Cloud STS', field: 'Endpoint' };

type Credentials = ICredentialDataDecryptedObject;

type ByUrn = Exclude<Agency, { way: 'iam' }>;

/** The request for keys of an agency; nobody signs the one with a token, which proves who asks. */
function requestFor(credentials: Credentials, agency: ByUrn, now: number): IHttpRequestOptions {
	const { sessionName, duration, externalId } = roleSettings(credentials);
	const base = huaweiServiceEndpoint(credentials, 'sts');
	const common = {
		agency_urn: agency.urn,
		agency_session_name: sessionName,
		duration_seconds: duration,
	};
	const request = (path: string, body: IDataObject): IHttpRequestOptions => ({
		method: 'POST',
		url: `${base}${path}`,
		headers: { 'Content-Type': 'application/json' },
		body,
	});
	if (agency.way === 'oidc') {
		const { provider: provider_urn, token: id_token } = agency;
		return request('/v5/agencies/assume-with-oidc', { ...common, provider_urn, id_token });
	}
	const options = request('/v5/agencies/assume', {
		...common,
		...(externalId !== undefined && { external_id: externalId }),
	});
	const wire = toWire(options, 'repeat');
	const headers = signHuawei(wire, huaweiKeys(credentials), new Date(now));
	return fromWire(options, { ...wire, headers });
}

/** What a refusal means and what to do, by HTTP status. */
const refusals = (way: ByUrn['way']): Readonly<Record<number, string>> => ({
	400: `Huawei Cloud STS rejected the request for temporary keys of the agency. Check 'Agency URN', 'Session Duration (Minutes)', and ${way === 'oidc' ? "'OIDC Token'" : "'External ID'"}`,
	401: "Huawei Cloud STS did not accept 'OIDC Token'. Check that it is a current token of the identity provider",
	403:
		way === 'oidc'
			? "The agency may not be assumed. Make sure that its trust policy names 'Identity Provider URN' and the subject of the token"
			: 'The agency may not be assumed. Grant the IAM user sts:agencies:assume, and make sure that the agency trusts it',
	404: "The agency does not exist. Check 'Agency URN'",
});

function refusal(answer: Answer, credentials: Credentials, way: ByUrn['way'], now: number): Error {
	const said = saidByIam(answer, { credentials });
	const isOfKey = answer.statusCode === 401 && way !== 'oidc';
	const text = isOfKey ? noKey(STS, answer, now) : refusals(way)[answer.statusCode];
	if (text !== undefined) return new UserError(`${text}${said}`);
	return new OperationalError(
		`Huawei Cloud STS gave no temporary keys of the agency (HTTP ${answer.statusCode}). Try again later${said}`,
	);
}

/**
 * Temporary keys of an agency by the Security Token Service (IAM 5, AssumeAgency and AssumeAgencyWithOIDC).
 *
 * @throws UserError for an agency that may not be assumed, OperationalError if the service cannot be reached
 */
export async function grantByUrn(
	caller: Caller,
	agency: ByUrn,
	now: () => number,
): Promise<Grant<HuaweiKeys>> {
	const { credentials } = caller;
	const answer = await callIam(caller, () => requestFor(credentials, agency, now()), STS);
	const { access_key_id, secret_access_key, security_token, expiration } =
		(answer.body.credentials as IDataObject | undefined) ?? {};
	if (answer.statusCode >= 300 || !access_key_id || !secret_access_key || !security_token) {
		throw refusal(answer, credentials, agency.way, now());
	}
	return {
		keys: {
			accessKeyId: String(access_key_id),
			secretAccessKey: String(secret_access_key),
			securityToken: String(security_token),
		},
		expiresAt: Date.parse(String(expiration)),
		duration: roleSettings(credentials).duration,
	};
}
