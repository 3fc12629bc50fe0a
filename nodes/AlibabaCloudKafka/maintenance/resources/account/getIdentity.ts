import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { readOperation } from '../../../api/requests';

/** Tells whose keys sign. STS API Reference, GetCallerIdentity, which needs no permission. */
export const getIdentity: Operation = {
	value: 'getIdentity',
	name: 'Get Identity',
	action: 'Get identity of account',
	description:
		'Get the account, and the RAM user or role, that the credential acts as; needs no permission',
	...readOperation('GetCallerIdentity'),
	outcome: ({ RequestId: _, ...identity }) => singleItem(identity),
};
