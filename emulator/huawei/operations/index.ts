import type { Handler } from '../requests/context';
import * as catalogue from './catalogue';
import * as clientQuotas from './clientQuotas';
import * as cluster from './cluster';
import * as diskUsage from './diskUsage';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as access from './instanceChanges';
import * as configs from './instanceConfigs';
import * as create from './instanceCreation';
import * as resize from './instanceResize';
import * as instances from './instances';
import * as v1Create from './legacy/instanceCreation';
import * as v1Instances from './legacy/instances';
import * as v1Topics from './legacy/topics';
import * as manager from './manager';
import * as messages from './messages';
import * as messagePositions from './partitionMessages';
import * as partitions from './partitions';
import * as rebalanceLog from './rebalanceLog';
import * as tags from './tags';
import * as tasks from './tasks';
import * as topicChange from './topicChanges';
import * as topicQuotas from './topicQuotas';
import * as reassign from './topicReplicas';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
	...access,
	...catalogue,
	...clientQuotas,
	...cluster,
	...configs,
	...create,
	...diskUsage,
	...groupOffsets,
	...groups,
	...instances,
	...manager,
	...messagePositions,
	...messages,
	...partitions,
	...reassign,
	...rebalanceLog,
	...resize,
	...tags,
	...tasks,
	...topicChange,
	...topicQuotas,
	...topics,
	...users,
	...v1Create,
	...v1Instances,
	...v1Topics,
};
