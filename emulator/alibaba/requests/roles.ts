import { randomUUID } from 'node:crypto';

import type { Accounts } from '../../core/accounts';
import type { Field } from '../../core/encoding';
import { grantRole, stillKnown } from '../../core/grants';
import { json, type Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import type { Reject } from '../answers/errors';
import { ENVELOPE, fieldOf } from './parameters';

/** Its only operation here. */
export const ASSUME_ROLE = 'AssumeRole';

const VERSION = '2015-04-01';
const PARAMETERS = ['RoleArn', 'RoleSessionName', 'DurationSeconds', 'ExternalId', 'Policy'];

const SESSION_NAME = /^[A-Za-z0-9.@_-]{2,64}$/;
const SHORTEST = 900;
const USUAL = '3600';

/** Security Token Service (STS 2015-04-01): temporary keys of roles. */
export class Sts {
	/** @param accounts Get the keys that it grants */
	constructor(private readonly accounts: Accounts['alibaba']) {}

	/** Whether a request is for this service. */
	serves(request: RawRequest, fields: readonly Field[]): boolean {
		return (request.header('x-acs-version') ?? fieldOf(fields, 'Version')) === VERSION;
	}

	/** @param caller ID of the key that signed */
	answer(
		request: RawRequest,
		fields: readonly Field[],
		caller: string,
		now: number,
		reject: Reject,
	): Answer {
		const action = request.header('x-acs-action') ?? fieldOf(fields, 'Action');
		if (action !== ASSUME_ROLE) {
			reject(404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url.');
		}
		const strange = fields.find(([name]) => ![...ENVELOPE, ...PARAMETERS].includes(name));
		if (strange) reject(400, 'InvalidParameter', `The parameter ${strange[0]} is not known.`);
		const arn = fieldOf(fields, 'RoleArn') ?? '';
		const session = fieldOf(fields, 'RoleSessionName') ?? '';
		const duration = Number(fieldOf(fields, 'DurationSeconds') ?? USUAL);
		if (!/^acs:ram::\d+:role\/.+$/.test(arn)) {
			reject(400, 'InvalidParameter.RoleArn', 'The parameter RoleArn is wrongly formed.');
		}
		if (!SESSION_NAME.test(session)) {
			reject(400, 'InvalidParameter.RoleSessionName', 'RoleSessionName is wrongly formed.');
		}
		const tooLong = 'The Min/Max value of DurationSeconds is 15min/the maximum of the role.';
		if (!(duration >= SHORTEST)) reject(400, 'InvalidParameter.DurationSeconds', tooLong);
		const externalId = fieldOf(fields, 'ExternalId');
		const roles = this.accounts.roles ?? [];
		const key = grantRole(roles, { name: arn, caller, externalId, duration }, now);
		if (key === 'unknown') reject(404, 'EntityNotExist.Role', `The role not exists: ${arn}.`);
		if (key === 'untrusted') {
			const text = 'You are not authorized to do this action. You should be authorized by RAM.';
			reject(403, 'NoPermission', text);
		}
		if (key === 'tooLong') reject(400, 'InvalidParameter.DurationSeconds', tooLong);
		const AccessKeyId = `STS.${key.id}`;
		this.accounts.keys = [
			...stillKnown(this.accounts.keys, now),
			{
				accessKeyId: AccessKeyId,
				accessKeySecret: key.secret,
				securityToken: key.token,
				expiresAt: key.expiresAt,
			},
		];
		return json(200, {
			RequestId: randomUUID().toUpperCase(),
			AssumedRoleUser: {
				Arn: `${arn}/${session}`,
				AssumedRoleId: `344584339364951186:${session}`,
			},
			Credentials: {
				AccessKeyId,
				AccessKeySecret: key.secret,
				SecurityToken: key.token,
				Expiration: new Date(key.expiresAt).toISOString().replace(/\.\d+/, ''),
			},
		});
	}
}
