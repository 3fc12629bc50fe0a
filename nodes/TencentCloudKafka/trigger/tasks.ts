import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { asFailure, Failure } from '../../shared/contract/failure';
import { areRows } from '../../shared/trigger/compare';
import { detailsOf } from '../../shared/trigger/settings';
import { taskStatus } from '../api/status';
import type { Settings } from './watched';
import { readOneTask } from './instances';

/** Most examples for "Fetch Test Event". */
const MOST_EXAMPLES = 5;

/** What is kept of the tasks: flow ID and last status code, of configured ones only. */
export interface TasksKept extends IDataObject {
	known: string[][];
}

/** Whether what was stored is of that form. */
export const isTasksKept = (stored: unknown): stored is TasksKept =>
	areRows((stored as Partial<TasksKept> | null | undefined)?.known);

/** Tasks at one poll. */
export interface TasksPolled {
	items: IDataObject[];
	kept: TasksKept;
	/** Why the first of the tasks that the service does not tell of could not be read. */
	unknown?: Failure;
}

/** Code of a task that runs. */
const RUNNING = '2';

const hasEnded = (code: unknown) => ['ready', 'failed'].includes(taskStatus(code).kind);

const nameOf = (code?: string) => (code === undefined ? null : taskStatus(code).name);

/** The service does not say which instance a task is about. */
const itemOf = (settings: Settings, task: IDataObject, previous?: string): IDataObject => ({
	...detailsOf(settings, {
		event: 'taskFinished',
		instanceId: null,
		instanceName: null,
		previousStatus: nameOf(previous),
		status: taskStatus(task.Status).name,
		statusKind: taskStatus(task.Status).kind,
	}),
	taskId: task.FlowId,
	task,
});

/** Codes, or families of them, that are about this one task: CKafka has no code for a missing one. */
const OF_THE_TASK = [
	'FailedOperation',
	'InvalidParameter',
	'InvalidParameterValue',
	'ResourceNotFound',
];

const isAboutTask = ({ details }: Failure) =>
	OF_THE_TASK.includes(String(details.code).split('.')[0]);

const named = (failure: Failure, flowId: number, { region }: Settings) =>
	failure.with({
		message: `task ${flowId} could not be read in ${region}: ${failure.message}`,
		advice: "Check 'Task IDs', and that the region is the one in which the task was started.",
	});

/** @returns The task, or why the service does not tell of it */
async function readTask(
	connection: Connection,
	settings: Settings,
	flowId: number,
): Promise<IDataObject | Failure> {
	try {
		return await readOneTask(connection, flowId);
	} catch (error) {
		const failure = asFailure(error);
		if (isAboutTask(failure)) return named(failure, flowId, settings);
		throw failure;
	}
}

/**
 * Tells of each task once that it has ended, also when it had before the first look: whoever gives a
 * flow ID waits for its end. A task that was told is not asked for again.
 *
 * @throws {Failure} Something could not be read that is not about one task
 */
export async function pollTasks(
	connection: Connection,
	settings: Settings,
	flowIds: number[],
	stored: TasksKept | undefined,
): Promise<TasksPolled> {
	const before = new Map(stored?.known.map(([id, code]) => [Number(id), code]));
	const asked = flowIds.filter((id) => !hasEnded(before.get(id)));
	const readings = await Promise.all(
		asked.map(async (id) => await readTask(connection, settings, id)),
	);
	const tasks = readings.filter((look) => !(look instanceof Failure)) as IDataObject[];
	const now = new Map(tasks.map(({ FlowId: id, Status: code }) => [Number(id), String(code)]));
	return {
		items: tasks
			.filter(({ Status: code }) => hasEnded(code))
			.map((task) => itemOf(settings, task, before.get(Number(task.FlowId)))),
		kept: {
			known: flowIds.flatMap((id) => {
				const code = now.get(id) ?? before.get(id);
				return code === undefined ? [] : [[String(id), code]];
			}),
		},
		unknown: readings.find((look) => look instanceof Failure),
	};
}

/**
 * Examples out of the last few tasks given, preferably ended ones.
 *
 * @throws {Failure}
 */
export async function sampleTasks(
	connection: Connection,
	settings: Settings,
	flowIds: number[],
): Promise<IDataObject[]> {
	const some = flowIds.slice(-MOST_EXAMPLES);
	const tasks = await Promise.all(
		some.map(async (id) => {
			const look = await readTask(connection, settings, id);
			if (look instanceof Failure) throw look;
			return look;
		}),
	);
	const ended = tasks.filter(({ Status }) => hasEnded(Status));
	// What it was before it ended, so that a condition can be built from the example.
	return (ended.length > 0 ? ended : tasks).map((task) => itemOf(settings, task, RUNNING));
}
