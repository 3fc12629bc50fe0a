import { text } from '../../../shared/fields';
import type { Operation, Resource } from '../../../shared/operation';
import { get, one, post } from '../../../shared/operation';
import { NAME_RULE, instance, kafkaPassword } from '../../fields';
import { listUsers } from '../../requests';
import type { IDataObject } from 'n8n-workflow';
import type { Pages } from '../../../shared/pages';

/** The list comes whole in one answer. */
const userPages: Pages = {
	rows: ({ users }) => (users ?? []) as IDataObject[],
	total: ({ users }) => ((users ?? []) as IDataObject[]).length,
	at: () => ({}),
	size: Infinity,
	key: 'user_name',
};

/** Creates a SASL user. DMS for Kafka API Reference 5.6.2; 204 without a body. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a SASL user on an instance that has SASL on',
	api: 'CreateInstanceUser',
	request: post('/v2/{project_id}/instances/{instance_id}/users'),
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
	outcome: (_body, { body }, item) =>
		one({ user_name: body?.user_name, instance_id: item.parameter('instanceId') }),
	find: {
		matches: async (item, { body }) => {
			const instance_id: string = item.parameter('instanceId');
			const { users } = await item.call(listUsers(instance_id));
			return ((users ?? []) as IDataObject[])
				.filter(({ user_name }) => user_name === body?.user_name)
				.map((found) => ({ ...found, instance_id }));
		},
		key: 'user_name',
		severalPossible: false,
		madeAt: ({ created_time: time }) => Number(time) || undefined,
	},
	subject: ({ user_name: name }) => `user ${String(name)}`,
};

/** Lists SASL users. DMS for Kafka API Reference 5.6.1; all come in one answer. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get many SASL users of an instance',
	api: 'ShowInstanceUsers',
	request: get('/v2/{project_id}/instances/{instance_id}/users'),
	fields: [instance()],
	pages: userPages,
};

export const user: Resource = { value: 'user', name: 'User', operations: [getAll, create] };
