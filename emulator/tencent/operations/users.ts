import { decline, refuse, success } from '../answers/errors';
import { done } from '../answers/outcome';
import { timeText } from '../answers/time';
import type { User } from '../model/contents';
import type { Instance } from '../model/instance';
import { arrives, leaves, listed } from '../model/listing';
import { checkFilled, checkFree, matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

interface UserBody {
	InstanceId: string;
	Name: string;
	Password?: string;
	PasswordNew?: string;
}

const userOf = (instance: Instance, name: string): User =>
	instance.users.find((user) => user.name === name) ??
	refuse('ResourceNotFound', `The user ${name} does not exist.`);

/** Creates a SASL user. */
export const CreateUser: Handler = (request, context) => {
	const { InstanceId, Name: name, Password: password = '' } = request.body as UserBody;
	const instance = context.runningInstance(InstanceId);
	checkFilled('Name', name);
	checkFree('user', name, instance.users);
	const user = context.state.newUser({ name, password });
	instance.users.push(user);
	arrives(instance, 'users', user, context.now);
	return done(context.state, instance, request.operation);
};

/** Users of an instance, without passwords. */
export const DescribeUser: Handler = (request, context) => {
	const body = request.body as Paging & { InstanceId: string; SearchWord?: string };
	const users = listed(context.workingInstance(body.InstanceId), 'users', context.now);
	const found = users.filter((user) => matches(user.name, body.SearchWord));
	const Users = page(found, body, 20).map((user) => ({
		UserId: user.id,
		Name: user.name,
		CreateTime: timeText(user.createdAt),
		UpdateTime: timeText(user.updatedAt),
	}));
	return success({ Result: { Users, TotalCount: found.length } });
};

/** Replaces the password; a wrong present one is told by the ReturnCode. */
export const ModifyPassword: Handler = (request, context) => {
	const { InstanceId, Name, Password, PasswordNew = '' } = request.body as UserBody;
	const instance = context.runningInstance(InstanceId);
	const user = userOf(instance, Name);
	checkFilled('PasswordNew', PasswordNew);
	if (user.password !== Password) decline(`The present password of ${Name} is another one.`);
	user.password = PasswordNew;
	user.updatedAt = context.now;
	return done(context.state, instance, request.operation);
};

/** Deletes a user; its ACLs stay. */
export const DeleteUser: Handler = (request, context) => {
	const { InstanceId, Name } = request.body as UserBody;
	const instance = context.runningInstance(InstanceId);
	const user = userOf(instance, Name);
	if (user.builtIn) refuse('OperationDenied', `The user ${Name} cannot be deleted.`);
	instance.users = instance.users.filter((other) => other !== user);
	leaves(instance, 'users', user, context.now);
	return done(context.state, instance, request.operation);
};
