import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { lookAgain } from '../../../shared/request/lookAgain';
import { userOf } from '../../api/records';
import { operation, usersLike } from '../../api/requests';
import { instance, user } from '../../fields';
import { mechanism, password, saslType, withMechanism } from './fields';

const noSuchUser = (name: unknown, type: unknown) =>
	new Failure('notSent', `user ${String(name)} of the type ${String(type)} does not exist`, {
		advice:
			"Nothing was sent, as the service would create it. Check 'User', 'SASL Type', and 'SCRAM Mechanism', or use 'Create'.",
	});

/**
 * Sets a new password. The API has no operation of its own for it: CreateSaslUser gives a user that exists the
 * new password (update and acceptance tests of terraform-provider-alicloud's alikafka_sasl_user), and creates
 * one that does not.
 */
export const resetPassword: Operation = {
	value: 'resetPassword',
	name: 'Reset Password',
	action: 'Reset password of SASL user',
	description:
		'Set a new password for a SASL user; clients with the old password can no longer connect',
	...operation('change', 'CreateSaslUser'),
	fields: [instance(), user(), password(), saslType(), mechanism()],
	check: withMechanism,
	before: async (item, { body = {} }) => {
		const found = await lookAgain(
			item,
			async () => await usersLike(item, body),
			(users) => users.length > 0,
			'while looking for the user',
		);
		if (found.length === 0) throw noSuchUser(body.Username, userOf(body).Type);
	},
	outcome: (_answer, { body = {} }) => singleItem({ ...userOf(body), updated: true }),
	subject: ({ Username: name }) => `password of user ${String(name)} reset`,
};
