import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instance, topicName } from '../../fields';
import { producerPages, subscriberPages } from '../../api/contents';

/** Gets one topic. CKafka DescribeTopicAttributes. */
export const getAttributes: Operation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get attributes of topic',
	description: 'Get the settings, partitions, allowed IPs, ACL rules, and limits of a topic',
	api: 'DescribeTopicAttributes',
	request: post('/'),
	effect: 'read',
	fields: [instance(), topicName()],
	outcome: (attributes, { body }) => [
		{ json: { TopicName: body?.TopicName, ...attributes, InstanceId: body?.InstanceId } },
	],
};

/**
 * Lists the groups that read a topic. CKafka DescribeTopicSubscribeGroup; while the service gathers
 * them it answers Status 0 without any, and is asked again.
 */
export const getSubscribers: Operation = {
	value: 'getSubscribers',
	name: 'Get Subscribers',
	action: 'Get subscribers of topic',
	description: 'Get the consumer groups that read a topic, with their states and members',
	api: 'DescribeTopicSubscribeGroup',
	request: post('/'),
	effect: 'read',
	fields: [instance(), topicName()],
	pages: subscriberPages,
};

/** Lists the connected producers. CKafka DescribeTopicProduceConnection; all come in one answer. */
export const getProducers: Operation = {
	value: 'getProducers',
	name: 'Get Producers',
	action: 'Get producers of topic',
	description: 'Get the producers connected to a topic',
	api: 'DescribeTopicProduceConnection',
	request: post('/'),
	effect: 'read',
	fields: [instance(), topicName()],
	pages: producerPages,
};
