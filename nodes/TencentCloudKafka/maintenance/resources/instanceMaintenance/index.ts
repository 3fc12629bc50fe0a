import type { Resource } from '../../../../shared/contract/operation';
import { connectPrometheus } from './connectPrometheus';
import { getPrometheusAddresses } from './getPrometheusAddresses';
import { getResizeEffect } from './getResizeEffect';
import { getServers } from './getServers';
import { getTrafficRanking } from './getTrafficRanking';
import { getTypeInstances } from './getTypeInstances';
import { isolateSubscription } from './isolateSubscription';
import { setAutomaticMaintenance } from './setAutomaticMaintenance';

export const instanceMaintenance: Resource = {
	value: 'instanceMaintenance',
	name: 'Instance',
	operations: [
		getTrafficRanking,
		getTypeInstances,
		setAutomaticMaintenance,
		getResizeEffect,
		isolateSubscription,
		connectPrometheus,
		getPrometheusAddresses,
		getServers,
	],
};
