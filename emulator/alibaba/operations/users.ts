import { refuse } from '../answers/errors';
import type { SaslUser } from '../model/contents';
import { newUser } from '../model/defaults';
import type { Instance } from '../model/instance';
import { linger, listed } from '../model/lingering';
import { isConfluent, isServerless } from '../model/series';
import { withUsers } from '../requests/checks';
import type { Handler } from '../requests/context';

interface UserParameters {
	Username: string;
	Type?: SaslUser['type'];
	Mechanism?: string;
	Password: string;
}

/** Only serverless instances know a choice of mechanisms; without one they take SHA-512. */
function mechanismOf(instance: Instance, { Type, Mechanism }: UserParameters): string | undefined {
	if (!isServerless(instance) || Type !== 'scram') return undefined;
	return Mechanism ?? 'SCRAM-SHA-512';
}

const isUser = (instance: Instance, given: UserParameters) => {
	const { Username, Type = 'plain' } = given;
	const mechanism = mechanismOf(instance, given);
	return (user: SaslUser) =>
		user.name === Username && user.type === Type && user.mechanism === mechanism;
};

/**
 * Creates a SASL user; the same name may exist once of each type and mechanism. One that exists gets the new
 * password (update and acceptance tests of terraform-provider-alicloud's alikafka_sasl_user).
 */
export const CreateSaslUser: Handler = (request, context) => {
	const given = request.parameters as unknown as UserParameters;
	const { Username: name, Password: password, Type: type = 'plain' } = given;
	const instance = withUsers(context.workingInstance());
	if (type === 'LDAP' && !isConfluent(instance)) refuse('InvalidParameter.NotSupport', 'Type');
	const existing = instance.users.find(isUser(instance, given));
	if (existing) {
		existing.password = password;
		return context.success();
	}
	const mechanism = mechanismOf(instance, given);
	const listedFrom = context.now + instance.durations.partListed;
	instance.users.push(
		newUser({ name, password, type, listedFrom, ...(mechanism && { mechanism }) }),
	);
	return context.success();
};

/** All SASL users, with their passwords, as the real service tells them. */
export const DescribeSaslUsers: Handler = (_request, context) => {
	const { users, lingering } = withUsers(context.workingInstance());
	const SaslUserVO = listed(users, lingering.users, context.now).map(
		({ name, password, type, mechanism }) => ({
			Username: name,
			Password: password,
			Type: type,
			...(mechanism && { Mechanism: mechanism }),
		}),
	);
	return context.success({ SaslUserList: { SaslUserVO } });
};

/** Deletes a SASL user of a type, who stays listed for a moment. */
export const DeleteSaslUser: Handler = (request, context) => {
	const given = request.parameters as unknown as UserParameters;
	const instance = withUsers(context.workingInstance());
	const gone = instance.users.filter(isUser(instance, given));
	if (gone.length === 0) {
		refuse('BIZ_SASL_USER_NOT_EXIST', `${given.Username} (${given.Type ?? 'plain'})`);
	}
	instance.users = instance.users.filter((user) => !gone.includes(user));
	linger(instance.lingering.users, gone, context.now + instance.durations.partDelete);
	return context.success();
};
