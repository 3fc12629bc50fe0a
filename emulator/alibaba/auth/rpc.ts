import type { AlibabaKey } from '../../core/accounts';
import { byCodeUnit, percentEncode, type Field } from '../../core/encoding';
import { hmac, sameText } from '../../core/signatures';
import type { Signed } from './signed';

/**
 * Checks an RPC signature, version 1.0 (HMAC-SHA1), over all parameters but Signature, wherever
 * they were sent.
 */
export function verifyRpc(
	method: string,
	fields: readonly Field[],
	keys: readonly AlibabaKey[],
): Signed {
	const value = (name: string) => fields.find(([key]) => key === name)?.[1];
	if (value('SignatureMethod') !== 'HMAC-SHA1' || value('SignatureVersion') !== '1.0') {
		return {
			refused: 'IncompleteSignature',
			text: 'SignatureMethod or SignatureVersion is wrong.',
		};
	}
	const key = keys.find((candidate) => candidate.accessKeyId === value('AccessKeyId'));
	if (!key) return { refused: 'InvalidAccessKeyId.NotFound' };
	const canonical = fields
		.filter(([name]) => name !== 'Signature')
		.sort((a, b) => byCodeUnit(a[0], b[0]))
		.map(([name, text]) => `${percentEncode(name)}=${percentEncode(text)}`)
		.join('&');
	const toSign = `${method}&${percentEncode('/')}&${percentEncode(canonical)}`;
	const expected = hmac('sha1', `${key.accessKeySecret}&`, toSign).toString('base64');
	if (!sameText(expected, value('Signature') ?? '')) {
		return { refused: 'SignatureDoesNotMatch', text: `server string to sign is:${toSign}` };
	}
	return {
		key,
		token: value('SecurityToken'),
		date: value('Timestamp') ?? '',
		nonce: value('SignatureNonce') ?? '',
	};
}
