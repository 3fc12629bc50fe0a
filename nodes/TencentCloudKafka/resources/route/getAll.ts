import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { flag, integer } from '../../../shared/form/fields';
import { routePages } from '../../api/pages';
import { instance } from '../../fields';

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
		integer('RouteId', 'Route ID', { name: 'routeFilter', description: 'Return only this route' }),
		flag(
			'MainRouteFlag',
			'Main Route',
			'Whether to also return the route created with the instance, regardless of other filters',
			{ default: true },
		),
	],
	pages: routePages,
};
