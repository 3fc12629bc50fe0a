import type { Operation } from '../../../shared/contract/operation';
import { put } from '../../../shared/contract/operation';
import { choices } from '../../../shared/form/fields';
import { rowsGone } from '../../completions/rows';
import { instance } from '../../fields';
import { refuseUnknown } from '../known';
import { usersOf } from './existing';

/**
 * Deletes users. DMS for Kafka API Reference 5.6.3, by PUT; 204 without a body for all of them, also
 * for those that do not exist.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete users',
	description: 'Delete one or more SASL users and their permissions',
	api: 'BatchDeleteInstanceUsers',
	request: put('/v2/{project_id}/instances/{instance_id}/users'),
	kind: 'delete',
	constant: { body: { action: 'delete' } },
	fields: [
		instance(),
		choices('users', 'User Names or IDs', {
			required: true,
			load: { method: 'getUsers', dependsOn: ['instanceId.value'] },
		}),
	],
	before: async (item, { body }) =>
		await refuseUnknown(item, {
			label: 'User Names or IDs',
			what: 'users',
			names: body?.users,
			look: async () => (await usersOf(item)).map(({ user_name }) => user_name),
		}),
	outcome: (_body, { body }) =>
		((body?.users ?? []) as string[]).map((user_name) => ({ json: { deleted: true, user_name } })),
	subject: ({ user_name: name }) => `user ${String(name)} deleted`,
	completion: rowsGone('user', 'user_name', usersOf),
};
