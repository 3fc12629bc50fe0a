import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { choice, integer, list, record, rows, text } from '../../../../shared/form/fields';
import { securityGroupPages } from '../../../api/pages';

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
				list('Values', 'Values', {
					required: true,
					placeholder: 'e.g. sg-k2v8xxxx',
					description: 'Comma-separated; the service documents one only',
				}),
				choice('Relation', 'Relation', { values: { IN: 'Attached', NOT_IN: 'Not Attached' } }),
			],
		}),
		record('InstanceRoute', 'Route', {
			name: 'onlyRoute',
			entry: 'Route',
			description: 'Return only this route',
			fields: [
				text('InstanceId', 'Instance ID', {
					required: true,
					placeholder: 'e.g. ckafka-8j4ro59xx',
				}),
				integer('RouteId', 'Route ID', { required: true, description: 'ID of the route' }),
			],
		}),
		text('SearchWord', 'Search', {
			placeholder: 'e.g. orders',
			description:
				'Return only routes whose instance ID, instance name, or IP address contains this text',
		}),
	],
	pages: securityGroupPages,
};
