import { refuse } from '../answers/errors';
import type { SaslUser } from '../model/contents';
import { newUser } from '../model/defaults';
import { withUsers } from '../requests/checks';
import type { Handler } from '../requests/context';

interface UserParameters {
	Username: string;
	Type?: SaslUser['type'];
	Password: string;
}

/** Creates a SASL user; the same name may exist once of each type. */
export const CreateSaslUser: Handler = (request, context) => {
	const given = request.parameters as unknown as UserParameters;
	const { Username: name, Password: password, Type: type = 'plain' } = given;
	const instance = withUsers(context.workingInstance());
	if (instance.users.some((user) => user.name === name && user.type === type)) {
		refuse('InvalidParameter.DataAlreadyExist', `${name} (${type})`);
	}
	instance.users.push(newUser({ name, password, type }));
	return context.success();
};

/** All SASL users, with their passwords, as the real service tells them. */
export const DescribeSaslUsers: Handler = (_request, context) => {
	const { users } = withUsers(context.workingInstance());
	const SaslUserVO = users.map(({ name, password, type }) => ({
		Username: name,
		Password: password,
		Type: type,
	}));
	return context.success({ SaslUserList: { SaslUserVO } });
};

/** Deletes a SASL user of a type. */
export const DeleteSaslUser: Handler = (request, context) => {
	const { Username, Type = 'plain' } = request.parameters as unknown as UserParameters;
	const instance = withUsers(context.workingInstance());
	const others = instance.users.filter((u) => u.name !== Username || u.type !== Type);
	if (others.length === instance.users.length) {
		refuse('BIZ_SASL_USER_NOT_EXIST', `${Username} (${Type})`);
	}
	instance.users = others;
	return context.success();
};
