import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest, trailing } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isNoSuchTask } from '../api/decode';
import { textIn } from '../api/failedParts';
import { recordsOf } from '../api/records';
import { readOr } from '../api/readOr';
import { listAll } from '../../shared/request/readList';
import { isObject } from '../../shared/request/serviceFailure';
import { taskPages } from '../api/pages';
import { listTasks, showInstance, showTask } from '../api/requests';
import { taskStatusKind } from '../api/status';

/** How the end of a background task shows. Source: reference, 5.8 and 8.3; see docs/waiting.md. */

const notVisibleYet: Observation = { status: 'not visible yet', kind: 'pending' };

function sightOf(record?: IDataObject): Observation {
	if (!record) return notVisibleYet;
	const status = String(record.status ?? 'unknown');
	return { status, kind: taskStatusKind(status), record };
}

/** ID of the background task that an answer names; older clouds answer without one, or without a body. */
export const jobOf = ({ job_id: id }: IDataObject): string | undefined => textIn(id);

/** Looks without a running task after which a request whose answer names none counts as done. */
const CHECKS_WITHOUT_JOB = 2;

/**
 * What an instance is busy with, where an answer names no task: a 204 of older clouds, or a 200 without
 * a body (sbercloud #384; a recording of cloud-custodian).
 */
async function observeBusy(item: OperationContext): Promise<Observation> {
	const { task } = await item.call(showInstance(item.nodeParameter('instanceId')));
	if (!isObject(task)) return DONE;
	const kind = taskStatusKind(task.status);
	// An older task may still be shown as failed.
	return kind === 'pending' ? { status: String(task.status), kind } : DONE;
}

const DONE: Observation = { status: 'SUCCESS', kind: 'ready' };

/** One look at a background task of an instance. */
export async function observeTask(
	item: OperationContext,
	instanceId: unknown,
	taskId: unknown,
): Promise<Observation> {
	try {
		const { tasks } = await item.call(showTask(instanceId, taskId));
		return sightOf(recordsOf(tasks)[0]);
	} catch (error) {
		if (isNoSuchTask(error)) return notVisibleYet;
		throw asFailure(error);
	}
}

/** A background task, followed by the job ID that the operation gave back; 404 until it is listed. */
export const taskDone: Completion = {
	first: 3,
	every: 5,
	// An estimate or a schedule starts no task yet, whether or not the answer names it.
	needed: ({ job_id, reassignment_time: estimate, schedule_id: schedule, scheduled }) =>
		jobOf({ job_id }) !== undefined ||
		((estimate ?? null) === null && (schedule ?? null) === null && scheduled !== true),
	observe: async (item, json) => {
		const id = jobOf(json);
		return id === undefined
			? await observeBusy(item)
			: await observeTask(item, item.nodeParameter('instanceId'), id);
	},
	isReached: (observations, json) =>
		latest(observations).kind === 'ready' &&
		(jobOf(json) !== undefined || trailing(observations, 'ready').length >= CHECKS_WITHOUT_JOB),
	subject: (json) => {
		const id = jobOf(json);
		return id === undefined ? 'the request' : `background task ${id}`;
	},
};

/** A background task of minutes: the Terraform provider looks after 20 s first. */
export const longTaskDone: Completion = { ...taskDone, first: 20, every: 20 };

/** What was done, with the background task that does it, if the answer names one. */
export const byTask = (json: IDataObject, what: string): string => {
	const id = jobOf(json);
	return id === undefined ? what : `${what} by background task ${id}`;
};

const tasksOf = async (item: OperationContext): Promise<IDataObject[]> =>
	await listAll(item, listTasks(item.nodeParameter('instanceId')), taskPages);

/** The tasks that there were before the request. */
interface Earlier {
	ids: Set<unknown>;
	/** When the last of them began. */
	latest: string;
}

/** Empty where the record does not say it: such a task is as likely to be new. */
const startOf = ({ created_at: time }: IDataObject) => textIn(time) ?? '';

/** The first task that was not there before the request, once it is listed. */
async function newTask(
	item: OperationContext,
	isWanted: (task: IDataObject) => boolean,
	{ ids, latest }: Earlier,
) {
	return (await tasksOf(item))
		.filter(
			(task) =>
				isWanted(task) && !ids.has(task.id) && (startOf(task) === '' || startOf(task) >= latest),
		)
		.sort((a, b) => startOf(a).localeCompare(startOf(b)))[0];
}

const earlierTasks = async (item: OperationContext): Promise<Earlier> => {
	const tasks = await tasksOf(item);
	return {
		ids: new Set(tasks.map(({ id }) => id)),
		latest: tasks.map(startOf).sort().at(-1) ?? '',
	};
};

/** How a background task tells of a failure, where something else shows the success. */
interface UnnamedTask {
	/** The tasks from before the request; `undefined` for whoever may not list them. */
	mark(item: OperationContext): Promise<Earlier | undefined>;
	/** The new task that has failed, if any. */
	failed(item: OperationContext, mark: unknown): Promise<Observation | undefined>;
}

/**
 * A background task that neither an answer nor a document names for certain.
 *
 * @param name What its name has in it
 */
export const unnamedTask = (name: RegExp): UnnamedTask => ({
	mark: async (item) => await readOr(async () => await earlierTasks(item), undefined),
	failed: async (item, mark) => {
		if (!mark) return undefined;
		const isWanted = (task: IDataObject) =>
			name.test(String(task.name)) && taskStatusKind(task.status) === 'failed';
		const found = await readOr(
			async () => await newTask(item, isWanted, mark as Earlier),
			undefined,
		);
		return found && sightOf(found);
	},
});

/**
 * A background task whose ID the answer does not hold: the first new one of its name.
 *
 * @param isOthers Whether a task of that name is known to belong to something else
 */
export const taskNamed = (
	name: string,
	isOthers: (task: IDataObject, json: IDataObject) => boolean = () => false,
): Completion => ({
	first: 3,
	every: 5,
	mark: earlierTasks,
	observe: async (item, json, mark) => {
		const isWanted = (task: IDataObject) => task.name === name && !isOthers(task, json);
		return sightOf(await newTask(item, isWanted, mark as Earlier));
	},
	isReached: (observations) => latest(observations).kind === 'ready',
	subject: ({ instance_id: id }) => `background task ${name} of instance ${String(id)}`,
});
