import type { IDataObject } from 'n8n-workflow';

import type { Completion, Sight } from '../../shared/contract/completion';
import { lasted, lately } from '../../shared/contract/completion';
import { Failure, asFailure } from '../../shared/contract/failure';
import type { Item } from '../../shared/run/item';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import {
	instancePages,
	isGone,
	isNoSuchTask,
	listInstances,
	listTasks,
	showInstance,
	showTask,
	showTopic,
	taskPages,
} from '../api/requests';
import { instanceStatusKind, taskStatusKind } from '../api/status';

/** How long operations take and how their end shows: see the reference, 8.3, and docs/waiting.md. */

async function lookAtInstance(item: Item, { instance_id: id }: IDataObject): Promise<Sight> {
	try {
		const record = await item.call(showInstance(id));
		const status = String(record.status);
		return { status, kind: instanceStatusKind(status), record };
	} catch (error) {
		// The list hides an instance while it is still being deleted; only the detail's 404 is the end.
		if (isGone(error)) return { status: 'DELETED', kind: 'gone' };
		throw asFailure(error);
	}
}

/** Many instances at once; one that is not listed, as while it is deleted, is looked at by itself. */
const listed: Completion['listed'] = {
	what: 'instances',
	read: async (item) => {
		const page = async (request: ApiRequest) => await item.call(request);
		const { rows } = await readList(page, listInstances(), instancePages, Infinity);
		return new Map(
			rows.map((record) => {
				const status = String(record.status);
				return [record.instance_id, { status, kind: instanceStatusKind(status), record }];
			}),
		);
	},
	id: ({ instance_id: id }) => id,
};

const named = ({ name, instance_id: id }: IDataObject) =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

const last = (sights: Sight[]) => sights[sights.length - 1];

/** Looks at which an instance runs but shows no address, after which it counts as ready all the same. */
const LOOKS_WITHOUT_ADDRESS = 8;

/** A new instance: the detail may answer 404 at first, and the address follows a little after RUNNING. */
export const instanceCreated: Completion = {
	first: 120,
	every: 20,
	listed,
	look: async (item, json) => {
		const sight = await lookAtInstance(item, json);
		return sight.record ? sight : { ...sight, status: 'not visible' };
	},
	reached: (sights) => {
		if (last(sights).kind !== 'ready') return false;
		const running = sights.filter(({ kind }) => kind === 'ready');
		const hasAddress = Boolean(last(sights).record?.connect_address);
		return hasAddress || lasted(running, LOOKS_WITHOUT_ADDRESS, instanceCreated.every);
	},
	hopeless: (sights) => {
		const seenBefore = sights.some(({ record }) => record !== undefined);
		return last(sights).kind === 'failed' || (last(sights).kind === 'gone' && seenBefore);
	},
	subject: named,
};

/** Looks after which a failed status is no longer taken for the one from before the restart. */
const LOOKS_WITH_OLD_STATUS = 4;

/**
 * A restart: the instance still shows RUNNING for a while before the restart begins, or ERROR where that
 * is what the restart is to mend.
 */
export const instanceRestarted: Completion = {
	first: 10,
	every: 10,
	longest: 30,
	look: lookAtInstance,
	listed,
	reached: (sights) =>
		last(sights).kind === 'ready' &&
		sights.some(({ kind }) => kind === 'pending' || kind === 'failed'),
	hopeless: (sights) => {
		const { kind } = last(sights);
		if (kind !== 'failed') return kind === 'gone';
		const lasting = lasted(
			lately(sights, 'failed'),
			LOOKS_WITH_OLD_STATUS,
			instanceRestarted.every,
		);
		return lasting || sights.some((sight) => sight.kind === 'pending');
	},
	subject: named,
};

/** A deletion, during which the status can turn to ERROR for a while. */
export const instanceDeleted: Completion = {
	first: 30,
	every: 15,
	look: lookAtInstance,
	listed,
	reached: (sights) => last(sights).kind === 'gone',
	hopeless: () => false,
	subject: named,
};

/** What the new size is called in a request, and where an instance shows it. */
const SIZES = [
	['new_product_id', 'product_id'],
	['new_broker_num', 'broker_num'],
	['new_storage_space', 'total_storage_space'],
] as const;

/**
 * A resize: the instance shows RUNNING for a while before EXTENDING, so that only EXTENDING or the
 * new size tells that it has begun. The job ID of the answer is no task that could be looked up.
 */
export const instanceResized: Completion = {
	first: 30,
	every: 15,
	look: lookAtInstance,
	listed,
	reached: (sights, json) => {
		const { kind, record } = last(sights);
		if (kind !== 'ready') return false;
		const grown = SIZES.every(
			([asked, shown]) => json[asked] === undefined || record?.[shown] === json[asked],
		);
		return grown || sights.some((sight) => sight.kind === 'pending');
	},
	hopeless: (sights) => ['failed', 'gone'].includes(last(sights).kind),
	subject: named,
};

const notVisibleYet: Sight = { status: 'not visible yet', kind: 'pending' };

function sightOf(record?: IDataObject): Sight {
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
	look: async (item, { job_id: id }) => {
		if (id === undefined) {
			throw new Failure('unfinished', 'the response names no background task to follow', {
				mend: 'It is not known whether the request took effect. Check the current state before you run this again.',
			});
		}
		try {
			const { tasks } = await item.call(showTask(item.parameter('instanceId'), id));
			return sightOf(((tasks ?? []) as IDataObject[])[0]);
		} catch (error) {
			if (isNoSuchTask(error)) return notVisibleYet;
			throw asFailure(error);
		}
	},
	reached: (sights) => last(sights).kind === 'ready',
	subject: ({ job_id: id }) => `background task ${String(id)}`,
};

async function tasksOf(item: Item): Promise<IDataObject[]> {
	const page = async (request: ApiRequest) => await item.call(request);
	const { rows } = await readList(
		page,
		listTasks(item.parameter('instanceId')),
		taskPages,
		Infinity,
	);
	return rows;
}

/** The tasks that there were before the request. */
interface Earlier {
	ids: Set<unknown>;
	/** When the last of them began. */
	latest: string;
}

const startOf = ({ created_at: time }: IDataObject) => String(time);

/** The first task that was not there before the request, once it is listed. */
async function newTask(
	item: Item,
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
	look: async (item, json, mark) => {
		const isWanted = (task: IDataObject) => task.name === name && !isOthers(task, json);
		return sightOf(await newTask(item, isWanted, mark as Earlier));
	},
	reached: (sights) => last(sights).kind === 'ready',
	subject: ({ instance_id: id }) => `background task ${name} of instance ${String(id)}`,
});

/** Looks without a task after which the setting itself is believed: setting what is set starts none. */
const LOOKS_WITHOUT_TASK = 6;

const autoTopicTask = taskNamed('modifyAutoTopic');

/** The switch for automatic topics, which is done by a background task without an ID in the answer. */
export const autoTopicSet: Completion = {
	...autoTopicTask,
	look: async (item, json, mark) => {
		const task = await autoTopicTask.look(item, json, mark);
		if (task.record) return task;
		const { status, enable_auto_topic } = await item.call(showInstance(json.instance_id));
		return { status: String(status), kind: 'pending', record: { enable_auto_topic } };
	},
	reached: (sights, { enable_auto_topic: wanted }) => {
		const { kind, record } = last(sights);
		const isSet = kind === 'pending' && record?.enable_auto_topic === wanted;
		return kind === 'ready' || (isSet && lasted(sights, LOOKS_WITHOUT_TASK, autoTopicSet.every));
	},
};

/** The group that a task's parameters name, if they name one. */
const groupOf = ({ params }: IDataObject) =>
	/"group\w*"\s*:\s*"([^"]*)"/i.exec(String(params))?.[1];

/** A reset of offsets: at once for one topic, by a background task for all topics of the group. */
export const offsetsReset: Completion = {
	...taskNamed('kafkaResetConsumerOffset', (task, { group_id: group }) => {
		const named = groupOf(task);
		return named !== undefined && named !== group;
	}),
	needed: ({ topic }) => topic === undefined,
};

interface Placement {
	partition: number;
	replicas: unknown[];
}

const numbers = (entries: unknown[]) =>
	entries
		.map(Number)
		.sort((a, b) => a - b)
		.join();

const counted = (count: number) => (count === 1 ? '1 partition' : `${count} partitions`);

/** Replicas on their new brokers: no task tells, so the topic itself is looked at. */
export const replicasPlaced: Completion = {
	first: 5,
	every: 10,
	look: async (item, { topic, partitions: wanted }) => {
		const detail = await item.call(showTopic(item.parameter('instanceId'), topic));
		const present = (detail.partitions ?? []) as unknown as Placement[];
		const moving = (wanted as unknown as Placement[]).filter(({ partition, replicas }) => {
			const found = present.find((one) => one.partition === partition);
			const placed = (found?.replicas ?? []) as Array<{ broker: number; in_sync: boolean }>;
			const inPlace = numbers(placed.map(({ broker }) => broker)) === numbers(replicas);
			return !inPlace || !placed.every(({ in_sync }) => in_sync);
		});
		return moving.length > 0
			? { status: `waiting for ${counted(moving.length)}`, kind: 'pending' }
			: { status: 'in sync', kind: 'ready' };
	},
	reached: (sights) => last(sights).kind === 'ready',
	subject: ({ topic }) => `reassignment of topic ${String(topic)}`,
};
