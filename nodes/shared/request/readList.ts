import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from '../contract/failure';
import type { Pages } from '../contract/pages';
import type { ApiRequest } from '../contract/vendor';

/** Whatever sends API requests: an item, or a connection with `call` bound to it. */
export interface Caller {
	call(request: ApiRequest): Promise<IDataObject>;
}

/** How often a list that changes while it is read is read again from its start. */
const MOST_PASSES = 4;

/** Most pages of one list: a service whose pages do not end would be asked for ever. */
const MOST_PAGES = 10_000;

/** What reading a list gave. Its rows alone would be taken for all that there is. */
export class Listing {
	constructor(
		private readonly rows: IDataObject[],
		/** Whether the list stood still and held what it counts, at least the last time it was read. */
		readonly isSteady: boolean,
		/** Whether reading it again would be of no use, as it has no end. */
		readonly isEndless = false,
	) {}

	/**
	 * The rows, for whoever decides, waits or buys by them.
	 *
	 * @throws {Failure} `broken` when they may not be all
	 */
	all(): IDataObject[] {
		if (!this.isSteady) throw unsteady();
		return this.rows;
	}

	/**
	 * The rows that are meant. Those that are there settle it; only that there is none has to be certain.
	 *
	 * @throws {Failure} `broken` when there is none, but the rows may not be all
	 */
	matching(isMeant: (row: IDataObject) => boolean): IDataObject[] {
		const found = this.rows.filter(isMeant);
		if (found.length === 0) this.all();
		return found;
	}

	/** The rows, for whoever only shows them, or looks at `isSteady` himself: they may not be all. */
	some(): IDataObject[] {
		return this.rows;
	}
}

const unsteady = () =>
	new Failure('broken', 'the list contradicts itself: it does not contain what it counts', {
		readOnly: true,
		isChanging: true,
		advice:
			'Try again later. If this persists, check that the key is allowed to see everything that the list counts.',
	});

const isRow = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row that is none could be the one that is looked for. */
const noRow = () =>
	new Failure('broken', 'the list contains what is no record', {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/**
 * The rows of an answer.
 *
 * @throws {Failure} `broken` when one of them is no record
 */
function rowsOf(body: IDataObject, pages: Pages): IDataObject[] {
	try {
		const rows = pages.rows(body);
		if (rows.every(isRow)) return rows;
	} catch (error) {
		const failure = asFailure(error);
		// What a vendor makes of a row fails where there is none.
		throw error instanceof TypeError ? noRow() : failure;
	}
	throw noRow();
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
): Promise<Listing> {
	const seen = new Map<unknown, IDataObject>();
	let total: number | undefined;
	let steady = true;
	let offset = 0;
	let lastKey: unknown;
	let { at, orAt: other } = pages;
	const { sentIn = 'query' } = pages;
	for (let count = 1; ; count++) {
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
			const code = String(failure.details.code);
			if (offset === 0 || !pages.pastEnd?.includes(code)) throw failure;
		}
		const rows = body ? rowsOf(body, pages) : [];
		const before = seen.size;
		// The first row of a page that overlaps has the place of the last one before it.
		const first = offset - overlap;
		const idOf = (row: IDataObject, index: number) => keyOf(row, pages) ?? `#${first + index}`;
		const isNew = (row: IDataObject, index: number) => !seen.has(idOf(row, index));
		if (!rows.some(isNew) && other && seen.size < (total ?? 0)) {
			at = other;
			other = undefined;
			continue;
		}
		if (!body) return new Listing([...seen.values()], false);
		if (pages.isWhole?.(body)) return new Listing(rows, true);
		const known = pages.total?.(body);
		if (total !== undefined && known !== total) steady = false;
		if (overlap && rows[0] && keyOf(rows[0], pages) !== lastKey) steady = false;
		total = known;
		lastKey = rows.length > 0 ? keyOf(rows[rows.length - 1], pages) : undefined;
		for (const [index, row] of rows.entries()) seen.set(idOf(row, index), row);
		offset += pages.numbered ? size : rows.length - overlap;
		const ended = total === undefined ? rows.length < size : offset >= total;
		if (!steady && !isLast) break;
		if (seen.size >= limit || ended || rows.length <= overlap) break;
		// What brings nothing new would not end: a gateway that ignores the offset, for one.
		const isEndless = count >= MOST_PAGES;
		if (isEndless || seen.size === before) return new Listing([...seen.values()], false, isEndless);
	}
	if (total !== undefined && seen.size < Math.min(limit, total)) steady = false;
	return new Listing([...seen.values()], steady);
}

/** Reads a list that comes whole in one answer: each of its rows stands, also those that look alike. */
async function readWhole(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Listing> {
	const rows = rowsOf(await send(request), pages);
	return new Listing(rows.slice(0, limit), true);
}

/**
 * Reads a list from token to token. A page that an earlier answer named already, or without anything new,
 * ends it, and then the rows may not be all.
 */
async function follow(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Listing> {
	const { sentIn = 'query' } = pages;
	const rows: IDataObject[] = [];
	const keys = new Set<unknown>();
	const named = new Set<string>();
	let page: IDataObject | undefined = {};
	for (let count = 1; page && rows.length < limit; count++) {
		const body = await send({ ...request, [sentIn]: { ...request[sentIn], ...page } });
		const found = rowsOf(body, pages);
		const before = keys.size;
		for (const row of found) keys.add(keyOf(row, pages) ?? Symbol());
		rows.push(...found);
		const next = pages.next?.(body);
		const isNew = next !== undefined && !named.has(JSON.stringify(next));
		named.add(JSON.stringify(next));
		page = isNew ? next : undefined;
		const isEndless = count >= MOST_PAGES || (found.length > 0 && keys.size === before);
		// One that goes in a circle may have left out what comes behind it.
		if (next !== undefined && (isEndless || !isNew)) return new Listing(rows, false);
	}
	return new Listing(rows, true);
}

/**
 * Reads a list, up to a limit. Offsets move when rows come or go underneath, so a list that changed
 * while it was read is read again, and each row comes out once.
 *
 * @param limit Most rows; Infinity for all
 * @returns Rows that are no true picture after several changing passes
 */
export async function readList(
	send: (request: ApiRequest) => Promise<IDataObject>,
	request: ApiRequest,
	pages: Pages,
	limit: number,
): Promise<Listing> {
	if (pages.next) return await follow(send, request, pages, limit);
	if (pages.size === Infinity) return await readWhole(send, request, pages, limit);
	for (let count = 1; ; count++) {
		const isLast = count === MOST_PASSES;
		const pass = await readOnce(send, request, pages, limit, isLast);
		if (pass.isSteady || pass.isEndless || isLast) return pass;
	}
}

/** Reads a list with whatever sends API requests. */
const listing = async (caller: Caller, request: ApiRequest, pages: Pages, limit = Infinity) =>
	await readList(async (page) => await caller.call(page), request, pages, limit);

/**
 * All rows of a list, to decide, wait or buy by.
 *
 * @throws {Failure} Also when they may not be all
 */
export const listAll = async (caller: Caller, request: ApiRequest, pages: Pages) =>
	(await listing(caller, request, pages)).all();

/**
 * The rows of a list that are meant, such as those with a name.
 *
 * @throws {Failure} Also when none is there, but the list may not hold all
 */
export const listMatching = async (
	caller: Caller,
	request: ApiRequest,
	pages: Pages,
	isMeant: (row: IDataObject) => boolean,
) => (await listing(caller, request, pages)).matching(isMeant);

/**
 * Rows of a list, to choose from or to recognize something in: they may not be all.
 *
 * @param limit Most rows; by default all
 */
export const listSome = async (caller: Caller, request: ApiRequest, pages: Pages, limit?: number) =>
	(await listing(caller, request, pages, limit)).some();

/**
 * The rows of a list that an ID narrows down to one page.
 *
 * @throws {Failure} `broken` when it counts more than it holds
 */
export function onlyPage(body: IDataObject, pages: Pages): IDataObject[] {
	const rows = rowsOf(body, pages);
	const isWhole = (pages.total?.(body) ?? 0) <= rows.length;
	return new Listing(rows, isWhole).all();
}
