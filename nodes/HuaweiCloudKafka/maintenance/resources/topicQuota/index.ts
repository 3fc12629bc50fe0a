import type { Resource } from '../../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const topicQuota: Resource = {
	value: 'topicQuota',
	name: 'Topic Quota',
	operations: [getAll, create, remove, update],
};
