import type { Resource } from '../../../shared/contract/operation';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getProgress } from './getProgress';

export const backgroundTask: Resource = {
	value: 'backgroundTask',
	name: 'Background Task',
	operations: [getAll, remove, get, getProgress],
};
