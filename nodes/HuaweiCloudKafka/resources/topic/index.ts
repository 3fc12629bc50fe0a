import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getPartitions } from './getPartitions';
import { getProducers } from './getProducers';
import { reassignPartitions } from './reassignPartitions';
import { reassignReplicas } from './reassignReplicas';
import { update } from './update';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		create,
		remove,
		get,
		getPartitions,
		getProducers,
		reassignPartitions,
		reassignReplicas,
		update,
	],
};
