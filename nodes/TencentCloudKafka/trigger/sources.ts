import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import type { InstancesPolled } from '../../shared/trigger/instanceEvents';
import { InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { WatchedSources } from '../../shared/trigger/poller';
import { tencent } from '../vendor';
import { briefView, detailView } from './instances';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import type { TasksKept } from './tasks';
import { isTasksKept, pollTasks, sampleTasks } from './tasks';

const byBriefList = new InstanceEvents(briefView);
const byDetails = new InstanceEvents(detailView);

async function tasksOf(
	connection: Connection,
	settings: Settings,
	stored: TasksKept | undefined,
	seen: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept: TasksKept }> {
	const { items, kept, unknown } = await pollTasks(
		connection,
		settings,
		settings.flowIds ?? [],
		stored,
	);
	// Only at first: a task that is no longer known must not hold up what is to be emitted of all else.
	if (unknown && (!stored || (!seen && items.length === 0))) throw unknown;
	return { items, kept };
}

/** What the trigger watches: instances, and tasks by their flow IDs. */
export const sources: WatchedSources<Settings, TasksKept> = {
	vendor: tencent,
	settings: settingsOf,
	// An empty list of tasks is one that has none at present.
	readAlone: ['flowIds'],
	// By the list that costs the fewest requests; what is kept is the same for both.
	instances: ({ events }) => (events.includes('instanceExpiring') ? byDetails : byBriefList),
	second: {
		name: 'tasks',
		isWatched: ({ flowIds }) => flowIds !== undefined,
		isKept: isTasksKept,
		poll: tasksOf,
		sample: async (connection, settings) =>
			await sampleTasks(connection, settings, settings.flowIds ?? []),
	},
};
