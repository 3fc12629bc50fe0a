import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Connection } from '../../shared/request/call';
import { connect } from '../../shared/request/call';
import { asFailure } from '../../shared/contract/failure';
import type { InstancesKept, InstancesPolled } from '../../shared/trigger/instanceEvents';
import { INSTANCE_EVENTS, InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { Poller } from '../../shared/trigger/poll';
import { huawei } from '../vendor';
import { isGone } from '../api/decode';
import type { TasksKept } from './tasks';
import { pollTasks, sampleTasks } from './tasks';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import { instanceView } from './instances';

const instances = new InstanceEvents(instanceView);

const watchesInstances = ({ events }: Settings) =>
	events.some((event) => INSTANCE_EVENTS.includes(event));

/**
 * Puts together the poll of a trigger node from its parameters. Instances and tasks each have a
 * state of their own, so that choosing another event does not make the known ones look new.
 */
export async function pollerOf(context: IPollFunctions, signal?: AbortSignal): Promise<Poller> {
	const settings = await settingsOf(context);
	const connection = { ...(await connect(context, huawei, settings.otherRegion)), signal };
	return {
		secrets: connection.secrets,
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		poll: async (state) => await poll(connection, settings, state ?? {}),
		sample: async () => [
			...(watchesInstances(settings) ? await instances.sample(connection, settings) : []),
			...(settings.taskEvents.length > 0 ? await sampleTasks(connection, settings) : []),
		],
	};
}

async function poll(
	connection: Connection,
	settings: Settings,
	state: IDataObject,
): ReturnType<Poller['poll']> {
	const seen = watchesInstances(settings)
		? await instances.poll(connection, settings, state.instances as InstancesKept | undefined)
		: undefined;
	const tasks =
		settings.taskEvents.length > 0
			? await tasksOf(connection, settings, state.tasks as TasksKept | undefined, seen)
			: undefined;
	return {
		items: [...(seen?.items ?? []), ...(tasks?.items ?? [])],
		state: {
			...(seen && { instances: seen.kept }),
			...(tasks?.kept && { tasks: tasks.kept }),
		},
	};
}

/** Once the instance is deleted its tasks cannot be read, which must not hold up other instances. */
async function tasksOf(
	connection: Connection,
	settings: Settings,
	stored: TasksKept | undefined,
	seen: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept?: TasksKept }> {
	try {
		return await pollTasks(connection, settings, stored, seen?.seen ?? []);
	} catch (error) {
		const wasThere = stored?.of === settings.instanceId;
		if (seen && wasThere && isGone(error)) return { items: [], kept: stored };
		throw asFailure(error);
	}
}
