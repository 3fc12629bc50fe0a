import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import type { Connection } from '../../shared/request/connection';
import type { InstancesPolled } from '../../shared/trigger/instanceEvents';
import { InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { WatchedSources } from '../../shared/trigger/poller';
import { isGone } from '../api/decode';
import { huawei } from '../vendor';
import { instanceView } from './instances';
import type { Settings } from './settings';
import { settingsOf } from './settings';
import type { TasksKept } from './tasks';
import { isTasksKept, pollTasks, sampleTasks } from './tasks';

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
		const failure = asFailure(error);
		const wasThere = stored?.of === settings.instanceId;
		if (seen && wasThere && isGone(failure)) return { items: [], kept: stored };
		throw failure;
	}
}

const instances = new InstanceEvents(instanceView);

/** What the trigger watches: instances, and the background tasks of one of them. */
export const sources: WatchedSources<Settings, TasksKept> = {
	vendor: huawei,
	settings: settingsOf,
	instances: () => instances,
	second: {
		name: 'tasks',
		isWatched: ({ taskEvents }) => taskEvents.length > 0,
		isKept: isTasksKept,
		poll: tasksOf,
		sample: sampleTasks,
	},
};
