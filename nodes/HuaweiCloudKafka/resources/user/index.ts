import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { resetPassword } from './resetPassword';
import { update } from './update';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [getAll, create, remove, resetPassword, update],
};
