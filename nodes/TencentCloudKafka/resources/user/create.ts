import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { secret, text } from '../../../shared/form/fields';
import { findUser } from '../../api/find';
import { fromRequest, matchesOf, taskOf } from '../../api/records';
import { userListed } from '../../completions/listed';
import { instance } from '../../fields';
import { takeUserName } from './login';

/** Creates a SASL user. CKafka CreateUser. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Create a SASL user on an instance',
	api: 'CreateUser',
	request: post('/'),
	kind: 'create',
	fields: [
		instance(),
		text('Name', 'User Name', {
			name: 'userName',
			required: true,
			placeholder: 'e.g. orders-service',
			description:
				'Letters, digits, underscores, hyphens, and periods, beginning with a letter or digit',
			hint: "Kafka clients use the instance ID, '#', and this name as their user name",
		}),
		secret('Password', 'Password', {
			required: true,
			description:
				'Password that clients authenticate with; must contain two of lowercase letters, uppercase letters, digits, and special characters',
		}),
	],
	check: ({ body = {} }) => takeUserName(body, 'Name', 'User Name', body.InstanceId),
	outcome: (answer, request) =>
		singleItem({ ...fromRequest(request, 'Name', 'InstanceId'), ...taskOf(answer) }),
	find: {
		matches: async (item, request) => {
			const { InstanceId, Name } = request.body ?? {};
			return matchesOf(await findUser(item, InstanceId, Name), request);
		},
		key: 'Name',
		// The list says when it was made, but as a text without a time zone.
	},
	subject: ({ Name: name }) => `user ${String(name)}`,
	completion: userListed,
};
