import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { fromRequest, taskOf } from '../../api/records';
import { taskDone } from '../../completions/task';
import { instance, userName } from '../../fields';

/** Deletes a user. CKafka DeleteUser. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete user',
	description: 'Delete a SASL user; its ACLs remain until you delete them',
	api: 'DeleteUser',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), userName()],
	outcome: (answer, request) =>
		singleItem({ deleted: true, ...fromRequest(request, 'Name', 'InstanceId'), ...taskOf(answer) }),
	subject: ({ Name: name }) => `user ${String(name)} deleted`,
	completion: taskDone,
};
