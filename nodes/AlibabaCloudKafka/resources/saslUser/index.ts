import type { Completion } from '../../../shared/contract/completion';
import { choice, secret, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { instance, user } from '../../fields';
import { reads, userPages, usersNamed, writes } from '../../api/requests';

const kind = () =>
	choice('Type', 'SASL Type', {
		name: 'saslType',
		values: { plain: 'PLAIN', scram: 'SCRAM-SHA-256' },
	});

/** A new user is not there at once; until then an ACL for it is refused. */
const userListed: Completion = {
	first: 2,
	every: 3,
	look: async (item, { InstanceId: id, Username: name, Type: type }) => {
		const [record] = await usersNamed(item, id, name, type);
		if (!record) return { status: 'not listed', kind: 'pending' };
		return { status: 'listed', kind: 'ready', record };
	},
	reached: (sights) => sights[sights.length - 1].kind === 'ready',
	subject: ({ Username: name }) => `user ${String(name)}`,
};

/** Creates a SASL user. AliKafka API Reference, CreateSaslUser. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create SASL user',
	description: 'Create a SASL user on an instance with access control (ACL) turned on',
	...writes('CreateSaslUser'),
	fields: [
		instance(),
		text('Username', 'User Name', {
			name: 'userName',
			required: true,
			placeholder: 'e.g. orders-service',
		}),
		secret('Password', 'Password', {
			required: true,
			description:
				'Password that clients authenticate with; sent in the request body, never in the URL',
		}),
		kind(),
	],
	outcome: (_answer, { body = {} }) =>
		one({ InstanceId: body.InstanceId, Username: body.Username, Type: body.Type ?? 'plain' }),
	find: {
		matches: async (item, { body = {} }) =>
			await usersNamed(item, body.InstanceId, body.Username, body.Type ?? 'plain'),
		key: 'Username',
		severalPossible: false,
	},
	subject: ({ Username: name }) => `user ${String(name)}`,
	completion: userListed,
};

/** Lists SASL users without the passwords that the service gives. All come in one answer. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many SASL users',
	description: 'Get many SASL users of an instance',
	...reads('DescribeSaslUsers'),
	fields: [instance()],
	pages: userPages,
};

/** Deletes a SASL user. AliKafka API Reference, DeleteSaslUser; a user of another type is left alone. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete SASL user',
	description: 'Delete a SASL user; its clients can no longer connect',
	...writes('DeleteSaslUser'),
	fields: [instance(), user(), kind()],
	outcome: (_answer, { body = {} }) =>
		one({
			InstanceId: body.InstanceId,
			Username: body.Username,
			Type: body.Type ?? 'plain',
			deleted: true,
		}),
	subject: ({ Username: name }) => `user ${String(name)} deleted`,
};

export const saslUser: Resource = {
	value: 'saslUser',
	name: 'SASL User',
	operations: [getAll, create, deleteOne],
};
