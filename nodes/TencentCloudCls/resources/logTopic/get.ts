import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { served } from './fields';

/** Whether Kafka clients can consume a log topic, and how. CLS DescribeKafkaConsumer; `Status` is true or false. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get kafka access to log topic',
	description:
		'Get whether Kafka clients can consume a log topic, and the topic name that they use',
	...clsOperation('read', 'DescribeKafkaConsumer'),
	fields: [served()],
	outcome: (answer, request) => singleItem({ ...fromRequest(request, 'FromTopicId'), ...answer }),
};
