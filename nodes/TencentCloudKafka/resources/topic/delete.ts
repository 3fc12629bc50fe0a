import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { topicGone } from '../../completions/topic';
import { instance, topicName } from '../../fields';
import { flowOf } from '../../api/requests';

/** Deletes a topic. CKafka DeleteTopic; it stays in the list with status 2 until it is gone. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic',
	description: 'Delete a topic and all its messages',
	api: 'DeleteTopic',
	request: post('/'),
	fields: [instance(), topicName()],
	outcome: (answer, { body }) =>
		one({
			deleted: true,
			TopicName: body?.TopicName,
			InstanceId: body?.InstanceId,
			...flowOf(answer),
		}),
	subject: ({ TopicName: name }) => `topic ${String(name)} deleted`,
	completion: topicGone,
};
