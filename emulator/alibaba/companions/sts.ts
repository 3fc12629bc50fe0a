import type { AlibabaKey } from '../../core/accounts';
import { grantRole, stillKnown } from '../../core/grants';
import type { CompanionContext, CompanionHandler } from './companion';

/** Security Token Service (2015-04-01). */

interface RoleParameters {
	RoleArn?: string;
	RoleSessionName?: string;
	DurationSeconds?: number;
	ExternalId?: string;
	OIDCProviderArn?: string;
	OIDCToken?: string;
}

const SESSION_NAME = /^[A-Za-z0-9.@_-]{2,64}$/;
const ROLE = /^acs:ram::(\d+):role\/(.+)$/;
const SHORTEST = 900;
const USUAL = 3600;

/** Account that everything belongs to, and its user whose keys sign. */
const ACCOUNT = '1234567890123456';
const USER = '216959339000000001';

/** ID that every role has here. */
const ROLE_ID = '344584339364951186';

/** A temporary key of the role, for whom its policy trusts. */
function granted(
	{ RoleArn: arn = '', RoleSessionName: session = '', ...given }: RoleParameters,
	caller: string,
	{ accounts, serverTime, reject }: CompanionContext,
) {
	const { DurationSeconds: duration = USUAL, ExternalId: externalId } = given;
	if (!ROLE.test(arn)) {
		reject(400, 'InvalidParameter.RoleArn', 'The parameter RoleArn is wrongly formed.');
	}
	if (!SESSION_NAME.test(session)) {
		reject(400, 'InvalidParameter.RoleSessionName', 'RoleSessionName is wrongly formed.');
	}
	const tooLong = 'The Min/Max value of DurationSeconds is 15min/the maximum of the role.';
	if (!(duration >= SHORTEST)) reject(400, 'InvalidParameter.DurationSeconds', tooLong);
	const asked = { name: arn, caller, externalId, duration };
	const key = grantRole(accounts.roles ?? [], asked, serverTime);
	if (key === 'unknown') return reject(404, 'EntityNotExist.Role', `The role not exists: ${arn}.`);
	if (key === 'untrusted') {
		const text = 'You are not authorized to do this action. You should be authorized by RAM.';
		return reject(403, 'NoPermission', text);
	}
	if (key === 'tooLong') return reject(400, 'InvalidParameter.DurationSeconds', tooLong);
	const known: AlibabaKey = {
		accessKeyId: `STS.${key.id}`,
		accessKeySecret: key.secret,
		securityToken: key.token,
		expiresAt: key.expiresAt,
		assumed: { role: arn, session },
	};
	accounts.keys = [...stillKnown(accounts.keys, serverTime), known];
	return {
		AssumedRoleUser: { Arn: `${arn}/${session}`, AssumedRoleId: `${ROLE_ID}:${session}` },
		Credentials: {
			AccessKeyId: known.accessKeyId,
			AccessKeySecret: key.secret,
			SecurityToken: key.token,
			Expiration: new Date(key.expiresAt).toISOString().replace(/\.\d+/, ''),
		},
	};
}

/** Grants a temporary key, which signs from now on. */
export const AssumeRole: CompanionHandler = ({ parameters, key }, context) =>
	granted(parameters, key?.accessKeyId ?? '', context);

/** The same for who has a token of an identity provider that the account knows; nothing signs it. */
export const AssumeRoleWithOIDC: CompanionHandler = ({ parameters }, context) => {
	const { OIDCProviderArn: provider = '', OIDCToken: token } = parameters as RoleParameters;
	const { identities = [] } = context.accounts;
	const { reject } = context;
	if (!identities.some((one) => one.provider === provider)) {
		return reject(404, 'EntityNotExist.OIDCProvider', 'The OIDC provider does not exist.');
	}
	if (!identities.some((one) => one.provider === provider && one.token === token)) {
		return reject(400, 'AuthenticationFail.OIDCToken.Invalid', 'This OIDC token is invalid.');
	}
	return granted(parameters, provider, context);
};

/** Whom the key that signed belongs to. */
export const GetCallerIdentity: CompanionHandler = ({ key }) => {
	const { assumed } = key ?? {};
	if (!assumed) {
		return {
			AccountId: ACCOUNT,
			IdentityType: 'RAMUser',
			Arn: `acs:ram::${ACCOUNT}:user/kafka`,
			PrincipalId: USER,
			UserId: USER,
		};
	}
	const [, owner, role] = ROLE.exec(assumed.role) ?? [];
	return {
		AccountId: owner,
		IdentityType: 'AssumedRoleUser',
		Arn: `acs:ram::${owner}:assumed-role/${role}/${assumed.session}`,
		PrincipalId: `${ROLE_ID}:${assumed.session}`,
		RoleId: ROLE_ID,
	};
};
