import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';

/** Tells whom the key, or the role that the credential assumes, belongs to. STS GetCallerIdentity. */
export const getIdentity: Operation = {
	value: 'getIdentity',
	name: 'Get Identity',
	action: 'Get identity of account',
	description: 'Get the account, and the user or role that the credential signs requests as',
	api: 'GetCallerIdentity',
	request: post('/'),
	kind: 'read',
};
