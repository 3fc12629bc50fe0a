import type { Resource } from '../../../shared/contract/operation';
import { getIdentity } from './getIdentity';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	operations: [getIdentity],
};
