import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, flag, list, rows } from '../../../shared/form/fields';
import { topicDetailPages } from '../../api/pages';
import { instance } from '../../fields';
import { topicFilters } from './fields';
import { simple } from './simple';

/** Lists topics with settings. CKafka DescribeTopicDetail. */
export const getAllDetailed: Operation = {
	value: 'getAllDetailed',
	name: 'Get Many with Details',
	action: 'Get many topics with details',
	description:
		'Get many topics of an instance with their partitions, replicas, settings, and status',
	api: 'DescribeTopicDetail',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [
		...topicFilters(),
		choice('OrderBy', 'Sort By', {
			values: { CreateTime: 'Creation Time', PartitionNum: 'Partitions' },
			default: 'CreateTime',
		}),
		choice('OrderType', 'Sort Order', {
			values: { 0: 'Ascending', 1: 'Descending' },
			default: '0',
			asNumber: true,
		}),
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description: 'Return only topics that match all filters',
			fields: [
				choice('Name', 'Field', { required: true, values: { ReplicaNum: 'Replicas' } }),
				list('Values', 'Values', {
					required: true,
					placeholder: 'e.g. 1, 2',
					description: 'Comma-separated; matches any of the values',
				}),
			],
		}),
		flag(
			'SearchWordIgnoreCaseFlag',
			'Ignore Case',
			"Whether 'Name Contains' ignores case; not available on the international site",
			{ default: true },
		),
	],
	pages: topicDetailPages,
	simple,
};
