import { choice, flag, list, rows, text } from '../../../shared/form/fields';
import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { topicDetailPages, topicPages } from '../../api/requests';
import { simple } from './simple';

const filters = (): Field[] => [
	text('SearchWord', 'Name Contains', {
		placeholder: 'e.g. orders',
		description: 'Return only topics whose name contains this text',
	}),
	text('AclRuleName', 'ACL Rule Name', {
		placeholder: 'e.g. orders-readers',
		description: 'Return only topics to which this preset ACL rule applies',
	}),
];

/** Lists topics in short. CKafka DescribeTopic. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topics',
	description: 'Get the names and IDs of many topics of an instance',
	api: 'DescribeTopic',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: filters(),
	pages: topicPages,
};

/** Lists topics with settings. CKafka DescribeTopicDetail. */
export const getAllDetailed: Operation = {
	value: 'getAllDetailed',
	name: 'Get Many with Details',
	action: 'Get many topics with details',
	description:
		'Get many topics of an instance with their partitions, replicas, settings, and status',
	api: 'DescribeTopicDetail',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		...filters(),
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
