import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, choices, list, rows, text } from '../../../shared/form/fields';
import { instanceDetailPages } from '../../api/pages';
import { instanceFilters, tagKeyFilter, tagParts } from '../../fields';
import { simple } from './simple';

/** Lists instances with their details. CKafka DescribeInstancesDetail, at most 20 a page. */
export const getAllDetailed: Operation = {
	value: 'getAllDetailed',
	name: 'Get Many with Details',
	action: 'Get many instances with details',
	description: 'Get many Kafka instances with their network, sizes, billing, and health',
	api: 'DescribeInstancesDetail',
	request: post('/'),
	kind: 'read',
	options: [
		...instanceFilters(),
		tagKeyFilter('Tag Key'),
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description: 'Return only instances that match all filters',
			fields: [
				choice('Name', 'Field', {
					required: true,
					values: {
						InstanceId: 'Instance ID',
						InstanceType: 'Instance Type',
						Ip: 'IP Address',
						SubNetId: 'Subnet ID',
						VpcId: 'VPC ID',
					},
				}),
				list('Values', 'Values', {
					required: true,
					count: [1, 10],
					description: 'Comma-separated; matches any of the values',
				}),
			],
		}),
		text('InstanceIds', 'Instances (Deprecated)', {
			description: "Use 'Instance Names or IDs' instead",
		}),
		choices('InstanceIdList', 'Instance Names or IDs', { load: { method: 'getInstances' } }),
		rows('TagList', 'Tags', {
			name: 'tagFilter',
			entry: 'Tag',
			description: 'Return only instances that have all of these tags',
			fields: tagParts(),
		}),
	],
	pages: instanceDetailPages,
	simple,
};
