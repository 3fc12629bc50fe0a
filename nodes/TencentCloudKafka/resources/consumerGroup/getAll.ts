import { BadInput } from '../../../shared/contract/badInput';
import { choice, choices, rows, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { groupPages } from '../../api/requests';
import { subscriptionPages } from '../../api/contents';

/** Lists groups in short. CKafka DescribeGroup; its filter has no effect but on 2.8 and 3.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many consumer groups',
	description:
		"Get the names of many consumer groups of an instance; use 'Get' to see which are idle",
	api: 'DescribeGroup',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		text('SearchWord', 'Name Contains', {
			placeholder: 'e.g. orders',
			description: 'Return only consumer groups whose name contains this text',
		}),
		rows('Filters', 'Filters', {
			entry: 'Filter',
			description:
				"Return only consumer groups that match all filters. Instances with a version other than 2.8 or 3.2 ignore the filters and return all groups, so check the state with 'Get' before you delete any.",
			fields: [
				choice('Name', 'Field', { required: true, values: { GroupState: 'State' } }),
				choices('Values', 'Values', {
					required: true,
					values: { Empty: 'Empty (No Consumers)', Stable: 'Stable' },
					description: 'Matches any of the selected values',
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
	description: 'Get many consumer groups with the topics, partitions, and offsets they read',
	api: 'DescribeConsumerGroup',
	request: post('/'),
	effect: 'read',
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
