import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { BUILT_IN } from '../../api/labels';
import { fromRequest, taskOf } from '../../api/records';
import { userGone } from '../../completions/listed';
import { instance, userName } from '../../fields';
import { takeUserName } from './login';

const SPARED = 'The service created this user with the instance, and it cannot be deleted.';

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
	spare: ({ body = {} }) =>
		body.Name === BUILT_IN
			? { deleted: false, Name: BUILT_IN, InstanceId: body.InstanceId, note: SPARED }
			: undefined,
	check: ({ body = {} }) => takeUserName(body, 'Name', 'User', body.InstanceId),
	outcome: (answer, request) =>
		singleItem({ deleted: true, ...fromRequest(request, 'Name', 'InstanceId'), ...taskOf(answer) }),
	subject: ({ Name: name, deleted }) =>
		`user ${String(name)} ${deleted === false ? 'kept' : 'deleted'}`,
	completion: userGone,
};
