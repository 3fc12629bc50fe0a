import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { deleteMany, deleteOne } from './delete';
import { getStatus, getSubscribers } from './get';
import { getAll } from './getAll';
import { queryMessages } from './queryMessages';
import { addPartitions, updateRemark, updateSetting } from './update';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		addPartitions,
		create,
		deleteOne,
		deleteMany,
		getStatus,
		getSubscribers,
		queryMessages,
		updateRemark,
		updateSetting,
	],
};
