import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { findGroup } from '../../api/find';
import { fromRequest, matchesOf, taskOf } from '../../api/records';
import { groupListed } from '../../completions/listed';
import { instance, topicNames } from '../../fields';

/** Creates a group for existing topics. CKafka CreateConsumer; its topics go into one of two parameters. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create consumer group',
	description: 'Create a consumer group for existing topics',
	api: 'CreateConsumer',
	request: post('/'),
	kind: 'create',
	fields: [
		instance(),
		text('GroupName', 'Group Name', {
			required: true,
			placeholder: 'e.g. orders-service',
		}),
		topicNames('TopicNameList'),
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
	outcome: (answer, request) =>
		singleItem({
			Group: request.body?.GroupName,
			...fromRequest(request, 'InstanceId'),
			...taskOf(answer),
		}),
	find: {
		matches: async (item, request) => {
			const { InstanceId, GroupName } = request.body ?? {};
			return matchesOf(await findGroup(item, InstanceId, GroupName), request);
		},
		key: 'Group',
	},
	subject: ({ Group: name }) => `consumer group ${String(name)}`,
	completion: groupListed,
};
