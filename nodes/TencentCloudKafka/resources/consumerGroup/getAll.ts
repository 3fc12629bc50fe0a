import { BadInput } from '../../../shared/badInput';
import { choice, choices, rows, text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { post } from '../../../shared/operation';
import { instance } from '../../fields';
import { groupPages } from '../../requests';
import { subscriptionPages } from '../../contents';

/** Lists groups in short. CKafka DescribeGroup; its filter has no effect but on 2.8 and 3.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description: "Get names of many consumer groups of an instance; 'Get' tells which are idle",
	api: 'DescribeGroup',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		text('SearchWord', 'Name Contains', {
			placeholder: 'e.g. orders',
			description: 'Only groups whose name holds this',
		}),
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description:
				"Only groups that pass all of these. Instances that are not of version 2.8 or 3.2 return every group regardless, so look at the state with 'Get' before you delete.",
			fields: [
				choice('Name', 'Field', { required: true, values: { GroupState: 'State' } }),
				choices('Values', 'Values', {
					required: true,
					values: { Empty: 'Empty (No Consumers)', Stable: 'Stable' },
					description: 'One of these',
				}),
			],
		}),
	],
	pages: groupPages,
};

/** Lists groups with what they read. CKafka DescribeConsumerGroup. */
export const getSubscriptions: Operation = {
	value: 'getSubscriptions',
	name: 'Get Many with Subscriptions',
	action: 'Get many consumer groups with subscriptions',
	description: 'Get many consumer groups with the topics, partitions and offsets that they read',
	api: 'DescribeConsumerGroup',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		text('GroupName', 'Group Name', {
			placeholder: 'e.g. orders-service',
			description: 'Only this group',
		}),
		text('TopicName', 'Topic Name', {
			placeholder: 'e.g. orders.created',
			description: "Only this topic of the group in 'Group Name'",
		}),
	],
	check: ({ body = {} }) => {
		if (body.TopicName === undefined || body.GroupName !== undefined) return;
		throw new BadInput(
			'Topic Name',
			"is set without 'Group Name'",
			'Add the group, since the topic is ignored without it.',
		);
	},
	pages: subscriptionPages,
};
