import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { fromRequest, taskOf } from '../../api/records';
import { topicGone } from '../../completions/topic';
import { instance, topicName } from '../../fields';
import { whileTooNew } from './again';

/** Deletes a topic. CKafka DeleteTopic; it stays in the list with status 2 until it is gone. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic',
	description: 'Delete a topic and all its messages; a new one only when it is 60 seconds old',
	api: 'DeleteTopic',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), topicName()],
	again: whileTooNew,
	outcome: (answer, request) =>
		singleItem({
			deleted: true,
			...fromRequest(request, 'TopicName', 'InstanceId'),
			...taskOf(answer),
		}),
	subject: ({ TopicName: name }) => `topic ${String(name)} deleted`,
	completion: topicGone,
};
