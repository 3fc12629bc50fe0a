import { json } from '../../http/answer';
import { grantRole, stillKnown } from '../../core/grants';
import { flat, refuseAt, type Companion, type CompanionHandler } from './companion';

interface AssumeBody {
	agency_urn: string;
	agency_session_name: string;
	duration_seconds?: number;
	external_id?: string;
	provider_urn?: string;
	id_token?: string;
}

const userUrn = (domainId: string, name: string) => `iam::${domainId}:user:${name}`;

/** Who signed: a user, or the session of an agency. */
const GetCallerIdentity: CompanionHandler = ({ state, caller }) => {
	const { domainId, keys } = state.accounts;
	const key = keys.find(({ accessKey }) => accessKey === caller?.name);
	const session = key?.session;
	return json(200, {
		account_id: domainId,
		principal_urn: session
			? `sts::${domainId}:assumed-agency:${session}`
			: userUrn(domainId, state.userName),
		principal_id: session
			? `0760a9e2e60026664f1fc0031f9f205e:${session.split('/')[1]}`
			: '3df5acbc24a54fadb62a043c9000a307',
	});
};

/** Grants temporary keys of an agency, to whom a trust policy names. */
const assume: CompanionHandler = ({ body, state, caller, serverTime }) => {
	const { agency_urn, agency_session_name, duration_seconds = 3600, ...given } = body as AssumeBody;
	const { accounts } = state;
	const [, , account, , name] = agency_urn.split(':');
	const roles = (accounts.agencies ?? []).filter(
		({ domainId = accounts.domainId }) => domainId === account,
	);
	const asked = {
		name,
		caller: caller?.name ?? String(given.id_token),
		externalId: given.external_id,
		duration: duration_seconds,
	};
	const key = grantRole(roles, asked, serverTime);
	if (key === 'unknown') refuseAt(sts, 'missing', `agency ${name} not found`);
	if (key === 'tooLong')
		refuseAt(sts, 'invalid', 'duration_seconds is longer than the agency allows');
	if (key === 'untrusted') refuseAt(sts, 'forbidden', 'access denied: the agency trusts others');
	const session = `${name}/${agency_session_name}`;
	const accessKey = `HST${key.id.toUpperCase()}`;
	const { secret: secretKey, token: securityToken, expiresAt } = key;
	accounts.keys = [
		...stillKnown(accounts.keys, serverTime),
		{ accessKey, secretKey, securityToken, expiresAt, session },
	];
	return json(200, {
		assumed_agency: {
			urn: `sts::${account}:assumed-agency:${session}`,
			id: `0760a9e2e60026664f1fc0031f9f205e:${agency_session_name}`,
		},
		credentials: {
			access_key_id: accessKey,
			secret_access_key: secretKey,
			security_token: securityToken,
			expiration: new Date(expiresAt).toISOString(),
		},
	});
};

/** Codes: IAM 5 API Reference, Error Codes. */
const STATUSES = {
	invalid: [400, 'PAP5.0011'],
	forbidden: [403, 'PAP5.0001'],
	missing: [404, 'PAP5.0015'],
} as const;

/** Security Token Service (IAM 5). */
export const sts: Companion = {
	operations: { GetCallerIdentity, AssumeAgency: assume, AssumeAgencyWithOIDC: assume },
	anonymous: ['AssumeAgencyWithOIDC'],
	refusal: (kind, text) => flat(STATUSES[kind], text),
};
