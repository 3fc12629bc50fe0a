import type { TencentKey } from '../../core/accounts';
import { grantRole, stillKnown, type TemporaryKey } from '../../core/grants';
import type { Answer } from '../../http/answer';
import { refuse, success } from '../answers/errors';
import type { Context, Handler } from '../requests/context';

/** The Security Token Service (2018-08-13). */

interface RoleBody {
	RoleArn: string;
	RoleSessionName: string;
	DurationSeconds?: number;
	ExternalId?: string;
	ProviderId?: string;
	WebIdentityToken?: string;
}

const SESSION_NAME = /^[\w+=,.@-]{2,128}$/;
const USUAL = 7200;

/** Account that everything belongs to, and its user whose keys sign. */
const ACCOUNT = '100000000001';
const USER = '100000000002';

/** A temporary key of the role, for whom its policy trusts. */
function granted(body: RoleBody, caller: string, { accounts, serverTime }: Context): Answer {
	const { RoleArn, RoleSessionName, DurationSeconds = USUAL, ExternalId } = body;
	if (!SESSION_NAME.test(RoleSessionName)) {
		refuse('InvalidParameter.ParamError', 'RoleSessionName is wrongly formed.');
	}
	const asked = { name: RoleArn, caller, externalId: ExternalId, duration: DurationSeconds };
	const key = grantRole(accounts.roles ?? [], asked, serverTime);
	if (key === 'unknown') refuse('ResourceNotFound.RoleNotFound', 'The role does not exist.');
	if (key === 'untrusted') refuse('UnauthorizedOperation', 'You are not allowed to assume it.');
	if (key === 'tooLong') refuse('InvalidParameter.OverTimeError', 'The duration is too long.');
	const known: TencentKey = {
		secretId: `AKID${key.id}`,
		secretKey: key.secret,
		token: key.token,
		expiresAt: key.expiresAt,
		assumed: { role: RoleArn, session: RoleSessionName },
	};
	accounts.keys = [...stillKnown(accounts.keys, serverTime), known];
	return keyAnswer(key, known);
}

function keyAnswer({ expiresAt, token }: TemporaryKey, { secretId, secretKey }: TencentKey) {
	const ExpiredTime = Math.floor(expiresAt / 1000);
	return success({
		Credentials: { Token: token, TmpSecretId: secretId, TmpSecretKey: secretKey },
		ExpiredTime,
		Expiration: new Date(ExpiredTime * 1000).toISOString().replace(/\.\d+/, ''),
	});
}

/** Grants a temporary key, which signs from now on. */
export const AssumeRole: Handler = ({ body, secretId }, context) =>
	granted(body as RoleBody, secretId, context);

/** The same for who has a token of an identity provider that the account knows; nothing signs it. */
export const AssumeRoleWithWebIdentity: Handler = ({ body }, context) => {
	const { ProviderId, WebIdentityToken } = body as RoleBody;
	const { identities = [] } = context.accounts;
	const known = identities.find(
		({ provider, token }) => provider === ProviderId && token === WebIdentityToken,
	);
	if (!known) refuse('InvalidParameter.WebIdentityTokenError', 'The token is not valid.');
	return granted(body as RoleBody, known.provider, context);
};

/** Whom the key that signed belongs to. */
export const GetCallerIdentity: Handler = ({ secretId }, { accounts }) => {
	const { assumed } = accounts.keys.find((key) => key.secretId === secretId) ?? {};
	if (!assumed) {
		return success({
			Arn: `qcs::cam::uin/${ACCOUNT}:uin/${USER}`,
			AccountId: ACCOUNT,
			UserId: USER,
			PrincipalId: USER,
			Type: 'CAMUser',
		});
	}
	const [, owner = ACCOUNT, name = ''] = /uin\/(\d+):role(?:Name)?\/(.+)$/.exec(assumed.role) ?? [];
	return success({
		Arn: `qcs::sts:${owner}:assumed-role/${name}/${assumed.session}`,
		AccountId: owner,
		UserId: `${name}:${assumed.session}`,
		PrincipalId: USER,
		Type: 'CAMRole',
	});
};
