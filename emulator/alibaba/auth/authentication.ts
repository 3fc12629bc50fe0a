import type { AlibabaKey } from '../../core/accounts';
import type { Field } from '../../core/encoding';
import type { RawRequest } from '../../http/request';
import type { Refuse } from '../answers/errors';
import { verifyAcs3 } from './acs3';
import type { Nonces } from './nonces';
import { verifyRpc } from './rpc';

/** A signature that holds with what it covers, or the gateway's code for why it does not. */
export type Signed =
	| { key: AlibabaKey; token: string | undefined; date: string; nonce: string }
	| { refused: RefusalCode; text?: string };

const REFUSALS = {
	IncompleteSignature: [400, 'The request signature does not conform to Aliyun standards.'],
	'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
	SignatureDoesNotMatch: [400, 'Specified signature is not matched with our calculation.'],
} as const;
type RefusalCode = keyof typeof REFUSALS;

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const MAX_SKEW_MS = 15 * 60_000;

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
	refuse: Refuse,
): AlibabaKey {
	const v3 = request.header('authorization') !== undefined;
	const signed = v3 ? verifyAcs3(request, keys) : verifyRpc(request.method, fields, keys);
	if ('refused' in signed) {
		const [status, message] = REFUSALS[signed.refused];
		return refuse(status, signed.refused, signed.text ? `${message} ${signed.text}` : message);
	}
	if (!DATE.test(signed.date)) {
		refuse(
			400,
			'InvalidTimeStamp.Format',
			'Specified time stamp or date value is not well formatted.',
		);
	}
	if (Math.abs(serverTime - Date.parse(signed.date)) > MAX_SKEW_MS) {
		refuse(400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
	}
	if (!nonces.accept(signed.nonce)) {
		refuse(400, 'SignatureNonceUsed', 'Specified signature nonce was used already.');
	}
	checkToken(signed.token, signed.key, refuse);
	return signed.key;
}

function checkToken(token: string | undefined, key: AlibabaKey, refuse: Refuse): void {
	if (token === key.securityToken) return;
	if (token === undefined) {
		refuse(400, 'MissingSecurityToken', 'SecurityToken is mandatory for this action.');
	}
	refuse(
		400,
		'InvalidSecurityToken.MismatchWithAccessKey',
		'Specified SecurityToken mismatches the AccessKey.',
	);
}
