import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import { detailsOf } from '../../shared/trigger/settings';
import type { Change, Watched } from '../../shared/trigger/compare';
import { areRows, compare, knownFrom, toStored } from '../../shared/trigger/compare';
import { showInstance } from '../api/requests';
import { taskStatusKind } from '../api/status';
import type { Settings, TaskEvent } from './settings';
import { MOST_TASKS, readTasks } from './instances';

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

/** What is kept of the tasks of an instance. */
export interface TasksKept extends IDataObject {
	of: string;
	known: string[][];
	/** Start of the oldest watched task, ISO 8601; empty when all that there are were in sight. */
	horizon: string;
}

/** Whether what was stored is of that form. */
export function isTasksKept(stored: unknown): stored is TasksKept {
	const { of, known, horizon } = (stored ?? {}) as Partial<TasksKept>;
	return typeof of === 'string' && typeof horizon === 'string' && areRows(known);
}

type TaskChange = Omit<Change, 'what'>;

const hasEnded = ({ status }: TaskChange) => ['ready', 'failed'].includes(taskStatusKind(status));

const eventsOf = (settings: Settings, change: TaskChange): TaskEvent[] =>
	settings.taskEvents.filter((event) => event === 'taskChanged' || hasEnded(change));

function itemOf(
	settings: Settings,
	event: TaskEvent,
	{ id, name, previousStatus, status, record }: TaskChange,
	instanceName: string,
): IDataObject {
	return {
		...detailsOf(settings, {
			event,
			instanceId: settings.instanceId,
			instanceName,
			previousStatus,
			status,
			statusKind: taskStatusKind(status),
		}),
		taskId: id,
		taskName: name,
		task: record ?? null,
	};
}

async function nameOf(connection: Connection, id: string, instances: Watched[]): Promise<string> {
	const seen = instances.find((instance) => instance.id === id);
	return seen ? seen.name : String((await call(connection, showInstance(id))).name ?? '');
}

/** The items of some tasks; the name of their instance costs a request only when there are any. */
async function itemsOf(
	connection: Connection,
	settings: Settings,
	changes: TaskChange[],
	instances: Watched[] = [],
): Promise<IDataObject[]> {
	const wanted = changes.flatMap((change) =>
		eventsOf(settings, change).map((event) => ({ event, change })),
	);
	if (wanted.length === 0) return [];
	const name = await nameOf(connection, settings.instanceId, instances);
	return wanted.map(({ event, change }) => itemOf(settings, event, change, name));
}

const asChange = (task: Watched): TaskChange => ({ ...task, previousStatus: null });

const startOf = (record?: IDataObject) => String(record?.created_at ?? '');

/**
 * @param stored What an earlier poll kept; without it, or of another instance, this poll only takes
 * note of what is there
 * @param instances What this poll has seen of the instances already
 * @throws {Failure}
 */
export async function pollTasks(
	connection: Connection,
	settings: Settings,
	stored: TasksKept | undefined,
	instances: Watched[],
): Promise<{ items: IDataObject[]; kept: TasksKept }> {
	const before = stored?.of === settings.instanceId ? stored : undefined;
	const known = knownFrom(before?.known);
	const seen = await readTasks(connection, settings.instanceId);
	// Tasks do not go away by themselves, they fall out of the newest ones: no event, just forgotten.
	const { changes, next } = compare(known, seen);
	const kept = {
		of: settings.instanceId,
		known: toStored(next),
		horizon: seen.length < MOST_TASKS ? '' : startOf(seen[0].record),
	};
	if (!before) {
		const all = settings.emitCurrent ? seen.map(asChange) : [];
		return { items: await itemsOf(connection, settings, all, instances), kept };
	}
	// When records are deleted, older tasks from behind the horizon come into sight: they are not new.
	const isNew = ({ what, record }: Change) =>
		what === 'appeared' && (before.horizon === '' || startOf(record) > before.horizon);
	const real = changes.filter((change) => change.what === 'statusChanged' || isNew(change));
	return { items: await itemsOf(connection, settings, real, instances), kept };
}

/** Examples out of the newest tasks. */
export async function sampleTasks(
	connection: Connection,
	settings: Settings,
): Promise<IDataObject[]> {
	const fitting = (await readTasks(connection, settings.instanceId))
		// What it usually was before, so that a condition can be built from the example.
		.map((task) => ({
			...task,
			previousStatus: hasEnded(asChange(task)) ? 'EXECUTING' : 'CREATED',
		}))
		.filter((task) => eventsOf(settings, task).length > 0);
	const items = await itemsOf(connection, settings, fitting.slice(-MOST_EXAMPLES));
	return items.slice(-MOST_EXAMPLES);
}
