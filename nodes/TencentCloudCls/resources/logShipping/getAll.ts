import type { Operation } from '../../../shared/contract/operation';
import { choice, list, rows } from '../../../shared/form/fields';
import { shippingPages } from '../../../TencentCloudKafka/api/logShipping';
import { clsOperation } from '../request';

/** Most filters, and most values of one. */
const MOST = 10;

/** Lists rules over all log topics. CLS DescribeConsumers. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many log shippings',
	description: 'Get many rules that ship logs to CKafka; available on the China site only',
	...clsOperation('read', 'DescribeConsumers'),
	options: [
		rows('Filters', 'Filters', {
			entry: 'Filter',
			count: [1, MOST],
			description: 'Return only rules that pass all filters',
			fields: [
				choice('Key', 'Filter By', {
					required: true,
					open: true,
					values: {
						consumerId: 'Shipping ID',
						topicId: 'Log Topic ID',
						taskStatus: 'Status (0 Stopped, 1 Running, 2 Error)',
					},
					default: 'topicId',
				}),
				list('Values', 'Values', {
					required: true,
					count: [1, MOST],
					description: 'Up to 10 values, comma-separated; one of them has to fit',
				}),
			],
		}),
	],
	pages: shippingPages,
	simple: [
		'ConsumerId',
		'TopicId',
		'Effective',
		'Ckafka',
		'NeedContent',
		'Compression',
		'CreateTime',
		'status',
	],
};
