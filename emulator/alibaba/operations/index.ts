import type { Handler } from '../requests/context';
import * as acls from './acls';
import * as allowedIps from './allowedIps';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as insights from './insights';
import * as instanceChanges from './instanceChanges';
import * as instanceCreation from './instanceCreation';
import * as instanceDeletion from './instanceDeletion';
import * as instanceDeployment from './instanceDeployment';
import * as instances from './instances';
import * as messages from './messages';
import * as scalingRules from './scalingRules';
import * as switches from './switches';
import * as tags from './tags';
import * as topicChanges from './topicChanges';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
	...acls,
	...allowedIps,
	...groupOffsets,
	...groups,
	...insights,
	...instanceChanges,
	...instanceCreation,
	...instanceDeletion,
	...instanceDeployment,
	...instances,
	...messages,
	...scalingRules,
	...switches,
	...tags,
	...topicChanges,
	...topics,
	...users,
};
