import type { Operation, Resource } from '../../../shared/contract/operation';
import { del, one, put } from '../../../shared/contract/operation';
import { instance, kafkaPassword } from '../../fields';

/** Sets another password. DMS for Kafka API Reference 5.2.2; 204 without a body. */
const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of kafka manager',
	description: 'Set a new password for Kafka Manager',
	api: 'ResetManagerPassword',
	request: put('/v2/{project_id}/instances/{instance_id}/kafka-manager-password'),
	fields: [instance(), kafkaPassword('new_password', true)],
	outcome: (_body, _request, item) =>
		one({ instance_id: item.parameter('instanceId'), updated: true }),
	subject: ({ instance_id: id }) => `Kafka Manager password of instance ${String(id)} reset`,
};

/** Restarts it. DMS for Kafka API Reference 5.2.3; the answer says at once whether it worked. */
const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart kafka manager',
	description: 'Restart Kafka Manager; the instance keeps running',
	api: 'RestartManager',
	request: put('/v2/{project_id}/instances/{instance_id}/restart-kafka-manager'),
	fields: [instance()],
	outcome: (answer, _request, item) => [
		{
			json: { instance_id: item.parameter('instanceId'), ...answer },
			...(answer.result !== 'success' && {
				failed: `the result is ${String(answer.result)}`,
			}),
		},
	],
	subject: ({ instance_id: id }) => `Kafka Manager of instance ${String(id)} restarted`,
};

/** Switches it off. DMS for Kafka API Reference 5.2.8; 200 without a body, and no way back. */
const disable: Operation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable kafka manager',
	description: 'Permanently disable Kafka Manager',
	api: 'CloseKafkaManager',
	request: del('/v2/{project_id}/kafka/instances/{instance_id}/management'),
	fields: [instance()],
	outcome: (answer, _request, item) =>
		one({ ...answer, instance_id: item.parameter('instanceId'), disabled: true }),
	subject: ({ instance_id: id }) => `Kafka Manager of instance ${String(id)} disabled`,
};

export const kafkaManager: Resource = {
	value: 'kafkaManager',
	name: 'Kafka Manager',
	operations: [resetPassword, disable, restart],
};
