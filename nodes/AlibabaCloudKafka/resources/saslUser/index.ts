import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { resetPassword } from './resetPassword';

export const saslUser: Resource = {
	value: 'saslUser',
	name: 'SASL User',
	operations: [getAll, create, remove, resetPassword],
};
