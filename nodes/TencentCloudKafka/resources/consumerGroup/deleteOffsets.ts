import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { fromRequest, taskOf } from '../../api/records';
import { offsetsGone } from '../../completions/listed';
import { groupName, instance, topicName } from '../../fields';
import { rejectedInUse } from './inUse';

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
	again: rejectedInUse('No offset was deleted.'),
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
