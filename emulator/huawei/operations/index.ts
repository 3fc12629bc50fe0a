import type { Handler } from '../requests/context';
import * as acls from './acls';
import * as catalogue from './catalogue';
import * as clientQuotas from './clientQuotas';
import * as cluster from './cluster';
import * as connector from './connector';
import * as connectorTasks from './connectorTasks';
import * as diagnosis from './diagnosis';
import * as diskExpansion from './diskExpansion';
import * as diskUsage from './diskUsage';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as instanceAccess from './instanceAccess';
import * as instanceChanges from './instanceChanges';
import * as instanceConfigs from './instanceConfigs';
import * as instanceCreation from './instanceCreation';
import * as instanceDeletion from './instanceDeletion';
import * as instanceResize from './instanceResize';
import * as instances from './instances';
import * as instanceUpgrade from './instanceUpgrade';
import * as legacyCatalogue from './legacy/catalogue';
import * as legacyInstanceCreation from './legacy/instanceCreation';
import * as legacyInstances from './legacy/instances';
import * as legacyTopics from './legacy/topics';
import * as logs from './logs';
import * as manager from './manager';
import * as messages from './messages';
import * as partitionMessages from './partitionMessages';
import * as rebalanceLog from './rebalanceLog';
import * as recycleBin from './recycleBin';
import * as scheduledTasks from './scheduledTasks';
import * as tags from './tags';
import * as tasks from './tasks';
import * as topicChanges from './topicChanges';
import * as topicQuotas from './topicQuotas';
import * as topicReplicas from './topicReplicas';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
	...acls,
	...catalogue,
	...clientQuotas,
	...cluster,
	...connector,
	...connectorTasks,
	...diagnosis,
	...diskExpansion,
	...logs,
	...diskUsage,
	...groupOffsets,
	...groups,
	...instanceAccess,
	...instanceChanges,
	...instanceConfigs,
	...instanceCreation,
	...instanceDeletion,
	...instanceResize,
	...instances,
	...instanceUpgrade,
	...manager,
	...messages,
	...partitionMessages,
	...rebalanceLog,
	...recycleBin,
	...scheduledTasks,
	...tags,
	...tasks,
	...topicChanges,
	...topicQuotas,
	...topicReplicas,
	...topics,
	...users,
	...legacyCatalogue,
	...legacyInstanceCreation,
	...legacyInstances,
	...legacyTopics,
};
