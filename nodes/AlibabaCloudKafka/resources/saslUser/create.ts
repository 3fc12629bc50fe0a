import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { secret, text } from '../../../shared/form/fields';
import { existingNow } from '../../api/deletions';
import { userOf } from '../../api/records';
import { operation, usersLike } from '../../api/requests';
import { userListed } from '../../completions/saslUser';
import { instance } from '../../fields';
import { mechanism, saslType, withMechanism } from './fields';

/** Creates a SASL user. AliKafka API Reference, CreateSaslUser. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create SASL user',
	description: 'Create a SASL user on an instance with access control (ACL) turned on',
	...operation('create', 'CreateSaslUser'),
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
		saslType(),
		mechanism(),
	],
	check: withMechanism,
	outcome: (_answer, { body = {} }) => singleItem(userOf(body)),
	find: {
		matches: async (item, { body = {} }) =>
			await existingNow(item, userOf(body), async () => await usersLike(item, body)),
		key: 'Username',
	},
	subject: ({ Username: name }) => `user ${String(name)}`,
	completion: userListed,
};
