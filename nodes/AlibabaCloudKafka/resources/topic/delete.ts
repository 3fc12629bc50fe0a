import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { noteDeleted } from '../../api/deletions';
import { requestParameters } from '../../api/records';
import { operation } from '../../api/requests';
import { topicDeleted } from '../../completions/topic';
import { instance, topic } from '../../fields';
import { checkReservedName } from '../names';

/** Deletes a topic. AliKafka API Reference, DeleteTopic; the deletion goes on after the answer. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic',
	description: 'Delete a topic and all its messages',
	...operation('delete', 'DeleteTopic'),
	fields: [instance(), topic()],
	// Whether a deletion cuts the name off, as a creation does, is not known.
	before: async (item, { body = {} }) =>
		await checkReservedName(item, body.InstanceId, 'Topic', String(body.Topic)),
	outcome: (_answer, request, item) => {
		const what = requestParameters(request, 'Topic');
		noteDeleted(item, what);
		return singleItem({ ...what, deleted: true });
	},
	subject: ({ Topic: name }) => `topic ${String(name)} deleted`,
	completion: topicDeleted,
};
