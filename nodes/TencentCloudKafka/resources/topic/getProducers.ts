import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { producerPages } from '../../api/pages';
import { instance, topicName } from '../../fields';

/** Lists the connected producers. CKafka DescribeTopicProduceConnection; all come in one answer. */
export const getProducers: Operation = {
	value: 'getProducers',
	name: 'Get Producers',
	action: 'Get producers of topic',
	description: 'Get the producers connected to a topic',
	api: 'DescribeTopicProduceConnection',
	request: post('/'),
	kind: 'read',
	fields: [instance(), topicName()],
	pages: producerPages,
};
