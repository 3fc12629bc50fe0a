import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { flag } from '../../../shared/form/fields';
import { routePages } from '../../api/pages';
import { existingRoute, instance } from '../../fields';

/** Lists the ways to the brokers. CKafka DescribeRoute; all in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many routes',
	description:
		'Get the routes through which clients reach the brokers, with their addresses and access types',
	api: 'DescribeRoute',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [
		existingRoute('RouteId', 'Route', {
			name: 'routeFilter',
			required: false,
			description: 'Return only this route',
		}),
		flag(
			'MainRouteFlag',
			'Main Route',
			'Whether to also return the route created with the instance, regardless of other filters',
			{ default: true },
		),
	],
	pages: routePages,
};
