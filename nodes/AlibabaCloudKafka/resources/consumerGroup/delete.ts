import type { Operation } from '../../../shared/contract/operation';
import { group, instance } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { writes } from '../../api/requests';

/** Deletes a group. AliKafka API Reference, DeleteConsumerGroup. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	...writes('DeleteConsumerGroup'),
	fields: [instance(), group()],
	outcome: acknowledged({ deleted: true }, 'ConsumerId'),
	subject: ({ ConsumerId: name }) => `consumer group ${String(name)} deleted`,
};
