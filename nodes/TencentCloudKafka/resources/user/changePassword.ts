import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { secret } from '../../../shared/form/fields';
import { fromRequest, taskOf } from '../../api/records';
import { taskDone } from '../../completions/task';
import { instance, userName } from '../../fields';
import { takeUserName } from './login';

/** Sets a new password. CKafka ModifyPassword, which wants the present one too. */
export const changePassword: Operation = {
	value: 'changePassword',
	name: 'Change Password',
	action: 'Change password of user',
	description:
		'Set a new password for a SASL user; clients with the old password can no longer connect',
	api: 'ModifyPassword',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		userName(),
		secret('Password', 'Current Password', {
			name: 'presentPassword',
			required: true,
			description: 'Password to replace; the service requires it to make the change',
		}),
		secret('PasswordNew', 'New Password', {
			name: 'newPassword',
			required: true,
			description: 'Password that clients authenticate with from then on',
		}),
	],
	check: ({ body = {} }) => takeUserName(body, 'Name', 'User', body.InstanceId),
	outcome: (answer, request) =>
		singleItem({ ...fromRequest(request, 'Name', 'InstanceId'), updated: true, ...taskOf(answer) }),
	subject: ({ Name: name }) => `password of user ${String(name)} changed`,
	completion: taskDone,
};
