import type { Resource } from '../../../../shared/contract/operation';
import { createInstanceByEngine } from './createInstanceByEngine';
import { getResizeOptionsByEngine } from './getResizeOptionsByEngine';
import { reassignPartitionsOldPath } from './reassignPartitionsOldPath';
import { resizeInstanceByEngine } from './resizeInstanceByEngine';
import { v1CreateInstance } from './v1CreateInstance';
import { v1CreateTopic } from './v1CreateTopic';
import { v1DeleteInstance } from './v1DeleteInstance';
import { v1DeleteInstances } from './v1DeleteInstances';
import { v1DeleteTopics } from './v1DeleteTopics';
import { v1GetInstance } from './v1GetInstance';
import { v1GetInstances } from './v1GetInstances';
import { v1GetMaintenanceWindows } from './v1GetMaintenanceWindows';
import { v1GetProducts } from './v1GetProducts';
import { v1GetTopics } from './v1GetTopics';
import { v1GetZones } from './v1GetZones';
import { v1RestartInstances } from './v1RestartInstances';
import { v1UpdateInstance } from './v1UpdateInstance';

/** What the reference calls out of date: V1, and V2 under paths that have been replaced. */
export const legacyApi: Resource = {
	value: 'legacyApi',
	name: 'Legacy API',
	operations: [
		v1GetInstances,
		createInstanceByEngine,
		v1CreateInstance,
		v1CreateTopic,
		v1DeleteInstance,
		v1DeleteInstances,
		v1DeleteTopics,
		v1GetInstance,
		v1GetMaintenanceWindows,
		v1GetProducts,
		getResizeOptionsByEngine,
		v1GetTopics,
		v1GetZones,
		reassignPartitionsOldPath,
		resizeInstanceByEngine,
		v1RestartInstances,
		v1UpdateInstance,
	],
};
