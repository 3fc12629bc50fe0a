import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, put } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance, kafkaPassword } from '../../../fields';

/** Sets a new password for Kafka Manager. DMS for Kafka API Reference 5.2.2; 204 without a body. */
export const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of kafka manager',
	description: 'Set a new password for Kafka Manager',
	api: 'ResetManagerPassword',
	request: put('/v2/{project_id}/instances/{instance_id}/kafka-manager-password'),
	kind: 'change',
	fields: [instance(), kafkaPassword('new_password', true)],
	outcome: (_body, _request, item) => singleItem(withInstance({ updated: true }, item)),
	subject: ({ instance_id: id }) => `Kafka Manager password of instance ${String(id)} reset`,
};
