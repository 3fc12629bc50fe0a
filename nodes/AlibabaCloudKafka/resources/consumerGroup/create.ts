import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { existingNow } from '../../api/deletions';
import { acknowledged, createdAt, requestParameters } from '../../api/records';
import { groupsNamed, operation } from '../../api/requests';
import { instance, tags } from '../../fields';
import { checkReservedName } from '../names';

/**
 * Creates a consumer group. AliKafka API Reference, CreateConsumerGroup; the answer has no content. On
 * reserved instances, the reference has names cut after 128 characters, the newer SDK after 64; serverless
 * ones take up to 249 and more kinds of characters.
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
			length: [1, 249],
			pattern: [
				/^(?=.*[A-Za-z0-9])[A-Za-z0-9@._*$#^!&-]+$/,
				'can contain only letters, digits, and @._*$#^!&-, and must contain at least one letter or digit',
			],
			placeholder: 'e.g. orders-service',
			hint: 'Reserved instances: 3 to 64 characters, none of @*$#^!&; serverless instances: 1 to 249',
		}),
	],
	options: [
		text('Remark', 'Remark', { description: 'Purpose of the consumer group' }),
		tags(false, 'Tags of the new consumer group'),
	],
	before: async (item, { body = {} }) =>
		await checkReservedName(item, body.InstanceId, 'Group Name', String(body.ConsumerId)),
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
