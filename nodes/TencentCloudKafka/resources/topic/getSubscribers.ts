import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { subscriberPages } from '../../api/pages';
import { instance, topicName } from '../../fields';

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
	kind: 'read',
	fields: [instance(), topicName()],
	pages: subscriberPages,
};
