import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../shared/call';
import { call } from '../shared/call';
import { Failure } from '../shared/failure';
import type { Pages } from '../shared/pages';
import { readList } from '../shared/pages';
import type { ApiRequest } from '../shared/vendor';
import type { Kept, Known, Watched } from '../shared/watch';
import { instancePages, isGone, listInstances, listTasks, showInstance, taskPages } from './requests';

/** How the trigger sees instances and background tasks. */

/** Instances that are missing from the list and looked up one by one in one poll. */
const MOST_LOOK_UPS = 20;

/** Newest tasks of an instance that are watched; older ones have ended long ago. */
const MOST_TASKS = 100;

async function complete(
	connection: Connection,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<IDataObject[]> {
	const page = async (next: ApiRequest) => await call(connection, next);
	const { rows, steady } = await readList(page, request, pages, limit);
	if (steady) return rows;
	throw new Failure('broken', 'the list changed each time it was read', {
		mend: 'The next poll reads it again. Nothing was emitted or lost.',
	});
}

const watchedInstance = (record: IDataObject): Watched => ({
	id: String(record.instance_id),
	name: String(record.name ?? ''),
	status: String(record.status),
	record,
});

/** Every instance of the project and region. */
export async function seeInstances(connection: Connection): Promise<Watched[]> {
	return (await complete(connection, listInstances(), instancePages, Infinity)).map(watchedInstance);
}

/**
 * Looks up instances that the list no longer has: while one is being deleted, only its detail still
 * shows it. A few a poll; the others stay known until their turn comes.
 */
export async function findMissing(
	connection: Connection,
	known: Known,
	listed: Watched[],
): Promise<{ seen: Watched[]; gone: Set<string> }> {
	const present = new Set(listed.map(({ id }) => id));
	const missing = [...known.keys()].filter((id) => !present.has(id)).slice(0, MOST_LOOK_UPS);
	const seen = [...listed];
	const gone = new Set<string>();
	for (const id of missing) {
		try {
			seen.push(watchedInstance(await call(connection, showInstance(id))));
		} catch (error) {
			if (!isGone(error)) throw error;
			gone.add(id);
		}
	}
	return { seen, gone };
}

/** The newest background tasks of an instance, the oldest of them first. */
export async function seeTasks(connection: Connection, instanceId: string): Promise<Watched[]> {
	const rows = await complete(connection, listTasks(instanceId), taskPages, MOST_TASKS);
	return rows
		.map((record) => ({
			id: String(record.id),
			name: String(record.name ?? ''),
			status: String(record.status),
			record,
		}))
		.reverse();
}

/** Known tasks that fell out of the watched ones are dropped, so that the state stays small. */
export const outOfSight = (known: Map<string, Kept>, seen: Watched[]): Set<string> => {
	const present = new Set(seen.map(({ id }) => id));
	return new Set([...known.keys()].filter((id) => !present.has(id)));
};
