import type { Resource } from '../../../shared/contract/operation';
import { aclRule } from './aclRule';
import { connection } from './connection';
import { connectorTask } from './connectorTask';
import { instanceMaintenance } from './instanceMaintenance';
import { routeSecurityGroup } from './routeSecurityGroup';
import { tag } from './tag';
import { throttlingRule } from './throttlingRule';

/** Every resource of the node, those that people need most at the top. */
export const resources: Resource[] = [
	instanceMaintenance,
	throttlingRule,
	aclRule,
	routeSecurityGroup,
	tag,
	connectorTask,
	connection,
];
