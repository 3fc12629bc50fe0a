import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from './failure';
import type { ApiRequest } from './vendor';

/** How a vendor's list is read page by page. */
export interface Pages {
	/** Rows of one page. */
	rows(body: IDataObject): IDataObject[];
	/** How many rows there are in all; `undefined` where the answer does not say so. */
	total?(body: IDataObject): number | undefined;
	/** Parameters of a page. */
	at(offset: number, size: number): IDataObject;
	/** Where they travel; by default in the query. */
	place?: 'query' | 'body';
	/**
	 * The same by another reading of the vendor's documents, taken where the first one gives nothing
	 * although rows are left. Needs `numbered` pages, whose size both readings share.
	 */
	orAt?(offset: number, size: number): IDataObject;
	/** Most rows a page. */
	size: number;
	/** Whether pages are numbered, so that all of them have to be of one size. */
	numbered?: boolean;
	/** Field that tells rows apart, or several. */
	key: string | readonly string[];
	/**
	 * For lists that name the page after an answer by a token instead: its parameters, `undefined`
	 * after the last one.
	 */
	next?(body: IDataObject): IDataObject | undefined;
	/** Whether the service is still putting the page together, so that it has to be asked for again. */
	unready?(body: IDataObject): boolean;
	/** Codes of a refusal that only means that the list has become shorter than the offset. */
	pastEnd?: readonly string[];
}

/** The list that should be there was not: taken for empty, it would say that nothing is left. */
export const noList = (name: string): Failure =>
	new Failure('broken', `the response does not contain the list '${name}'`, {
		readOnly: true,
		mend: NOT_FROM_API,
	});

/**
 * A list of an answer. None of the vendors leaves an empty one out.
 *
 * @throws {Failure} `broken` when it is not there
 */
export function listIn(body: IDataObject, name: string): IDataObject[] {
	const list = body[name];
	if (Array.isArray(list)) return list as IDataObject[];
	throw noList(name);
}

/** A number of an answer that counts what there is; `undefined` where it is not there. */
export const countIn = (value: unknown): number | undefined =>
	(value ?? '') === '' ? undefined : Number(value);

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
	const { place = 'query' } = pages;
	for (;;) {
		// Each page begins with the last row of the one before; if it does not, rows have moved.
		const overlap = offset > 0 && !pages.numbered ? 1 : 0;
		const size = Math.min(pages.size, pages.numbered ? limit : limit - seen.size + overlap);
		let body: IDataObject | undefined;
		try {
			body = await send({
				...request,
				[place]: { ...request[place], ...at(offset - overlap, size) },
			});
		} catch (error) {
			const { code } = asFailure(error).details;
			const shorter = offset > 0 && code !== undefined && pages.pastEnd?.includes(code);
			if (!shorter) throw asFailure(error);
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
	for (let count = 1; ; count++) {
		const isLast = count === MOST_PASSES;
		const pass = await readOnce(send, request, pages, limit, isLast);
		if (pass.steady || isLast) return pass;
	}
}
