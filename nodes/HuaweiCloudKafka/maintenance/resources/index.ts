import type { Resource } from '../../../shared/contract/operation';
import { cluster } from './cluster';
import { diagnosis } from './diagnosis';
import { instanceMaintenance } from './instanceMaintenance';
import { kafkaManager } from './kafkaManager';
import { log } from './log';
import { lookupMaintenance } from './lookupMaintenance';
import { rebalanceLog } from './rebalanceLog';
import { scheduledTask } from './scheduledTask';
import { smartConnect } from './smartConnect';
import { smartConnectTask } from './smartConnectTask';
import { topicQuota } from './topicQuota';
import { userQuota } from './userQuota';

/**
 * Every resource of the node, in the order in which people need them. No two nodes of a vendor have a
 * resource of one value, so what is maintained on an instance is `instanceMaintenance`, shown as "Instance", and so on.
 */
export const resources: Resource[] = [
	instanceMaintenance,
	scheduledTask,
	smartConnect,
	smartConnectTask,
	topicQuota,
	userQuota,
	log,
	rebalanceLog,
	diagnosis,
	cluster,
	kafkaManager,
	lookupMaintenance,
];
