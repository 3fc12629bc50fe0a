import type { Resource } from '../../../shared/contract/operation';
import {
	createByEngine,
	getResizeOptionsByEngine,
	reassignOldPath,
	resizeByEngine,
} from './oldPaths';
import {
	createInstance,
	deleteInstance,
	deleteInstances,
	getInstance,
	getInstances,
	restartInstances,
	updateInstance,
} from './instances';
import { getMaintenanceWindows, getProducts, getZones } from './lookups';
import { createTopic, deleteTopics, getTopics } from './topics';

/** What the reference calls out of date: V1, and V2 under paths that have been replaced. */
export const legacyApi: Resource = {
	value: 'legacyApi',
	name: 'Legacy API',
	operations: [
		getInstances,
		createByEngine,
		createInstance,
		createTopic,
		deleteInstance,
		deleteInstances,
		deleteTopics,
		getInstance,
		getMaintenanceWindows,
		getProducts,
		getResizeOptionsByEngine,
		getTopics,
		getZones,
		reassignOldPath,
		resizeByEngine,
		restartInstances,
		updateInstance,
	],
};
