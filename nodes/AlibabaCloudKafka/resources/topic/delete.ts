import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { topicDeleted } from '../../completions/topic';
import { instance, topic } from '../../fields';

/** Deletes a topic. AliKafka API Reference, DeleteTopic; the deletion goes on after the answer. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic',
	description: 'Delete a topic and all its messages',
	...operation('delete', 'DeleteTopic'),
	fields: [instance(), topic()],
	outcome: acknowledged({ deleted: true }, 'Topic'),
	subject: ({ Topic: name }) => `topic ${String(name)} deleted`,
	completion: topicDeleted,
};
