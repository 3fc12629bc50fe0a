import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { fromRequest, taskOf } from '../../api/records';
import { groupGone } from '../../completions/listed';
import { groupName, instance } from '../../fields';
import { rejectedInUse } from './inUse';

/** Deletes a group. CKafka DeleteGroup. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete consumer group',
	description: 'Delete a consumer group and its offsets; its consumers must be stopped first',
	api: 'DeleteGroup',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), groupName()],
	again: rejectedInUse('It was not deleted.'),
	outcome: (answer, request) =>
		singleItem({
			deleted: true,
			...fromRequest(request, 'Group', 'InstanceId'),
			...taskOf(answer),
		}),
	subject: ({ Group: name }) => `consumer group ${String(name)} deleted`,
	completion: groupGone,
};
