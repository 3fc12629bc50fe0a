import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice, choices, record, rows, text } from '../../../../shared/form/fields';
import { securityGroupPages } from '../../../api/pages';
import { routeOfInstance } from './fields';

/** Lists routes with their security groups, the only list of routes over all instances. CKafka DescribeSecurityGroupRoutes. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many routes with security groups',
	description: 'Get many routes across instances, with their security groups',
	api: 'DescribeSecurityGroupRoutes',
	request: post('/'),
	kind: 'read',
	options: [
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description: 'Return only routes that match all filters',
			fields: [
				choice('Name', 'Field', {
					required: true,
					values: { 'security-group-id': 'Security Group ID' },
				}),
				choices('Values', 'Security Group Names or IDs', {
					required: true,
					load: { method: 'getSecurityGroups' },
					hint: 'The service documents one only',
				}),
				choice('Relation', 'Relation', { values: { IN: 'Attached', NOT_IN: 'Not Attached' } }),
			],
		}),
		record('InstanceRoute', 'Route', {
			name: 'onlyRoute',
			entry: 'Route',
			description: 'Return only this route',
			fields: routeOfInstance(),
		}),
		text('SearchWord', 'Search', {
			placeholder: 'e.g. orders',
			description:
				'Return only routes whose instance ID, instance name, or IP address contains this text',
		}),
	],
	pages: securityGroupPages,
};
