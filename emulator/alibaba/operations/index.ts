import type { AlibabaHandler } from '../context';
import * as acls from './acls';
import * as allowedIps from './allowedIps';
import * as changes from './changes';
import * as deploy from './deploy';
import * as endings from './endings';
import * as groups from './groups';
import * as instances from './instances';
import * as messages from './messages';
import * as offsets from './offsets';
import * as orders from './orders';
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
