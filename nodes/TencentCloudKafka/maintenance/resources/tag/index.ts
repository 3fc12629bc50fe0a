import type { Resource } from '../../../../shared/contract/operation';
import { add } from './add';
import { getAll } from './getAll';
import { remove } from './remove';

export const tag: Resource = {
	value: 'tag',
	name: 'Tag',
	operations: [getAll, add, remove],
};
