import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { createMany } from './createMany';
import { remove } from './delete';
import { getAll } from './getAll';

export const acl: Resource = {
	value: 'acl',
	name: 'ACL',
	operations: [getAll, create, createMany, remove],
};
