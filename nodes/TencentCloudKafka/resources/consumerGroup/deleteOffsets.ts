import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { stateOfGroup } from '../../api/groups';
import { fromRequest, taskOf } from '../../api/records';
import { offsetsGone } from '../../completions/listed';
import { groupName, instance, topicName } from '../../fields';

/** States of groups that have no consumers. */
const WITHOUT_CONSUMERS = ['empty', 'dead'];

/** Codes by which the service may say that the group has consumers. */
const BY_STATE = ['FailedOperation', 'UnsupportedOperation'];

/** Removes the offsets of a topic. CKafka DeleteGroupSubscribeTopic; the group must be Empty. */
export const deleteOffsets: Operation = {
	value: 'deleteOffsets',
	name: 'Delete Offsets',
	action: 'Delete offsets of consumer group',
	description:
		'Delete the offsets of a consumer group in a topic; its consumers must be stopped first',
	api: 'DeleteGroupSubscribeTopic',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), groupName(), topicName('Topic')],
	again: async (item, { body = {} }, failure) => {
		const family = String(failure.details.code).split('.')[0];
		if (!BY_STATE.includes(family)) return undefined;
		const state = await stateOfGroup(item, body.InstanceId, body.Group);
		if (state === undefined || WITHOUT_CONSUMERS.includes(state.toLowerCase())) return undefined;
		throw failure.with({
			kind: 'refused',
			message: `the consumer group is ${state}, not Empty`,
			advice: 'No offset was deleted. Stop its consumers, then run this again.',
		});
	},
	outcome: (answer, request) =>
		singleItem({
			deleted: true,
			...fromRequest(request, 'Group', 'Topic', 'InstanceId'),
			...taskOf(answer),
		}),
	subject: ({ Group: group, Topic: topic }) =>
		`offsets of consumer group ${String(group)} in topic ${String(topic)} deleted`,
	completion: offsetsGone,
};
