import { refuse } from '../answers/errors';
import type { Tag } from '../model/contents';
import type { Instance, InstanceSettings } from '../model/instance';
import type { Context } from './context';

/** Begins the creation of an instance, within the quota and with a name that may be had. */
export function order(
	context: Context,
	settings: InstanceSettings,
	tags: Tag[],
	password: string | undefined,
): Instance {
	const { state, project } = context;
	const existing = state.of(project.id).filter((instance) => !instance.deleting);
	if (existing.length >= state.rules.instanceQuota) refuse('DMS.00400035');
	if (state.rules.uniqueNames && existing.some((other) => other.name === settings.name)) {
		refuse('DMS.00400060');
	}
	const instance = state.create(project, settings, tags);
	if (password && instance.users[0]) instance.users[0].password = password;
	return instance;
}
