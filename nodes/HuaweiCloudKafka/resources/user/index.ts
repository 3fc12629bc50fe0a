import { BadInput } from '../../../shared/contract/badInput';
import { Failure } from '../../../shared/contract/failure';
import { choices, text } from '../../../shared/form/fields';
import type { Item } from '../../../shared/run/item';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { get, one, post, put } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { NAME_RULE, instance, kafkaPassword, userInPath } from '../../fields';
import { listUsers, wholeList } from '../../api/requests';

/**
 * Refuses a password that is the name of its user, or that name reversed.
 *
 * @throws {BadInput}
 */
function checkNotTheName(password: unknown, name: string): void {
	if (password !== name && password !== [...name].reverse().join('')) return;
	throw new BadInput(
		'Password',
		'is the same as the user name or the user name reversed',
		'Choose another password.',
	);
}

/** Creates a SASL user. DMS for Kafka API Reference 5.6.2; 204 without a body. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a SASL user on an instance with SASL turned on',
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
	check: ({ body = {} }) => checkNotTheName(body.user_passwd, String(body.user_name)),
	outcome: (_body, { body }, item) =>
		one({ user_name: body?.user_name, instance_id: item.parameter('instanceId') }),
	find: {
		matches: async (item, { body }) => {
			const instance_id: string = item.parameter('instanceId');
			return listIn(await item.call(listUsers(instance_id)), 'users')
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
	pages: wholeList('users', 'user_name'),
};

/** Sets a new password. DMS for Kafka API Reference 5.6.4; 204 without a body. */
const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of user',
	description:
		'Set a new password for a SASL user; clients with the old password can no longer connect',
	api: 'ResetUserPasswrod',
	request: put('/v2/{project_id}/instances/{instance_id}/users/{user_name}'),
	fields: [instance(), userInPath('user_name'), kafkaPassword('new_password', true)],
	check: ({ path, body = {} }) =>
		checkNotTheName(body.new_password, decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))),
	outcome: (_body, _request, item) =>
		one({
			user_name: item.parameter('user'),
			updated: true,
			instance_id: item.parameter('instanceId'),
		}),
	subject: ({ user_name: name }) => `password of user ${String(name)} reset`,
};

/** Users that are not there, which the API itself would not tell from deleted ones. */
async function refuseUnknown(item: Item, { body }: ApiRequest): Promise<void> {
	const listed = listIn(await item.call(listUsers(item.parameter('instanceId'))), 'users');
	const known = new Set(listed.map(({ user_name }) => user_name));
	const unknown = (body?.users as string[]).filter((name) => !known.has(name));
	if (unknown.length === 0) return;
	throw new Failure(
		'notSent',
		`'User Names or IDs' contains users that do not exist on the instance: ${unknown.join(', ')}`,
		{
			mend: 'Nothing was deleted. Remove them, or check their spelling; names are case-sensitive.',
		},
	);
}

/**
 * Deletes users. DMS for Kafka API Reference 5.6.3, by PUT; 204 without a body for all of them, also
 * for those that are not there.
 */
const deleteMany: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete users',
	description: 'Delete one or more SASL users and their permissions',
	api: 'BatchDeleteInstanceUsers',
	request: put('/v2/{project_id}/instances/{instance_id}/users'),
	constant: { body: { action: 'delete' } },
	fields: [
		instance(),
		choices('users', 'User Names or IDs', {
			required: true,
			load: { method: 'getUsers', dependsOn: ['instanceId.value'] },
		}),
	],
	before: refuseUnknown,
	outcome: (_body, { body }) =>
		((body?.users ?? []) as string[]).map((user_name) => ({ json: { deleted: true, user_name } })),
	subject: ({ user_name: name }) => `user ${String(name)} deleted`,
};

export const user: Resource = {
	value: 'user',
	name: 'User',
	operations: [getAll, create, deleteMany, resetPassword],
};
