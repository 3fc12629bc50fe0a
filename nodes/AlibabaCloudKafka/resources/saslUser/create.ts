import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { existingNow } from '../../api/deletions';
import { isSameUser, userOf } from '../../api/records';
import { operation, usersLike } from '../../api/requests';
import { userListed } from '../../completions/saslUser';
import { instance } from '../../fields';
import { mechanism, password, saslType, withMechanism } from './fields';

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
		password(),
		saslType(),
		mechanism(),
	],
	check: withMechanism,
	outcome: (_answer, { body = {} }) => singleItem(userOf(body)),
	find: {
		matches: async (item, { body = {} }) =>
			await existingNow(item, userOf(body), async () => await usersLike(item, body)),
		key: 'Username',
		// terraform-provider-alicloud changes passwords so, and has acceptance tests of it.
		overwrites: {
			instead: "To give it another password, use 'Reset Password'.",
			isSame: (json, { body = {} }) => isSameUser(json, body),
		},
	},
	subject: ({ Username: name }) => `user ${String(name)}`,
	completion: userListed,
};
