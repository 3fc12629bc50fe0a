import type { AlibabaKey } from '../../core/accounts';
import { MINUTE } from '../../core/clock';
import type { Field } from '../../core/encoding';
import type { RawRequest } from '../../http/request';
import type { Reject } from '../answers/errors';
import type { Nonces } from './nonces';
import { verifySignature } from './signature';
import type { SignatureRefusal } from './signed';

const REFUSALS: Record<SignatureRefusal, [status: number, message: string]> = {
	IncompleteSignature: [400, 'The request signature does not conform to Aliyun standards.'],
	'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
	SignatureDoesNotMatch: [400, 'Specified signature is not matched with our calculation.'],
};

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const MAX_SKEW = 15 * MINUTE;

/**
 * Checks the signature of either kind, the date (15 minutes), the nonce (once) and the STS token;
 * ends the request with the gateway's error otherwise.
 * @param fields all parameters, of query and form body
 * @param serverTime ms since the epoch
 */
export function authenticate(
	request: RawRequest,
	fields: readonly Field[],
	keys: readonly AlibabaKey[],
	nonces: Nonces,
	serverTime: number,
	reject: Reject,
): AlibabaKey {
	const signed = verifySignature(request, fields, keys);
	if ('refused' in signed) {
		const [status, message] = REFUSALS[signed.refused];
		return reject(status, signed.refused, signed.text ? `${message} ${signed.text}` : message);
	}
	if (!DATE.test(signed.date)) {
		reject(
			400,
			'InvalidTimeStamp.Format',
			'Specified time stamp or date value is not well formatted.',
		);
	}
	if (Math.abs(serverTime - Date.parse(signed.date)) > MAX_SKEW) {
		reject(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
	}
	if (!nonces.accept(signed.nonce)) {
		reject(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
	}
	checkToken(signed.token, signed.key, serverTime, reject);
	return signed.key;
}

function checkToken(
	token: string | undefined,
	key: AlibabaKey,
	serverTime: number,
	reject: Reject,
): void {
	if (token === key.securityToken) {
		if (serverTime < (key.expiresAt ?? Infinity)) return;
		reject(400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.');
	}
	if (token === undefined) {
		reject(400, 'MissingSecurityToken', 'SecurityToken is mandatory for this action.');
	}
	reject(
		400,
		'InvalidSecurityToken.MismatchWithAccessKey',
		'Specified SecurityToken mismatches the AccessKey.',
	);
}
