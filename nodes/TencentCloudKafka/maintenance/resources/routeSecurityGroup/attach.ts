import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { securityGroup } from '../../../networkFields';
import { severalRoutes } from './fields';

/** Adds a security group to several routes at once. CKafka AssociateRoutesSecurityGroup. */
export const attach: Operation = {
	value: 'attach',
	name: 'Attach',
	action: 'Attach security group to routes',
	description:
		'Attach a security group to routes, also of multiple instances; not available on the international site',
	api: 'AssociateRoutesSecurityGroup',
	request: post('/'),
	kind: 'change',
	warning: 'Clients that the security group does not let in are cut off.',
	fields: [securityGroup(), severalRoutes('Routes to which the security group is attached')],
	outcome: (_, { body }) => singleItem({ ...body, attached: true }),
	subject: ({ SecurityGroupId: id }) => `security group ${String(id)} attached`,
};
