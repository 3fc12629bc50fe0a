import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { Failure, asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isNoSuchTask } from '../api/decode';
import { listAll } from '../../shared/request/readList';
import { taskPages } from '../api/pages';
import { listTasks, showTask } from '../api/requests';
import { taskStatusKind } from '../api/status';
import { latest } from '../../shared/contract/completion';

/** How the end of a background task shows. Source: reference, 5.8 and 8.3; see docs/waiting.md. */

const notVisibleYet: Observation = { status: 'not visible yet', kind: 'pending' };

function sightOf(record?: IDataObject): Observation {
	if (!record) return notVisibleYet;
	const status = String(record.status);
	return { status, kind: taskStatusKind(status), record };
}

/** A background task, followed by the job ID that the operation gave back; 404 until it is listed. */
export const taskDone: Completion = {
	first: 3,
	every: 5,
	// An estimate or a schedule starts no task yet.
	needed: ({ job_id: id, reassignment_time: estimate, schedule_id: schedule }) =>
		id !== undefined || (estimate === undefined && schedule === undefined),
	observe: async (item, { job_id: id }) => {
		if (id === undefined) {
			throw new Failure('unfinished', 'the response names no background task to follow', {
				advice:
					'It is not known whether the request took effect. Check the current state before you run this again.',
			});
		}
		try {
			const { tasks } = await item.call(showTask(item.nodeParameter('instanceId'), id));
			return sightOf(((tasks ?? []) as IDataObject[])[0]);
		} catch (error) {
			if (isNoSuchTask(error)) return notVisibleYet;
			throw asFailure(error);
		}
	},
	isReached: (observations) => latest(observations).kind === 'ready',
	subject: ({ job_id: id }) => `background task ${String(id)}`,
};

const tasksOf = async (item: OperationContext): Promise<IDataObject[]> =>
	await listAll(item, listTasks(item.nodeParameter('instanceId')), taskPages);

/** The tasks that there were before the request. */
interface Earlier {
	ids: Set<unknown>;
	/** When the last of them began. */
	latest: string;
}

const startOf = ({ created_at: time }: IDataObject) => String(time);

/** The first task that was not there before the request, once it is listed. */
async function newTask(
	item: OperationContext,
	isWanted: (task: IDataObject) => boolean,
	{ ids, latest }: Earlier,
) {
	return (await tasksOf(item))
		.filter((task) => isWanted(task) && !ids.has(task.id) && startOf(task) >= latest)
		.sort((a, b) => startOf(a).localeCompare(startOf(b)))[0];
}

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
	mark: async (item): Promise<Earlier> => {
		const tasks = await tasksOf(item);
		return {
			ids: new Set(tasks.map(({ id }) => id)),
			latest: tasks.map(startOf).sort().at(-1) ?? '',
		};
	},
	observe: async (item, json, mark) => {
		const isWanted = (task: IDataObject) => task.name === name && !isOthers(task, json);
		return sightOf(await newTask(item, isWanted, mark as Earlier));
	},
	isReached: (observations) => latest(observations).kind === 'ready',
	subject: ({ instance_id: id }) => `background task ${name} of instance ${String(id)}`,
});
