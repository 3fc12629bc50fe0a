import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Connection } from '../shared/call';
import { connect } from '../shared/call';
import { asFailure } from '../shared/failure';
import type { Poller } from '../shared/poll';
import { huawei } from './huawei';
import type { InstancesPolled } from './instanceEvents';
import { pollInstances, sampleInstances } from './instanceEvents';
import { isGone } from './requests';
import type { TasksKept } from './taskEvents';
import { pollTasks, sampleTasks } from './taskEvents';
import type { Settings } from './triggerSettings';
import { settingsOf } from './triggerSettings';

/**
 * Puts together the poll of a trigger node from its parameters. Instances and tasks each have a
 * state of their own, so that choosing another event does not make the known ones look new.
 */
export async function pollerOf(context: IPollFunctions, signal?: AbortSignal): Promise<Poller> {
	const settings = await settingsOf(context);
	const connection = { ...(await connect(context, huawei, settings.otherRegion)), signal };
	return {
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		poll: async (state) => await poll(connection, settings, state ?? {}),
		sample: async () => [
			...(settings.instanceEvents.length > 0 ? await sampleInstances(connection, settings) : []),
			...(settings.taskEvents.length > 0 ? await sampleTasks(connection, settings) : []),
		],
	};
}

async function poll(
	connection: Connection,
	settings: Settings,
	state: IDataObject,
): ReturnType<Poller['poll']> {
	const instances =
		settings.instanceEvents.length > 0
			? await pollInstances(connection, settings, state.instances)
			: undefined;
	const tasks =
		settings.taskEvents.length > 0
			? await tasksOf(connection, settings, state.tasks as TasksKept | undefined, instances)
			: undefined;
	return {
		items: [...(instances?.items ?? []), ...(tasks?.items ?? [])],
		state: {
			...(instances && { instances: instances.kept }),
			...(tasks?.kept && { tasks: tasks.kept }),
		},
	};
}

/** Once the instance is deleted its tasks cannot be read, which must not hold up other instances. */
async function tasksOf(
	connection: Connection,
	settings: Settings,
	stored: TasksKept | undefined,
	instances: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept?: TasksKept }> {
	try {
		return await pollTasks(connection, settings, stored, instances?.seen ?? []);
	} catch (error) {
		if (instances && isGone(error)) return { items: [], kept: stored };
		throw asFailure(error);
	}
}
