import type { Operation } from '../../../shared/contract/operation';
import { clsOperation } from '../request';
import { consumed, groupName } from './fields';

/** The state and partitions of a consumer group. CLS DescribeKafkaConsumerGroupDetail; without offsets. */
export const getGroup: Operation = {
	value: 'getGroup',
	name: 'Get Consumer Group',
	action: 'Get consumer group of log topic',
	description:
		'Get the state and the partitions of a consumer group that consumes a log topic, without offsets',
	...clsOperation('read', 'DescribeKafkaConsumerGroupDetail'),
	fields: [consumed(), groupName()],
};
