import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { deleteOffsets } from './deleteOffsets';
import { get } from './get';
import { getAll } from './getAll';
import { getOffsets } from './getOffsets';
import { getSubscriptions } from './getSubscriptions';
import { resetOffsets } from './resetOffsets';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [
		getAll,
		create,
		remove,
		get,
		getSubscriptions,
		getOffsets,
		resetOffsets,
		deleteOffsets,
	],
};
