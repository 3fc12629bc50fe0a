import type { Resource } from '../../../shared/contract/operation';
import { addAllowedIps } from './addAllowedIps';
import { addPartitions } from './addPartitions';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { getAllDetailed } from './getAllDetailed';
import { getAttributes } from './getAttributes';
import { getProducers } from './getProducers';
import { getReplicas } from './getReplicas';
import { getSubscribers } from './getSubscribers';
import { update } from './update';
import { updateMany } from './updateMany';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		addAllowedIps,
		addPartitions,
		create,
		remove,
		getAllDetailed,
		getAttributes,
		getProducers,
		getReplicas,
		getSubscribers,
		update,
		updateMany,
	],
};
