import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { group, instance } from '../../fields';

/** Deletes a group. AliKafka API Reference, DeleteConsumerGroup. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	...operation('delete', 'DeleteConsumerGroup'),
	fields: [instance(), group()],
	outcome: acknowledged({ deleted: true }, 'ConsumerId'),
	subject: ({ ConsumerId: name }) => `consumer group ${String(name)} deleted`,
};
