import type { IDataObject } from 'n8n-workflow';

import { secret, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flowDone } from '../../completions/instance';
import { instance, userName } from '../../fields';
import { flowOf, userPages } from '../../api/requests';
import { findUser } from '../../api/contents';

/** Who an operation was about; never the passwords that the request holds as well. */
const theUser = ({ body }: ApiRequest): IDataObject => ({
	Name: body?.Name,
	InstanceId: body?.InstanceId,
});

/** Creates a SASL user. CKafka CreateUser. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a SASL user on an instance',
	api: 'CreateUser',
	request: post('/'),
	fields: [
		instance(),
		text('Name', 'User Name', {
			name: 'userName',
			required: true,
			placeholder: 'e.g. orders-service',
			hint: "Kafka clients use the instance ID, '#', and this name as their user name",
		}),
		secret('Password', 'Password', {
			required: true,
			description: 'Password that clients authenticate with',
		}),
	],
	outcome: (answer, request) => one({ ...theUser(request), ...flowOf(answer) }),
	find: {
		matches: async (item, { body = {} }) => {
			const user = await findUser(item, body.InstanceId, body.Name);
			return user ? [{ ...user, InstanceId: body.InstanceId }] : [];
		},
		key: 'Name',
		severalPossible: false,
		// The list says when it was made, but as a text without a time zone.
	},
	subject: ({ Name: name }) => `user ${String(name)}`,
	completion: flowDone,
};

/** Lists SASL users. CKafka DescribeUser. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get many SASL users of an instance',
	api: 'DescribeUser',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		text('SearchWord', 'Name Contains', {
			placeholder: 'e.g. orders',
			description: 'Return only users whose name contains this text',
		}),
	],
	pages: userPages,
};

/** Sets a new password. CKafka ModifyPassword, which wants the present one too. */
const changePassword: Operation = {
	value: 'changePassword',
	name: 'Change Password',
	action: 'Change password of user',
	description:
		'Set a new password for a SASL user; clients with the old password can no longer connect',
	api: 'ModifyPassword',
	request: post('/'),
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
	outcome: (answer, request) => one({ ...theUser(request), updated: true, ...flowOf(answer) }),
	subject: ({ Name: name }) => `password of user ${String(name)} changed`,
	completion: flowDone,
};

/** Deletes a user. CKafka DeleteUser. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete user',
	description: 'Delete a SASL user; its ACLs remain until you delete them',
	api: 'DeleteUser',
	request: post('/'),
	fields: [instance(), userName()],
	outcome: (answer, request) => one({ deleted: true, ...theUser(request), ...flowOf(answer) }),
	subject: ({ Name: name }) => `user ${String(name)} deleted`,
	completion: flowDone,
};

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [getAll, changePassword, create, deleteOne],
};
