import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import { Failure, asFailure } from '../../shared/contract/failure';
import type { Found, InstanceView } from '../../shared/trigger/instanceEvents';
import { missingFrom } from '../../shared/trigger/instanceEvents';
import { lookAgain } from '../../shared/request/lookAgain';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Kept, Known, Watched } from '../../shared/trigger/compare';
import { isGone } from '../api/decode';
import { instancePages } from '../api/pages';
import { readInstances as readAll } from '../api/readInstances';
import { listInstances, listTasks, showInstance } from '../api/requests';
import { instanceStatusKind, isRecycled } from '../api/status';
import { recycled } from '../completions/recycled';

/** How the trigger sees instances and background tasks. */

/** Instances that are missing from the list and looked up one by one in one poll. */
const MOST_LOOKUPS = 20;

/** Newest tasks of an instance that are watched, one page; older ones have ended long ago. */
export const MOST_TASKS = 100;

const NEXT_POLL = 'Nothing was emitted or lost: the next poll reads it again.';

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/**
 * The rows of a page. An answer without them must not pass for an empty list: everything would look
 * new at the next poll.
 */
export function rowsOf(body: IDataObject, list: string, id: string): IDataObject[] {
	const rows = body[list] as IDataObject[];
	if (Array.isArray(rows) && rows.every((row) => isText(row?.[id]) && isText(row?.status))) {
		return rows;
	}
	throw new Failure(
		'broken',
		`the list could not be read: it is not the '${list}' that the API returns`,
		{
			advice: NEXT_POLL,
		},
	);
}

function watchedInstance(record: IDataObject): Watched {
	const [{ instance_id, name, status }] = rowsOf(
		{ instances: [record] },
		'instances',
		'instance_id',
	);
	return { id: String(instance_id), name: String(name ?? ''), status: String(status), record };
}

/** Instances of the first page, for an example. */
async function readSomeInstances(connection: Connection, name: string): Promise<Watched[]> {
	const request = listInstances({ include_failure: 'true', ...(name && { name }) });
	const query = { ...request.query, ...instancePages.at(0, instancePages.size) };
	const body = await call(connection, { ...request, query });
	return rowsOf(body, 'instances', 'instance_id').map(watchedInstance);
}

/**
 * Every instance of the project and region.
 *
 * @throws {Failure} Also when the list changed each time it was read
 */
async function readInstances(connection: Connection): Promise<Watched[]> {
	const send = async (request: ApiRequest) => {
		const body = await call(connection, request);
		rowsOf(body, 'instances', 'instance_id');
		return body;
	};
	return (await readAll(send, NEXT_POLL)).rows.map(watchedInstance);
}

/** Whether the account may look at instances at all, which one that is listed tells. */
async function isAllowedToRead(connection: Connection, [any]: Watched[]): Promise<boolean> {
	if (!any) return false;
	try {
		await call(connection, showInstance(any.id));
		return true;
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'refused') return isGone(failure);
		throw failure;
	}
}

/** An instance as it was last seen. */
const asKnown = ([id, status, name]: Kept): Watched => ({ id, name, status, record: {} });

/** Whether it was being deleted when it was last seen, so that its end is no surprise. */
const wasDeleting = (known: Known, id: string) => known.get(id)?.[1] === 'DELETING';

/**
 * Looks up instances that the list no longer has: while one is being deleted, only its detail still
 * shows it. A few a poll; the others stay known until their turn comes. So does one that may no longer
 * be looked at, such as after a move to where the account has no permission: it must not hold up others.
 * None is gone before further looks, as records can be late, too.
 */
async function findMissing(
	connection: Connection,
	known: Known,
	listed: Watched[],
): Promise<Found> {
	const seen = [...listed];
	const gone = new Set<string>();
	const missing = new Set(missingFrom(listed, known).slice(0, MOST_LOOKUPS));
	let isAllowed: boolean | undefined;
	const look = async () => {
		for (const id of missing) {
			try {
				seen.push({ ...watchedInstance(await call(connection, showInstance(id))), id });
			} catch (error) {
				const failure = asFailure(error);
				if (isGone(failure) && !wasDeleting(known, id)) continue;
				if (isGone(failure)) gone.add(id);
				else if (failure.kind !== 'refused') throw failure;
				else if (!(isAllowed ??= await isAllowedToRead(connection, listed))) throw failure;
				else seen.push(asKnown(known.get(id) as Kept));
			}
			missing.delete(id);
		}
		return missing;
	};
	const unseen = await lookAgain(connection, look, ({ size }) => size === 0, LOOKING);
	return { seen, gone: new Set([...gone, ...unseen]) };
}

const LOOKING = 'while looking for instances that are no longer listed';

export const instanceView: InstanceView = {
	all: readInstances,
	some: readSomeInstances,
	findMissing,
	shown: (record) => (isRecycled(record.status) ? { ...record, ...recycled() } : record),
	kind: instanceStatusKind,
	earlier: { ready: 'CREATING', other: 'RUNNING' },
};

/** The newest background tasks of an instance, the oldest of them first. */
export async function readTasks(connection: Connection, instanceId: string): Promise<Watched[]> {
	// `task_count` is not to be relied on: the reference shows 4 above two tasks.
	const query = { start: 1, limit: MOST_TASKS };
	const body = await call(connection, { ...listTasks(instanceId), query });
	return rowsOf(body, 'tasks', 'id')
		.map((record) => ({
			id: String(record.id),
			name: String(record.name ?? ''),
			status: String(record.status),
			record,
		}))
		.reverse();
}
