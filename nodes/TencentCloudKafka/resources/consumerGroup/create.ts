import { BadInput } from '../../../shared/contract/badInput';
import { choices, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { flowDone } from '../../completions/instance';
import { instance } from '../../fields';
import { flowOf } from '../../api/requests';
import { findGroup } from '../../api/contents';

/** Creates a group for existing topics. CKafka CreateConsumer; its topics go into one of two parameters. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create consumer group',
	description: 'Create a consumer group for existing topics',
	api: 'CreateConsumer',
	request: post('/'),
	fields: [
		instance(),
		text('GroupName', 'Group Name', { required: true, placeholder: 'e.g. orders-service' }),
		choices('TopicNameList', 'Topic Names or IDs', {
			load: { method: 'getTopics', dependsOn: ['instanceId.value'] },
		}),
	],
	options: [
		text('TopicName', 'Single Topic', {
			placeholder: 'e.g. orders.created',
			description: "One topic; use instead of 'Topic Names or IDs'",
		}),
	],
	check: ({ body = {} }) => {
		if ((body.TopicName === undefined) !== (body.TopicNameList === undefined)) return;
		throw body.TopicName === undefined
			? new BadInput('Topic Names or IDs', 'is empty', 'Select at least one existing topic.')
			: new BadInput(
					'Topic Names or IDs',
					"and 'Single Topic' are both set",
					'Enter only one of them.',
				);
	},
	outcome: (answer, { body }) =>
		one({ Group: body?.GroupName, InstanceId: body?.InstanceId, ...flowOf(answer) }),
	find: {
		matches: async (item, { body = {} }) => {
			const group = await findGroup(item, body.InstanceId, body.GroupName);
			return group ? [{ ...group, InstanceId: body.InstanceId }] : [];
		},
		key: 'Group',
		severalPossible: false,
	},
	subject: ({ Group: name }) => `consumer group ${String(name)}`,
	completion: flowDone,
};
