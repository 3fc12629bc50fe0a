import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../contract/failure';
import type { Pages } from '../contract/pages';
import type { ApiRequest } from '../contract/vendor';

/** Whatever sends API requests: an item, or a connection with `call` bound to it. */
export interface Caller {
	call(request: ApiRequest): Promise<IDataObject>;
}

/** How often a list that changes while it is read is read again from its start. */
const MOST_PASSES = 4;

interface Pass {
	rows: IDataObject[];
	/** Whether the list stood still while it was read. */
	steady: boolean;
}

/** `undefined` where the row lacks one of the fields; then only its place tells it apart. */
function keyOf(row: IDataObject, { key }: Pages): unknown {
	if (typeof key === 'string') return row[key];
	const values = key.map((name) => row[name]);
	return values.includes(undefined) ? undefined : JSON.stringify(values);
}

async function readOnce(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
	isLast: boolean,
): Promise<Pass> {
	const seen = new Map<unknown, IDataObject>();
	let total: number | undefined;
	let steady = true;
	let offset = 0;
	let lastKey: unknown;
	let { at, orAt: other } = pages;
	const { sentIn = 'query' } = pages;
	for (;;) {
		// Each page begins with the last row of the one before; if it does not, rows have moved.
		const overlap = offset > 0 && !pages.numbered ? 1 : 0;
		const size = Math.min(pages.size, pages.numbered ? limit : limit - seen.size + overlap);
		let body: IDataObject | undefined;
		try {
			body = await send({
				...request,
				[sentIn]: { ...request[sentIn], ...at(offset - overlap, size) },
			});
		} catch (error) {
			const failure = asFailure(error);
			const { code } = failure.details;
			const isPastEnd = offset > 0 && code !== undefined && pages.pastEnd?.includes(code);
			if (!isPastEnd) throw failure;
		}
		const rows = body ? pages.rows(body) : [];
		if (rows.length === 0 && other && total !== undefined && seen.size < total) {
			at = other;
			other = undefined;
			continue;
		}
		if (!body) return { rows: [...seen.values()], steady: false };
		const known = pages.total?.(body);
		if (total !== undefined && known !== total) steady = false;
		if (overlap && rows[0] && keyOf(rows[0], pages) !== lastKey) steady = false;
		total = known;
		lastKey = rows.length > 0 ? keyOf(rows[rows.length - 1], pages) : undefined;
		for (const row of rows) seen.set(keyOf(row, pages) ?? seen.size, row);
		offset += pages.numbered ? size : rows.length - overlap;
		const ended = total === undefined ? rows.length < size : offset >= total;
		if (!steady && !isLast) break;
		if (seen.size >= limit || ended || rows.length <= overlap) break;
	}
	if (total !== undefined && seen.size < Math.min(limit, total)) steady = false;
	return { rows: [...seen.values()], steady };
}

/** Reads a list that comes whole in one answer: each of its rows stands, also those that look alike. */
async function readWhole(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Pass> {
	const rows = pages.rows(await send(request));
	return { rows: rows.slice(0, limit), steady: true };
}

/** Reads a list from token to token; a page that an earlier answer named already ends it. */
async function follow(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Pass> {
	const rows: IDataObject[] = [];
	const named = new Set<string>();
	let page: IDataObject | undefined = {};
	while (page && rows.length < limit) {
		const body = await send({ ...request, query: { ...request.query, ...page } });
		rows.push(...pages.rows(body));
		const next = pages.next?.(body);
		const isNew = next !== undefined && !named.has(JSON.stringify(next));
		named.add(JSON.stringify(next));
		page = isNew ? next : undefined;
	}
	return { rows, steady: true };
}

/**
 * Reads a list, up to a limit. Offsets move when rows come or go underneath, so a list that changed
 * while it was read is read again, and each row comes out once.
 *
 * @param limit Most rows; Infinity for all
 * @returns The rows, and whether they are a true picture: not after several changing passes
 */
export async function readList(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Pass> {
	if (pages.next) return await follow(send, request, pages, limit);
	if (pages.size === Infinity) return await readWhole(send, request, pages, limit);
	for (let count = 1; ; count++) {
		const isLast = count === MOST_PASSES;
		const pass = await readOnce(send, request, pages, limit, isLast);
		if (pass.steady || isLast) return pass;
	}
}

/**
 * The rows of a list, up to a limit, for whoever cannot do more about a list that does not stand still.
 *
 * @param limit Most rows; by default all
 */
export async function listAll(
	caller: Caller,
	request: ApiRequest,
	pages: Pages,
	limit = Infinity,
): Promise<IDataObject[]> {
	const { rows } = await readList(async (page) => await caller.call(page), request, pages, limit);
	return rows;
}
