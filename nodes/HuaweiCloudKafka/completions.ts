import type { IDataObject } from 'n8n-workflow';

import type { Completion, Sight } from '../shared/completion';
import { asFailure } from '../shared/failure';
import type { Item } from '../shared/item';
import { isGone, showInstance, showTask } from './requests';
import { instanceStatusKind, taskStatusKind } from './status';

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

const named = ({ name, instance_id: id }: IDataObject) =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

const last = (sights: Sight[]) => sights[sights.length - 1];

/** Looks at which an instance runs but shows no address, after which it counts as ready all the same. */
const LOOKS_WITHOUT_ADDRESS = 8;

/** A new instance: the detail may answer 404 at first, and the address follows a little after RUNNING. */
export const instanceCreated: Completion = {
	first: 120,
	every: 20,
	look: async (item, json) => {
		const sight = await lookAtInstance(item, json);
		return sight.record ? sight : { ...sight, status: 'not visible' };
	},
	reached: (sights) => {
		if (last(sights).kind !== 'ready') return false;
		const running = sights.filter(({ kind }) => kind === 'ready').length;
		return Boolean(last(sights).record?.connect_address) || running >= LOOKS_WITHOUT_ADDRESS;
	},
	hopeless: (sights) => {
		const seenBefore = sights.some(({ record }) => record !== undefined);
		return last(sights).kind === 'failed' || (last(sights).kind === 'gone' && seenBefore);
	},
	subject: named,
};

/** A restart: the instance still shows RUNNING for a while before the restart begins. */
export const instanceRestarted: Completion = {
	first: 10,
	every: 10,
	longest: 30,
	look: lookAtInstance,
	reached: (sights) =>
		last(sights).kind === 'ready' && sights.some(({ kind }) => kind === 'pending'),
	hopeless: (sights) => ['failed', 'gone'].includes(last(sights).kind),
	subject: named,
};

/** A deletion, during which the status can turn to ERROR for a while. */
export const instanceDeleted: Completion = {
	first: 30,
	every: 15,
	look: lookAtInstance,
	reached: (sights) => last(sights).kind === 'gone',
	hopeless: () => false,
	subject: named,
};

/** The task in a list, which is empty as long as the task is not listed yet. */
async function tasksOf(item: Item, id: unknown): Promise<IDataObject[]> {
	try {
		const { tasks } = await item.call(showTask(item.parameter('instanceId'), id));
		return (tasks ?? []) as IDataObject[];
	} catch (error) {
		const { kind, details } = asFailure(error);
		const unlisted = kind === 'refused' && details.httpStatus === 404 && !isGone(error);
		if (unlisted) return [];
		throw asFailure(error);
	}
}

/** A background task, followed by the job ID that the operation gave back. */
export const taskDone: Completion = {
	first: 3,
	every: 5,
	look: async (item, { job_id: id }) => {
		const [record] = await tasksOf(item, id);
		if (!record) return { status: 'not visible yet', kind: 'pending' };
		const status = String(record.status);
		return { status, kind: taskStatusKind(status), record };
	},
	reached: (sights) => last(sights).kind === 'ready',
	subject: ({ job_id: id }) => `background task ${String(id)}`,
};
