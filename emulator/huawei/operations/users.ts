import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { newUser } from '../model/defaults';
import { arrives, leaves, listed } from '../model/listing';
import { checkPassword, checkUserName, secured } from '../requests/checks';
import type { Handler } from '../requests/context';

/** Creates a user (5.6.2). */
export const CreateInstanceUser: Handler = (request, context) => {
	const body = request.body as { user_name: string; user_passwd: string; user_desc?: string };
	const instance = secured(context.runningInstance());
	checkUserName(body.user_name);
	checkPassword(body.user_passwd, body.user_name);
	if (instance.users.some((user) => user.name === body.user_name)) {
		refuse('DMS.00400062', `The user ${body.user_name} already exists.`);
	}
	const user = newUser({
		name: body.user_name,
		password: body.user_passwd,
		description: body.user_desc ?? '',
		createdAt: context.now,
	});
	instance.users.push(user);
	arrives(instance, 'users', user, context.now);
	return empty();
};

/** Sets a user's password (5.6.4). */
export const ResetUserPasswrod: Handler = (request, context) => {
	const { new_password } = request.body as { new_password: string };
	const instance = secured(context.runningInstance());
	const user = instance.users.find((candidate) => candidate.name === request.path.user_name);
	if (!user) refuse('DMS.00400062', `The user ${request.path.user_name} does not exist.`);
	checkPassword(new_password, user.name);
	user.password = new_password;
	return empty();
};

/** Changes a user's description, password, or both; without a description it has none. */
export const UpdateInstanceUser: Handler = (request, context) => {
	const body = request.body as { new_password?: string; user_desc?: string };
	const instance = secured(context.runningInstance());
	const user = instance.users.find((candidate) => candidate.name === request.path.user_name);
	if (!user) refuse('DMS.00400062', `The user ${request.path.user_name} does not exist.`);
	if (body.new_password !== undefined) {
		checkPassword(body.new_password, user.name);
		user.password = body.new_password;
	}
	user.description = body.user_desc ?? '';
	return empty();
};

/** Deletes users (5.6.3); the answer has no results, and a user that does not exist is no error. */
export const BatchDeleteInstanceUsers: Handler = (request, context) => {
	const { users } = request.body as { users: string[] };
	const instance = secured(context.runningInstance());
	const gone = instance.users.filter((user) => users.includes(user.name));
	instance.users = instance.users.filter((user) => !gone.includes(user));
	for (const user of gone) leaves(instance, 'users', user, context.now);
	for (const topic of instance.topics) {
		for (const name of users) delete topic.policies[name];
	}
	return empty();
};

/** All users of an instance (5.6.1). */
export const ShowInstanceUsers: Handler = (_request, context) => {
	const users = listed(secured(context.instance()), 'users', context.now).map((user) => ({
		user_name: user.name,
		user_desc: user.description,
		role: user.role,
		default_app: user.defaultApp,
		created_time: user.createdAt,
	}));
	return json(200, { users });
};
