import type { TencentHandler } from '../context';
import * as aclRules from './aclRules';
import * as acls from './acls';
import * as changes from './changes';
import * as cls from './cls';
import * as create from './create';
import * as deletion from './deletion';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as instances from './instances';
import * as messages from './messages';
import * as price from './price';
import * as routes from './routes';
import * as tasks from './tasks';
import * as topicChange from './topicChange';
import * as topics from './topics';
import * as users from './users';
import * as zones from './zones';

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
