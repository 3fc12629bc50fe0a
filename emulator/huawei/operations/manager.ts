import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { checkPassword, secured } from '../requests/checks';
import type { Handler } from '../requests/context';

/** Sets the password of the user an instance with SASL was ordered with (5.2.1). */
export const ResetPassword: Handler = (request, context) => {
	const { new_password } = request.body as { new_password: string };
	const instance = secured(context.runningInstance());
	checkPassword(new_password, instance.accessUser);
	const user = instance.users.find((candidate) => candidate.name === instance.accessUser);
	if (!user) refuse('DMS.00400062', `The user ${instance.accessUser} does not exist.`);
	user.password = new_password;
	return empty();
};

/** Sets the password of Kafka Manager (5.2.2); without one nothing changes. */
export const ResetManagerPassword: Handler = (request, context) => {
	const { new_password } = request.body as { new_password?: string };
	context.runningInstance();
	const instance = context.managedInstance();
	if (new_password !== undefined) {
		checkPassword(new_password, instance.managerUser);
		instance.managerPassword = new_password;
	}
	return empty();
};

/** Restarts Kafka Manager (5.2.3), at once. */
export const RestartManager: Handler = (_request, context) => {
	context.runningInstance();
	return json(200, { result: 'success', instance_id: context.managedInstance().id });
};

/** Closes Kafka Manager for good (5.2.8), and with it the paths with /management/. */
export const CloseKafkaManager: Handler = (_request, context) => {
	context.runningInstance();
	context.managedInstance().managerClosed = true;
	return empty(200);
};
