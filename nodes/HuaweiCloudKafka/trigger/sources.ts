import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../shared/contract/failure';
import { asFailure } from '../../shared/contract/failure';
import type { Connection } from '../../shared/request/connection';
import { isObject } from '../../shared/request/serviceFailure';
import { half, warn } from '../../shared/trigger/half';
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
import type { Work } from './work';
import { WORK } from './work';

/** What is kept of the work of an instance, by its kind. */
type WorkKept = Record<string, TasksKept> & IDataObject;

/** Once the instance is deleted its work cannot be read, which must not hold up other instances. */
async function polled(
	connection: Connection,
	settings: Settings,
	work: Work,
	stored: TasksKept | undefined,
	seen: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept?: TasksKept }> {
	try {
		return await pollTasks(connection, settings, work, stored, seen?.seen ?? []);
	} catch (error) {
		const failure = asFailure(error);
		const wasThere = stored?.of === settings.instanceId;
		if (seen && wasThere && isGone(failure)) return { items: [], kept: stored };
		throw failure;
	}
}

const chosen = ({ taskEvents }: Settings) =>
	WORK.filter(({ events }) => events.some((event) => taskEvents.includes(event)));

/** Every kind of work that is watched; one that may no longer be read does not hold up the others. */
async function pollWork(
	connection: Connection,
	settings: Settings,
	stored: WorkKept | undefined,
	seen: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept?: WorkKept; failure?: Failure }> {
	const items: IDataObject[] = [];
	const kept: WorkKept = {};
	const failures: Failure[] = [];
	const watched = chosen(settings);
	for (const work of watched) {
		const before = stored?.[work.name];
		const known = isTasksKept(before) ? before : undefined;
		const { outcome, failure } = await half(
			async () => await polled(connection, settings, work, known, seen),
		);
		items.push(...(outcome?.items ?? []));
		if (failure) failures.push(failure);
		const next = failure ? known : outcome?.kept;
		if (next) kept[work.name] = next;
	}
	if (failures.length > 0 && failures.length === watched.length) throw failures[0];
	for (const { message } of failures) warn(connection, message);
	return { items, kept, failure: failures[0] };
}

const instances = new InstanceEvents(instanceView);

/** What the trigger watches: instances, and what one of them has under way. */
export const sources: WatchedSources<Settings, WorkKept> = {
	vendor: huawei,
	settings: settingsOf,
	instances: () => instances,
	second: {
		name: 'work',
		isWatched: ({ taskEvents }) => taskEvents.length > 0,
		isKept: (stored): stored is WorkKept => isObject(stored),
		poll: pollWork,
		sample: async (connection, settings) => {
			const samples = chosen(settings).map(
				async (work) => await sampleTasks(connection, settings, work),
			);
			return (await Promise.all(samples)).flat();
		},
	},
};
