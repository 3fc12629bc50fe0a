import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { fromRequest, recordOf } from '../../api/records';
import { instance, topicName } from '../../fields';

/** Gets one topic. CKafka DescribeTopicAttributes. */
export const getAttributes: Operation = {
	value: 'getAttributes',
	name: 'Get Attributes',
	action: 'Get attributes of topic',
	description: 'Get the settings, partitions, allowed IPs, ACL rules, and limits of a topic',
	api: 'DescribeTopicAttributes',
	request: post('/'),
	kind: 'read',
	fields: [instance(), topicName()],
	outcome: (attributes, request) =>
		singleItem({
			...fromRequest(request, 'TopicName'),
			...recordOf(attributes),
			...fromRequest(request, 'InstanceId'),
		}),
};
