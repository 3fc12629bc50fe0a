import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { existingRoute, instance } from '../../../fields';
import { severalSecurityGroups } from '../../../networkFields';

/** Replaces the security groups of a route. CKafka ModifyRouteSecurityGroups; without a list, it would detach all. */
export const set: Operation = {
	value: 'set',
	name: 'Set',
	action: 'Set security groups of route',
	description:
		'Replace the security groups of a route, in their order of precedence; not available on the international site',
	api: 'ModifyRouteSecurityGroups',
	request: post('/'),
	kind: 'change',
	warning:
		'The whole list is replaced: clients that the new security groups do not let in are cut off.',
	fields: [
		instance('InstanceRoute.InstanceId'),
		existingRoute('InstanceRoute.RouteId'),
		severalSecurityGroups({ required: true }),
	],
	outcome: (_, { body }) =>
		singleItem({
			...(body?.InstanceRoute as object),
			updated: true,
			SecurityGroupIds: body?.SecurityGroupIds,
		}),
	subject: ({ RouteId: route, InstanceId: id }) =>
		`security groups of route ${String(route)} of instance ${String(id)} set`,
};
