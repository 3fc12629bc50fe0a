import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { deleteOffsets } from './deleteOffsets';
import { get } from './get';
import { getAll } from './getAll';
import { getMembers } from './getMembers';
import { getOffsets } from './getOffsets';
import { getSummary } from './getSummary';
import { getTopics } from './getTopics';
import { resetOffsets } from './resetOffsets';
import { update } from './update';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [
		getAll,
		create,
		remove,
		deleteMany,
		deleteOffsets,
		get,
		getMembers,
		getOffsets,
		getSummary,
		getTopics,
		resetOffsets,
		update,
	],
};
