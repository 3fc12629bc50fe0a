import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { securityGroup } from '../../../networkFields';
import { severalRoutes } from './fields';

/** Takes a security group off several routes at once. CKafka DisassociateRoutesSecurityGroup. */
export const detach: Operation = {
	value: 'detach',
	name: 'Detach',
	action: 'Detach security group from routes',
	description:
		'Detach a security group from routes, also of multiple instances; not available on the international site',
	api: 'DisassociateRoutesSecurityGroup',
	request: post('/'),
	kind: 'change',
	warning: 'A route without a security group accepts all clients that its network lets through.',
	fields: [securityGroup(), severalRoutes('Routes from which the security group is detached')],
	outcome: (_, { body }) => singleItem({ ...body, detached: true }),
	subject: ({ SecurityGroupId: id }) => `security group ${String(id)} detached`,
};
