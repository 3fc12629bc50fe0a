import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import type { Operation } from '../../../shared/contract/operation';
import { put, singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { text } from '../../../shared/form/fields';
import { textIn } from '../../api/failedParts';
import { readOr } from '../../api/readOr';
import { withInstance } from '../../api/records';
import { instance, kafkaPassword } from '../../fields';
import { checkNotTheName } from './checks';
import { usersOf } from './existing';
import { userInPath } from './fields';

/**
 * Sends the description that there is, where it stays: whether one that is left out stays is not
 * documented, and the Terraform provider always sends it.
 */
async function keepDescription(item: OperationContext, request: ApiRequest): Promise<void> {
	const user_name = item.nodeParameter<string>('user');
	request.body = { ...request.body, user_name };
	if (request.body.user_desc !== undefined) return;
	const users = await readOr(async () => await usersOf(item), [] as IDataObject[]);
	const user = users.find(({ user_name: name }) => name === user_name);
	if (user) request.body.user_desc = textIn(user.user_desc) ?? '';
}

/**
 * Changes the description, the password, or both. DMS for Kafka API Reference, page UpdateInstanceUser of
 * 2026-01; 204 without a body.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update user',
	description: 'Change the description, the password, or both of a SASL user',
	api: 'UpdateInstanceUser',
	request: put('/v2/kafka/{project_id}/instances/{instance_id}/users/{user_name}'),
	kind: 'change',
	warning: 'After a change of the password, clients with the old one can no longer connect.',
	fields: [instance(), userInPath()],
	options: [
		text('user_desc', 'Description', {
			sendBlank: true,
			description: 'Leave empty to remove the description',
		}),
		kafkaPassword('new_password', false, 'New Password'),
	],
	check: ({ path, body }) => {
		if (!body) {
			throw new BadInput('Options', 'has nothing to change', 'Add at least one setting to change.');
		}
		const name = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
		checkNotTheName(body.new_password, name, 'New Password');
	},
	before: keepDescription,
	outcome: (_answer, _request, item) =>
		singleItem(withInstance({ user_name: item.nodeParameter('user'), updated: true }, item)),
	subject: ({ user_name: name }) => `user ${String(name)} updated`,
};
