import type { Operation } from '../../../shared/contract/operation';
import { list, rows, choice } from '../../../shared/form/fields';
import { logGroupPages } from '../../../TencentCloudKafka/api/logTopics';
import { clsOperation } from '../request';
import { consumed } from './fields';

/** Most filters, and most values of one. */
const MOST = 10;

/** Lists the consumer groups of a log topic. CLS DescribeKafkaConsumerGroupList; without lag. */
export const getGroups: Operation = {
	value: 'getGroups',
	name: 'Get Consumer Groups',
	action: 'Get consumer groups of log topic',
	description:
		'Get the consumer groups of Kafka clients that consume a log topic, without their lag',
	...clsOperation('read', 'DescribeKafkaConsumerGroupList'),
	fields: [consumed()],
	options: [
		rows('Filters', 'Filters', {
			entry: 'Filter',
			count: [1, MOST],
			description: 'Return only consumer groups that pass all filters',
			fields: [
				choice('Key', 'Filter By', {
					required: true,
					open: true,
					values: { group: 'Consumer Group' },
					default: 'group',
				}),
				list('Values', 'Values', {
					required: true,
					count: [1, MOST],
					description: 'Up to 10 values, comma-separated; one of them has to fit',
				}),
			],
		}),
	],
	pages: logGroupPages,
};
