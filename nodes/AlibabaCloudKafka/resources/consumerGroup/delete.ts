import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { noteDeleted } from '../../api/deletions';
import { requestParameters } from '../../api/records';
import { operation } from '../../api/requests';
import { groupGone } from '../../completions/consumerGroup';
import { group, instance } from '../../fields';
import { checkReservedName } from '../names';

/** Deletes a group. AliKafka API Reference, DeleteConsumerGroup. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	...operation('delete', 'DeleteConsumerGroup'),
	fields: [instance(), group()],
	// Whether a deletion cuts the name off, as a creation does, is not known.
	before: async (item, { body = {} }) =>
		await checkReservedName(item, body.InstanceId, 'Consumer Group', String(body.ConsumerId)),
	outcome: (_answer, request, item) => {
		const what = requestParameters(request, 'ConsumerId');
		noteDeleted(item, what);
		return singleItem({ ...what, deleted: true });
	},
	subject: ({ ConsumerId: name }) => `consumer group ${String(name)} deleted`,
	completion: groupGone,
};
