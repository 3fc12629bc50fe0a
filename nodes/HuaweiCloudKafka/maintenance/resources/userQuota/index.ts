import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const userQuota: Resource = {
	value: 'userQuota',
	name: 'User or Client Quota',
	operations: [getAll, create, remove, update],
};
