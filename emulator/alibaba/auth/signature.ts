import type { AlibabaKey } from '../../core/accounts';
import type { Field } from '../../core/encoding';
import type { RawRequest } from '../../http/request';
import { verifyAcs3 } from './acs3';
import { verifyRpc } from './rpc';
import type { Signed } from './signed';

/**
 * Checks the signature of a request: ACS3 in the header Authorization, otherwise RPC among the
 * parameters.
 * @param fields all parameters, of query and form body
 */
export function verifySignature(
	request: RawRequest,
	fields: readonly Field[],
	keys: readonly AlibabaKey[],
): Signed {
	return request.header('authorization') === undefined
		? verifyRpc(request.method, fields, keys)
		: verifyAcs3(request, keys);
}
