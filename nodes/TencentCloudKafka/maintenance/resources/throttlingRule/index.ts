import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const throttlingRule: Resource = {
	value: 'throttlingRule',
	name: 'Throttling Rule',
	operations: [getAll, create, update, remove],
};
