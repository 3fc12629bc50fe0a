import type { Resource } from '../../../shared/operation';
import { create } from './create';
import { deleteMany } from './delete';
import { getAll } from './getAll';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [getAll, create, deleteMany],
};
