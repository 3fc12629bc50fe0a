import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { deleteMany } from './delete';
import { get, getPartitions, getProducers } from './get';
import { getAll } from './getAll';
import { reassignPartitions, reassignReplicas } from './reassign';
import { update } from './update';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		create,
		deleteMany,
		get,
		getPartitions,
		getProducers,
		reassignPartitions,
		reassignReplicas,
		update,
	],
};
