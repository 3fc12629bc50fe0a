import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { deleteMany, deleteOne } from './delete';
import { get, getSummary } from './get';
import { getAll } from './getAll';
import { getMembers, getOffsets, getTopics } from './lists';
import { deleteOffsets, resetOffsets } from './offsets';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [
		getAll,
		create,
		deleteOne,
		deleteMany,
		deleteOffsets,
		get,
		getMembers,
		getOffsets,
		getSummary,
		getTopics,
		resetOffsets,
	],
};
