import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import type { Failure } from '../../shared/contract/failure';
import { areRows } from '../../shared/trigger/compare';
import { half, warn } from '../../shared/trigger/half';
import type { InstancesPolled } from '../../shared/trigger/instanceEvents';
import { InstanceEvents } from '../../shared/trigger/instanceEvents';
import type { WatchedSources } from '../../shared/trigger/poller';
import { tencent } from '../vendor';
import { briefView, detailView } from './instances';
import type { ListedView } from './listed';
import { pollListed, sampleListed, watches } from './listed';
import { settingsOf } from './settings';
import type { TasksKept } from './tasks';
import { isTasksKept, pollTasks, sampleTasks } from './tasks';
import { connectorTasks, logImports } from './views';
import type { Settings } from './watched';

const byBriefList = new InstanceEvents(briefView);
const byDetails = new InstanceEvents(detailView);

/** What is kept beside instances: of tasks, and of what is watched by a list. */
interface OthersKept extends TasksKept {
	connectorTasks?: string[][];
	logImports?: string[][];
}

const VIEWS: ReadonlyArray<[name: 'connectorTasks' | 'logImports', view: ListedView]> = [
	['connectorTasks', connectorTasks],
	['logImports', logImports],
];

function isOthersKept(stored: unknown): stored is OthersKept {
	if (!isTasksKept(stored)) return false;
	const kept = stored as OthersKept;
	return VIEWS.every(([name]) => kept[name] === undefined || areRows(kept[name]));
}

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

/**
 * Each of them by itself: what is refused from now on keeps what was known of it, while the others still tell
 * what happens.
 */
async function pollOthers(
	connection: Connection,
	settings: Settings,
	stored: OthersKept | undefined,
	seen: InstancesPolled | undefined,
): Promise<{ items: IDataObject[]; kept: OthersKept; failure?: Failure }> {
	const views = VIEWS.filter(([, view]) => watches(view, settings));
	const isAlone = views.length === 0;
	const tasks = isAlone || settings.flowIds !== undefined;
	const items: IDataObject[] = [];
	const failures: Failure[] = [];
	let kept: OthersKept = { known: [] };
	if (tasks) {
		// Beside others, what was kept may be from before any task was given.
		const known = isAlone || (stored && stored.known.length > 0) ? stored : undefined;
		const polled = await half(async () => await tasksOf(connection, settings, known, seen));
		items.push(...(polled.outcome?.items ?? []));
		kept = { known: polled.outcome?.kept.known ?? stored?.known ?? [] };
		if (polled.failure) failures.push(polled.failure);
	}
	for (const [name, view] of views) {
		const before = stored?.[name];
		const polled = await half(async () => await pollListed(view, connection, settings, before));
		items.push(...(polled.outcome?.items ?? []));
		kept = { ...kept, [name]: polled.outcome?.kept ?? before };
		if (polled.failure) failures.push(polled.failure);
	}
	if (failures.length > 0 && failures.length === views.length + Number(tasks)) throw failures[0];
	for (const { message } of failures) warn(connection, message);
	return { items, kept, failure: failures[0] };
}

/** What the trigger watches: instances, tasks by their flow IDs, connector tasks, and imports of logs. */
export const sources: WatchedSources<Settings, OthersKept> = {
	vendor: tencent,
	settings: settingsOf,
	// An empty list of tasks is one that has none at present.
	readAlone: ['flowIds'],
	// By the list that costs the fewest requests; what is kept is the same for both.
	instances: ({ events }) => (events.includes('instanceExpiring') ? byDetails : byBriefList),
	second: {
		name: 'tasks',
		isWatched: (settings) =>
			settings.flowIds !== undefined || VIEWS.some(([, view]) => watches(view, settings)),
		isKept: isOthersKept,
		poll: pollOthers,
		sample: async (connection, settings) => [
			...(await sampleTasks(connection, settings, settings.flowIds ?? [])),
			...(
				await Promise.all(
					VIEWS.filter(([, view]) => watches(view, settings)).map(
						async ([, view]) => await sampleListed(view, connection, settings),
					),
				)
			).flat(),
		],
	},
};
