import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { deleteOne } from './delete';
import { getAll } from './getAll';
import { getProgress } from './getProgress';
import { resetOffsets } from './resetOffsets';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [getAll, create, deleteOne, getProgress, resetOffsets],
};
