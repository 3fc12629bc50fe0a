import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Connection } from '../../shared/request/call';
import { connect } from '../../shared/request/call';
import type { InstancesKept } from '../../shared/trigger/instanceEvents';
import { INSTANCE_EVENTS, InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { Poller } from '../../shared/trigger/poll';
import type { TasksKept } from './tasks';
import { pollTasks, sampleTasks } from './tasks';
import { tencent } from '../vendor';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import { briefView, detailView } from './instances';

const byBriefList = new InstanceEvents(briefView);
const byDetails = new InstanceEvents(detailView);

/** By the list that costs the fewest requests; what is kept is the same for both. */
const instancesOf = ({ events }: Settings) =>
	events.includes('instanceExpiring') ? byDetails : byBriefList;

const watchesInstances = ({ events }: Settings) =>
	events.some((event) => INSTANCE_EVENTS.includes(event));

/**
 * Puts together the poll of a trigger node from its parameters. Instances and tasks each have a
 * state of their own, so that choosing another event does not make the known ones look new.
 */
export async function pollerOf(context: IPollFunctions, signal?: AbortSignal): Promise<Poller> {
	const settings = await settingsOf(context);
	const connection = { ...(await connect(context, tencent, settings.otherRegion)), signal };
	return {
		secrets: connection.secrets,
		scope: [settings.account, connection.options.baseURL, settings.region].join('|'),
		poll: async (state) => await poll(connection, settings, state),
		sample: async () => [
			...(watchesInstances(settings)
				? await instancesOf(settings).sample(connection, settings)
				: []),
			...(settings.flowIds ? await sampleTasks(connection, settings, settings.flowIds) : []),
		],
	};
}

async function poll(
	connection: Connection,
	settings: Settings,
	state: IDataObject | undefined,
): ReturnType<Poller['poll']> {
	const { flowIds } = settings;
	const seen = watchesInstances(settings)
		? await instancesOf(settings).poll(
				connection,
				settings,
				state?.instances as InstancesKept | undefined,
			)
		: undefined;
	const tasks =
		flowIds &&
		(await pollTasks(connection, settings, flowIds, state?.tasks as TasksKept | undefined));
	const items = [...(seen?.items ?? []), ...(tasks?.items ?? [])];
	// Only at first: a task that is no longer known must not hold up what is to be told of all else.
	if (tasks?.unknown && (!state?.tasks || (!seen && items.length === 0))) throw tasks.unknown;
	return {
		items,
		state: { ...(seen && { instances: seen.kept }), ...(tasks && { tasks: tasks.kept }) },
	};
}
