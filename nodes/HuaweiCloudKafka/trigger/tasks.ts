import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import { detailsOf } from '../../shared/trigger/settings';
import type { Change, Watched } from '../../shared/trigger/compare';
import { areRows, compare, knownFrom, toStored } from '../../shared/trigger/compare';
import { showInstance } from '../api/requests';
import { MOST_TASKS } from './instances';
import type { Settings } from './settings';
import type { Work } from './work';

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

/** What is kept of one kind of work of an instance. */
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

const hasEnded = (work: Work, { status }: TaskChange) =>
	['ready', 'failed'].includes(work.kind(status));

const eventsOf = (settings: Settings, work: Work, change: TaskChange): string[] =>
	work.events.filter(
		(event) =>
			settings.taskEvents.includes(event) && (!work.ends.includes(event) || hasEnded(work, change)),
	);

function itemOf(
	settings: Settings,
	work: Work,
	event: string,
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
			statusKind: work.kind(status),
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
	work: Work,
	changes: TaskChange[],
	instances: Watched[] = [],
): Promise<IDataObject[]> {
	const wanted = changes.flatMap((change) =>
		eventsOf(settings, work, change).map((event) => ({ event, change })),
	);
	if (wanted.length === 0) return [];
	const name = await nameOf(connection, settings.instanceId, instances);
	return wanted.map(({ event, change }) => itemOf(settings, work, event, change, name));
}

const asChange = (task: Watched): TaskChange => ({ ...task, previousStatus: null });

/**
 * @param stored What an earlier poll kept; without it, or of another instance, this poll only takes
 * note of what is there
 * @param instances What this poll has seen of the instances already
 * @throws {Failure}
 */
export async function pollTasks(
	connection: Connection,
	settings: Settings,
	work: Work,
	stored: TasksKept | undefined,
	instances: Watched[],
): Promise<{ items: IDataObject[]; kept: TasksKept }> {
	const before = stored?.of === settings.instanceId ? stored : undefined;
	const known = knownFrom(before?.known);
	const seen = await work.read(connection, settings.instanceId);
	// Tasks do not go away by themselves, they fall out of the newest ones: no event, just forgotten.
	const { changes, next } = compare(known, seen);
	const kept = {
		of: settings.instanceId,
		known: toStored(next),
		horizon: seen.length < MOST_TASKS ? '' : work.startOf(seen[0].record),
	};
	if (!before) {
		const all = settings.emitCurrent ? seen.map(asChange) : [];
		return { items: await itemsOf(connection, settings, work, all, instances), kept };
	}
	// When records are deleted, older tasks from behind the horizon come into sight: they are not new.
	const isNew = ({ what, record }: Change) =>
		what === 'appeared' && (before.horizon === '' || work.startOf(record) > before.horizon);
	const real = changes.filter((change) => change.what === 'statusChanged' || isNew(change));
	return { items: await itemsOf(connection, settings, work, real, instances), kept };
}

/** Examples out of the newest tasks. */
export async function sampleTasks(
	connection: Connection,
	settings: Settings,
	work: Work,
): Promise<IDataObject[]> {
	const fitting = (await work.read(connection, settings.instanceId))
		// What it usually was before, so that a condition can be built from the example.
		.map((task) => ({
			...task,
			previousStatus: hasEnded(work, asChange(task)) ? 'EXECUTING' : 'CREATED',
		}))
		.filter((task) => eventsOf(settings, work, task).length > 0);
	const items = await itemsOf(connection, settings, work, fitting.slice(-MOST_EXAMPLES));
	return items.slice(-MOST_EXAMPLES);
}
