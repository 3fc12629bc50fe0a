import type { TencentKey } from '../../core/accounts';
import type { RawRequest } from '../../http/request';
import { refuse } from '../answers/errors';
import { verifySignature } from './signature';

/**
 * Checks the signature; ends the request with the vendor's error when it does not hold.
 * @param service the one that the action belongs to, part of the signature's scope
 * @param serverTime ms since the epoch
 * @returns the key that signed
 */
export function authenticate(
	request: RawRequest,
	service: string,
	keys: readonly TencentKey[],
	serverTime: number,
): TencentKey {
	const verdict = verifySignature(request, service, keys, serverTime);
	if ('code' in verdict) refuse(verdict.code, verdict.text);
	return verdict.key;
}

/** Checks that a request says that nothing signs it. */
export function checkUnsigned(request: RawRequest): void {
	if (request.header('authorization') === 'SKIP' && !request.header('x-tc-token')) return;
	refuse('AuthFailure.InvalidAuthorization', 'The header Authorization is not SKIP.');
}
