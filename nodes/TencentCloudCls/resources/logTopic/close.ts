import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { servedSubject } from '../../../TencentCloudKafka/api/logTopics';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { served } from './fields';

/** Ends the access of Kafka clients to a log topic. CLS CloseKafkaConsumer. */
export const close: Operation = {
	value: 'close',
	name: 'Close',
	action: 'Close log topic for kafka clients',
	description: 'Stop letting Kafka clients consume a log topic, which disconnects them',
	...clsOperation('change', 'CloseKafkaConsumer'),
	warning: 'This disconnects the Kafka clients that consume the log topic.',
	fields: [served()],
	outcome: (_answer, request) =>
		singleItem({ closed: true, ...fromRequest(request, 'FromTopicId') }),
	subject: servedSubject,
};
