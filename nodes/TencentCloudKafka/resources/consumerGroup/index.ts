import type { Resource } from '../../../shared/contract/operation';
import { create } from './create';
import { deleteOne } from './delete';
import { get, getOffsets } from './get';
import { getAll, getSubscriptions } from './getAll';
import { resetOffsets } from './resetOffsets';

export const consumerGroup: Resource = {
	value: 'consumerGroup',
	name: 'Consumer Group',
	operations: [getAll, create, deleteOne, get, getSubscriptions, getOffsets, resetOffsets],
};
