import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { subscriptionPages } from '../../api/pages';
import { instance } from '../../fields';

/** Lists groups with what they read. CKafka DescribeConsumerGroup. */
export const getSubscriptions: Operation = {
	value: 'getSubscriptions',
	name: 'Get Many with Subscriptions',
	action: 'Get many consumer groups with subscriptions',
	description: 'Get many consumer groups with the topics, partitions, and offsets they read',
	api: 'DescribeConsumerGroup',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [
		text('GroupName', 'Group Name', {
			placeholder: 'e.g. orders-service',
			description: 'Return only this consumer group',
		}),
		text('TopicName', 'Topic Name', {
			placeholder: 'e.g. orders.created',
			description: "Return only this topic of the consumer group in 'Group Name'",
		}),
	],
	check: ({ body = {} }) => {
		if (body.TopicName === undefined || body.GroupName !== undefined) return;
		throw new BadInput(
			'Topic Name',
			"is set without 'Group Name'",
			"Add 'Group Name': without it, the topic is ignored.",
		);
	},
	pages: subscriptionPages,
};
