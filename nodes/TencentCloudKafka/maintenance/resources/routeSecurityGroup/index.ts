import type { Resource } from '../../../../shared/contract/operation';
import { attach } from './attach';
import { detach } from './detach';
import { getAll } from './getAll';
import { set } from './set';

export const routeSecurityGroup: Resource = {
	value: 'routeSecurityGroup',
	name: 'Route Security Group',
	operations: [getAll, set, attach, detach],
};
