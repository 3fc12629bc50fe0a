import type { Accounts } from '../../core/accounts';
import { grantRole, stillKnown } from '../../core/grants';
import type { Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { refuse, refuseMissing, success } from '../answers/errors';

/** The only operation of the Security Token Service here. */
export const ASSUME_ROLE = 'AssumeRole';

/** Name in the scope of its signatures. */
export const STS = 'sts';

const VERSION = '2018-08-13';
const PARAMETERS = ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'ExternalId', 'Policy'];
const SESSION_NAME = /^[\w+=,.@-]{2,128}$/;
const USUAL = 7200;

/** Whether a request is for the Security Token Service. */
export const isForSts = (request: RawRequest): boolean =>
	request.header('x-tc-action') === ASSUME_ROLE;

function parametersOf(request: RawRequest): Record<string, unknown> {
	if (request.header('x-tc-version') !== VERSION) {
		refuse('NoSuchVersion', `The version of AssumeRole is ${VERSION}.`);
	}
	if (!request.header('x-tc-region')) refuseMissing('Region');
	const body = JSON.parse(request.body.toString('utf8')) as Record<string, unknown>;
	const strange = Object.keys(body).find((name) => !PARAMETERS.includes(name));
	if (strange) refuse('UnknownParameter', `The parameter \`${strange}\` is not recognized.`);
	return body;
}

/**
 * Grants a temporary key, which signs from now on (STS 2018-08-13, AssumeRole).
 *
 * @param caller ID of the key that signed
 * @param now Unix time in milliseconds
 */
export function assumeRole(
	request: RawRequest,
	accounts: Accounts['tencent'],
	caller: string,
	now: number,
): Answer {
	const { RoleArn, RoleSessionName, DurationSeconds = USUAL, ExternalId } = parametersOf(request);
	if (typeof RoleArn !== 'string' || !/^qcs::cam::uin\/\d+:role(Name)?\/.+$/.test(RoleArn)) {
		refuse('InvalidParameter.ParamError', 'RoleArn is wrongly formed.');
	}
	if (typeof RoleSessionName !== 'string' || !SESSION_NAME.test(RoleSessionName)) {
		refuse('InvalidParameter.ParamError', 'RoleSessionName is wrongly formed.');
	}
	const duration = Number(DurationSeconds);
	const externalId = ExternalId as string | undefined;
	const asked = { name: RoleArn, caller, externalId, duration };
	const key = grantRole(accounts.roles ?? [], asked, now);
	if (key === 'unknown') refuse('ResourceNotFound.RoleNotFound', 'The role does not exist.');
	if (key === 'untrusted') refuse('UnauthorizedOperation', 'You are not allowed to assume it.');
	if (key === 'tooLong') refuse('InvalidParameter.OverTimeError', 'The duration is too long.');
	const ExpiredTime = Math.floor(key.expiresAt / 1000);
	const secretId = `AKID${key.id}`;
	accounts.keys = [
		...stillKnown(accounts.keys, now),
		{ secretId, secretKey: key.secret, token: key.token, expiresAt: key.expiresAt },
	];
	return success({
		Credentials: { Token: key.token, TmpSecretId: secretId, TmpSecretKey: key.secret },
		ExpiredTime,
		Expiration: new Date(ExpiredTime * 1000).toISOString().replace(/\.\d+/, ''),
	});
}
