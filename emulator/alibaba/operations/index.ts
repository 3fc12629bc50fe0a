import type { AlibabaHandler } from '../requests/context';
import * as acls from './acls';
import * as allowedIps from './allowedIps';
import * as offsets from './groupOffsets';
import * as groups from './groups';
import * as changes from './instanceChanges';
import * as orders from './instanceCreation';
import * as endings from './instanceDeletion';
import * as deploy from './instanceDeployment';
import * as instances from './instances';
import * as messages from './messages';
import * as tags from './tags';
import * as topicChanges from './topicChanges';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, AlibabaHandler>> = {
	...acls,
	...allowedIps,
	...changes,
	...deploy,
	...endings,
	...groups,
	...instances,
	...messages,
	...offsets,
	...orders,
	...tags,
	...topicChanges,
	...topics,
	...users,
};
