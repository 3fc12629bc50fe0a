import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';
import { getProgress } from './getProgress';
import { resetOffsets } from './resetOffsets';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [getAll, create, remove, getProgress, resetOffsets],
};
