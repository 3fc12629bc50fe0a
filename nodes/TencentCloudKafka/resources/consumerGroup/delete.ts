import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { flowDone } from '../../completions/instance';
import { groupName, instance } from '../../fields';
import { flowOf } from '../../api/requests';

/** Deletes a group. CKafka DeleteGroup. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	api: 'DeleteGroup',
	request: post('/'),
	fields: [instance(), groupName()],
	outcome: (answer, { body }) =>
		one({
			deleted: true,
			Group: body?.Group,
			InstanceId: body?.InstanceId,
			...flowOf(answer),
		}),
	subject: ({ Group: name }) => `consumer group ${String(name)} deleted`,
	completion: flowDone,
};
