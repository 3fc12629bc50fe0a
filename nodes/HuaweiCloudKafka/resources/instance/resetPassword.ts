import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { withInstance } from '../../api/records';
import { instance, kafkaPassword } from '../../fields';

/** Sets a new password for the first SASL user. DMS for Kafka API Reference 5.2.1; 204 without a body. */
export const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of instance',
	description: 'Set a new password for the SASL user that the instance was created with',
	api: 'ResetPassword',
	request: post('/v2/{project_id}/instances/{instance_id}/password'),
	kind: 'change',
	fields: [instance(), kafkaPassword('new_password', true)],
	outcome: (_body, _request, item) => singleItem(withInstance({ updated: true }, item)),
	subject: ({ instance_id: id }) => `password of instance ${String(id)} reset`,
};
