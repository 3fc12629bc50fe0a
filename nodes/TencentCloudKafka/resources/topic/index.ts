import type { Resource } from '../../../shared/contract/operation';
import { addAllowedIps } from './allowedIps';
import { create } from './create';
import { deleteOne } from './delete';
import { getAttributes, getProducers, getSubscribers } from './get';
import { getAll, getAllDetailed } from './getAll';
import { addPartitions } from './partitions';
import { update } from './update';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		addAllowedIps,
		addPartitions,
		create,
		deleteOne,
		getAllDetailed,
		getAttributes,
		getProducers,
		getSubscribers,
		update,
	],
};
