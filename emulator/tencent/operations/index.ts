import type { Handler } from '../requests/context';
import * as accessPolicies from './accessPolicies';
import * as aclRules from './aclRules';
import * as acls from './acls';
import * as catalogue from './catalogue';
import * as cls from './cls';
import * as connectors from './connectors';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as instanceChanges from './instanceChanges';
import * as instanceCreation from './instanceCreation';
import * as instanceDeletion from './instanceDeletion';
import * as instanceResizes from './instanceResizes';
import * as instances from './instances';
import * as logImports from './logImports';
import * as logShippings from './logShippings';
import * as messages from './messages';
import * as monitoring from './monitoring';
import * as prices from './prices';
import * as routes from './routes';
import * as servedTopics from './servedTopics';
import * as tags from './tags';
import * as securityGroups from './securityGroups';
import * as tasks from './tasks';
import * as throttleRules from './throttleRules';
import * as topicChanges from './topicChanges';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name, one for every operation of the facts. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
	...accessPolicies,
	...aclRules,
	...acls,
	...catalogue,
	...cls,
	...connectors,
	...groupOffsets,
	...groups,
	...instanceChanges,
	...instanceCreation,
	...instanceDeletion,
	...instanceResizes,
	...instances,
	...logImports,
	...logShippings,
	...messages,
	...monitoring,
	...prices,
	...routes,
	...servedTopics,
	...tags,
	...securityGroups,
	...tasks,
	...throttleRules,
	...topicChanges,
	...topics,
	...users,
};
