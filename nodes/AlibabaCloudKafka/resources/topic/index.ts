import type { Resource } from '../../../shared/contract/operation';
import { addPartitions } from './addPartitions';
import { create } from './create';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { getAll } from './getAll';
import { getStatus } from './getStatus';
import { getSubscribers } from './getSubscribers';
import { queryMessages } from './queryMessages';
import { updateRemark } from './updateRemark';
import { updateSetting } from './updateSetting';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	operations: [
		getAll,
		addPartitions,
		create,
		remove,
		deleteMany,
		getStatus,
		getSubscribers,
		queryMessages,
		updateRemark,
		updateSetting,
	],
};
