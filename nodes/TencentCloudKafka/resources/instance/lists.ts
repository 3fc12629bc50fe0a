import { list, rows, choice, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instanceFilters, tagKeyFilter } from '../../fields';
import { instanceDetailPages, instancePages } from '../../api/requests';
import { simple } from './simple';

/** Lists instances in short. CKafka DescribeInstances, at most 100 a page. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get the IDs, names, and statuses of many Kafka instances',
	api: 'DescribeInstances',
	request: post('/'),
	effect: 'read',
	options: [
		...instanceFilters(),
		tagKeyFilter('Tag Key (Deprecated)'),
		text('VpcId', 'VPC ID', { description: 'Return only instances in this VPC' }),
	],
	pages: instancePages,
};

/** Lists instances with their details. CKafka DescribeInstancesDetail, at most 20 a page. */
export const getAllDetailed: Operation = {
	value: 'getAllDetailed',
	name: 'Get Many with Details',
	action: 'Get many instances with details',
	description: 'Get many Kafka instances with their network, sizes, billing, and health',
	api: 'DescribeInstancesDetail',
	request: post('/'),
	effect: 'read',
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
		text('InstanceIds', 'Instance IDs (Deprecated)', {
			description: "Use 'Instance IDs' instead",
		}),
		list('InstanceIdList', 'Instance IDs', {
			description: 'Return only these instances, as a comma-separated list',
		}),
		rows('TagList', 'Tags', {
			name: 'tagFilter',
			entry: 'Tag',
			description: 'Return only instances that have all of these tags',
			fields: [
				text('TagKey', 'Key', { required: true, placeholder: 'e.g. environment' }),
				text('TagValue', 'Value', { required: true, placeholder: 'e.g. development' }),
			],
		}),
	],
	pages: instanceDetailPages,
	simple,
};
