import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { put } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choices } from '../../../shared/form/fields';
import type { OperationContext } from '../../../shared/contract/context';
import { instance } from '../../fields';
import { usersOf } from './existing';

/** Refuses users that do not exist, which the API itself would not tell from deleted ones. */
async function refuseUnknown(item: OperationContext, { body }: ApiRequest): Promise<void> {
	const known = new Set((await usersOf(item)).map(({ user_name }) => user_name));
	const unknown = (body?.users as string[]).filter((name) => !known.has(name));
	if (unknown.length === 0) return;
	throw new Failure(
		'notSent',
		`'User Names or IDs' contains users that do not exist on the instance: ${unknown.join(', ')}`,
		{
			advice:
				'Nothing was deleted. Remove them, or check their spelling; names are case-sensitive.',
		},
	);
}

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
	before: refuseUnknown,
	outcome: (_body, { body }) =>
		((body?.users ?? []) as string[]).map((user_name) => ({ json: { deleted: true, user_name } })),
	subject: ({ user_name: name }) => `user ${String(name)} deleted`,
};
