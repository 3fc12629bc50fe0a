import type { Operation } from '../../../shared/operation';
import { group, instance } from '../../fields';
import { acknowledged } from '../../outcomes';
import { writes } from '../../requests';

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
