import type { Handler } from '../context';
import * as access from './access';
import * as catalogue from './catalogue';
import * as clientQuotas from './clientQuotas';
import * as cluster from './cluster';
import * as configs from './configs';
import * as create from './create';
import * as diskUsage from './diskUsage';
import * as groupOffsets from './groupOffsets';
import * as groups from './groups';
import * as instances from './instances';
import * as manager from './manager';
import * as messagePositions from './messagePositions';
import * as messages from './messages';
import * as partitions from './partitions';
import * as reassign from './reassign';
import * as rebalanceLog from './rebalanceLog';
import * as resize from './resize';
import * as tags from './tags';
import * as tasks from './tasks';
import * as topicChange from './topicChange';
import * as topicQuotas from './topicQuotas';
import * as topics from './topics';
import * as users from './users';
import * as v1Create from './v1Create';
import * as v1Instances from './v1Instances';
import * as v1Topics from './v1Topics';

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
