import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { existingNow } from '../../api/deletions';
import { acknowledged, createdAt, requestParameters } from '../../api/records';
import { groupsNamed, operation } from '../../api/requests';
import { instance } from '../../fields';

/**
 * Creates a consumer group. AliKafka API Reference, CreateConsumerGroup; the answer has no content. The
 * reference has names cut after 128 characters, the newer SDK after 64.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create consumer group',
	description: 'Create a consumer group on an instance',
	...operation('create', 'CreateConsumerGroup'),
	fields: [
		instance(),
		text('ConsumerId', 'Group Name', {
			name: 'groupName',
			required: true,
			length: [3, 64],
			pattern: [
				/^(?=.*[A-Za-z0-9])[A-Za-z0-9._-]+$/,
				'can contain only letters, digits, periods, hyphens, and underscores, and must contain at least one letter or digit',
			],
			placeholder: 'e.g. orders-service',
			hint: 'At most 64 characters; the service truncates longer names',
		}),
	],
	options: [text('Remark', 'Remark', { description: 'Purpose of the consumer group' })],
	outcome: acknowledged({}, 'ConsumerId'),
	find: {
		matches: async (item, request) => {
			const what = requestParameters(request, 'ConsumerId');
			const look = async () => await groupsNamed(item, what.InstanceId, what.ConsumerId);
			return await existingNow(item, what, look);
		},
		key: 'ConsumerId',
		createdAt: createdAt,
	},
	subject: ({ ConsumerId: name }) => `consumer group ${String(name)}`,
};
