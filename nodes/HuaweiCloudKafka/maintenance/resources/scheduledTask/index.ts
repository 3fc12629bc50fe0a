import type { Resource } from '../../../../shared/contract/operation';
import { remove } from './delete';
import { getAll } from './getAll';
import { update } from './update';

export const scheduledTask: Resource = {
	value: 'scheduledTask',
	name: 'Scheduled Task',
	operations: [getAll, update, remove],
};
