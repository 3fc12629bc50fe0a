import type { IDataObject } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import type { Pages } from '../contract/pages';
import type { ApiRequest } from '../contract/vendor';
import { call } from './call';
import type { Connection } from './connection';
import { connectionFor } from './connection';
import { listSome } from './readList';

/** How long the editor's lists of other services are kept, milliseconds: typing in a search asks for one each time. */
const KEPT = 60_000;

/** Most lists that are kept at once. */
const MOST_LISTS = 200;

/** Most rows of one list: more cannot be chosen from, and an ID can always be entered. */
const MOST_ROWS = 5000;

interface Kept {
	since: number;
	rows: Promise<IDataObject[]>;
}

const keptBy = new WeakMap<Clock, Map<string, Kept>>();

/** Lets the oldest go, which stand first. */
function makeRoom(lists: Map<string, Kept>, now: number): void {
	for (const [key, { since }] of lists) {
		if (lists.size < MOST_LISTS && now - since < KEPT) return;
		lists.delete(key);
	}
}

/**
 * Rows of a list to choose from, which may be a minute old. A list that could not be read is not kept.
 *
 * @throws {Failure}
 */
export async function keptRows(
	given: Connection,
	request: ApiRequest,
	pages: Pages,
): Promise<IDataObject[]> {
	const connection = connectionFor(given, request.api);
	const { clock, addressee, proof } = connection;
	const lists = keptBy.get(clock) ?? new Map<string, Kept>();
	keptBy.set(clock, lists);
	const { api, path, query, body } = request;
	// Only who could read the list itself gets what another user of n8n has read with the same key.
	const key = JSON.stringify([addressee, proof, api, path, query, body]);
	const now = clock.monotonic();
	makeRoom(lists, now);
	const known = lists.get(key);
	if (known) return await known.rows;
	const caller = { call: async (page: ApiRequest) => await call(connection, page) };
	const kept: Kept = { since: now, rows: listSome(caller, request, pages, MOST_ROWS) };
	lists.set(key, kept);
	try {
		return await kept.rows;
	} finally {
		await kept.rows.catch(() => {
			if (lists.get(key) === kept) lists.delete(key);
		});
	}
}
