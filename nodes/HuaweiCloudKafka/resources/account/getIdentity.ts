import type { Operation } from '../../../shared/contract/operation';
import { get, singleItem } from '../../../shared/contract/operation';
import { identityOf } from '../../api/identity';

/**
 * Tells whose the credential is. IAM 5, GetCallerIdentity: the user, or the session of an agency; where that
 * does not answer, KeystoneListAuthDomains of IAM, which every site has: the account.
 */
export const getIdentity: Operation = {
	value: 'getIdentity',
	name: 'Get Identity',
	action: 'Get identity of account',
	description:
		'Get the account that the credential belongs to, and in most regions the user or agency session that signs requests',
	api: 'KeystoneListAuthDomains',
	request: get('/v3/auth/domains'),
	kind: 'read',
	runSteps: async (item) => singleItem(await identityOf(item)),
};
