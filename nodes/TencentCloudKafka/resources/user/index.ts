import type { Resource } from '../../../shared/contract/operation';
import { changePassword } from './changePassword';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [getAll, changePassword, create, remove],
};
