import { choice, flag, list, rows, text } from '../../../shared/fields';
import type { Field } from '../../../shared/field';
import type { Operation } from '../../../shared/operation';
import { post } from '../../../shared/operation';
import { instance } from '../../fields';
import { topicDetailPages, topicPages } from '../../requests';
import { simple } from './simple';

const filters = (): Field[] => [
	text('SearchWord', 'Name Contains', {
		placeholder: 'e.g. orders',
		description: 'Only topics whose name holds this',
	}),
	text('AclRuleName', 'ACL Rule Name', {
		placeholder: 'e.g. orders-readers',
		description: 'Only topics to which this preset ACL rule applies',
	}),
];

/** Lists topics in short. CKafka DescribeTopic. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topics',
	description: 'Get names and IDs of many topics of an instance',
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
		'Get many topics of an instance with their partitions, replicas, settings and status',
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
			description: 'Only topics that pass all of these',
			fields: [
				choice('Name', 'Field', { required: true, values: { ReplicaNum: 'Replicas' } }),
				list('Values', 'Values', {
					required: true,
					placeholder: 'e.g. 1, 2',
					description: 'One of these, with commas between them',
				}),
			],
		}),
		flag(
			'SearchWordIgnoreCaseFlag',
			'Ignore Case',
			"Whether upper and lower case are the same to 'Name Contains'; not on the international site",
			{ default: true },
		),
	],
	pages: topicDetailPages,
	simple,
};
