import type { Resource } from '../../../../shared/contract/operation';
import { getRebalances } from './getRebalances';

export const consumerGroupMaintenance: Resource = {
	value: 'consumerGroupMaintenance',
	name: 'Consumer Group',
	operations: [getRebalances],
};
