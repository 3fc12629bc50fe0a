import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { NAME_RULE, instance, kafkaPassword } from '../../fields';
import { checkNotTheName } from './checks';
import { existingUsers } from './existing';

/** Creates a SASL user. DMS for Kafka API Reference 5.6.2; 204 without a body. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a SASL user on an instance with SASL turned on',
	api: 'CreateInstanceUser',
	request: post('/v2/{project_id}/instances/{instance_id}/users'),
	kind: 'create',
	fields: [
		instance(),
		text('user_name', 'User Name', {
			required: true,
			length: [4, 64],
			pattern: NAME_RULE,
			placeholder: 'e.g. orders-service',
		}),
		kafkaPassword('user_passwd', true),
	],
	options: [text('user_desc', 'Description')],
	check: ({ body = {} }) => checkNotTheName(body.user_passwd, String(body.user_name)),
	outcome: (_body, { body }, item) =>
		singleItem(withInstance({ user_name: body?.user_name }, item)),
	find: existingUsers,
	subject: ({ user_name: name }) => `user ${String(name)}`,
};
