import type { Operation } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
import { topicGone } from '../../topicCompletions';
import { instance, topicName } from '../../fields';
import { flowOf } from '../../requests';

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
