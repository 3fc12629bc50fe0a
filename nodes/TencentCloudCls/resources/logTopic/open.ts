import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { servedSubject } from '../../../TencentCloudKafka/api/logTopics';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { checkFormat, served, servingOptions } from './fields';

/** Lets Kafka clients consume a log topic, with CLS as the server. CLS OpenKafkaConsumer. */
export const open: Operation = {
	value: 'open',
	name: 'Open',
	action: 'Open log topic for kafka clients',
	description: 'Let Kafka clients consume a log topic; returns the topic name that they use',
	...clsOperation('change', 'OpenKafkaConsumer'),
	warning: 'CLS bills the traffic of the clients.',
	fields: [served()],
	options: servingOptions(true),
	check: checkFormat,
	outcome: ({ TopicID }, request) =>
		singleItem({ opened: true, ...fromRequest(request, 'FromTopicId'), TopicID }),
	subject: servedSubject,
};
