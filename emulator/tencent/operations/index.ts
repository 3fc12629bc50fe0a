import type { TencentHandler } from '../requests/context';
import * as aclRules from './aclRules';
import * as acls from './acls';
import * as zones from './catalogue';
import * as cls from './cls';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as changes from './instanceChanges';
import * as create from './instanceCreation';
import * as deletion from './instanceDeletion';
import * as instances from './instances';
import * as messages from './messages';
import * as price from './prices';
import * as routes from './routes';
import * as tasks from './tasks';
import * as topicChange from './topicChanges';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, TencentHandler>> = {
	...aclRules,
	...acls,
	...changes,
	...cls,
	...create,
	...deletion,
	...groupOffsets,
	...groups,
	...instances,
	...messages,
	...price,
	...routes,
	...tasks,
	...topicChange,
	...topics,
	...users,
	...zones,
};
