import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const aclRule: Resource = {
	value: 'aclRule',
	name: 'ACL Rule',
	operations: [getAll, create, remove, update],
};
