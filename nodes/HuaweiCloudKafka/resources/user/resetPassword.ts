import type { Operation } from '../../../shared/contract/operation';
import { singleItem, put } from '../../../shared/contract/operation';
import { withInstance } from '../../api/records';
import { instance, kafkaPassword } from '../../fields';
import { checkNotTheName } from './checks';
import { userInPath } from './fields';

/** Sets a new password. DMS for Kafka API Reference 5.6.4; 204 without a body. */
export const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of user',
	description:
		'Set a new password for a SASL user; clients with the old password can no longer connect',
	api: 'ResetUserPasswrod',
	request: put('/v2/{project_id}/instances/{instance_id}/users/{user_name}'),
	kind: 'change',
	fields: [instance(), userInPath(), kafkaPassword('new_password', true)],
	check: ({ path, body = {} }) =>
		checkNotTheName(body.new_password, decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))),
	outcome: (_body, _request, item) =>
		singleItem(withInstance({ user_name: item.nodeParameter('user'), updated: true }, item)),
	subject: ({ user_name: name }) => `password of user ${String(name)} reset`,
};
