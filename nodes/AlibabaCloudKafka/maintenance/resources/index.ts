import type { Resource } from '../../../shared/contract/operation';
import { account } from './account';
import { consumerGroupMaintenance } from './consumerGroupMaintenance';
import { instanceMaintenance } from './instanceMaintenance';
import { scalingRule } from './scalingRule';

/**
 * Every resource of the node, in the order in which people need them. No two nodes of a vendor have a
 * resource of one value, so what is maintained on an instance is `instanceMaintenance`, shown as "Instance".
 */
export const resources: Resource[] = [
	instanceMaintenance,
	scalingRule,
	consumerGroupMaintenance,
	account,
];
