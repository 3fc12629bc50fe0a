import type { IDataObject } from 'n8n-workflow';

import { asFailure } from './failure';
import type { ApiRequest } from './vendor';

/** How a vendor's list is read page by page. */
export interface Pages {
	/** Rows of one page. */
	rows(body: IDataObject): IDataObject[];
	/** How many rows there are in all, where the answer says so. */
	total?(body: IDataObject): number;
	/**
	 * Query parameters of a page.
	 *
	 * @param previous Answer of the page before, where that says how to go on
	 */
	at(offset: number, size: number, previous?: IDataObject): IDataObject;
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
	/** Codes of a refusal that only means that the list has become shorter than the offset. */
	pastEnd?: readonly string[];
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
): Promise<Pass> {
	const seen = new Map<unknown, IDataObject>();
	let total: number | undefined;
	let steady = true;
	let offset = 0;
	let body: IDataObject | undefined;
	let at: Pages['at'] = (...page) => pages.at(...page);
	let other = pages.orAt;
	for (;;) {
		const size = Math.min(pages.size, pages.numbered ? limit : limit - seen.size);
		const page = at(offset, size, body);
		try {
			body = await send({ ...request, query: { ...request.query, ...page } });
		} catch (error) {
			const { code } = asFailure(error).details;
			const shorter = offset > 0 && code !== undefined && pages.pastEnd?.includes(code);
			if (!shorter) throw asFailure(error);
			if (!other) return { rows: [...seen.values()], steady: false };
			body = {};
		}
		const rows = pages.rows(body);
		if (rows.length === 0 && other && total !== undefined && seen.size < total) {
			[at, other] = [other, undefined];
			continue;
		}
		const known = pages.total?.(body);
		if (total !== undefined && known !== total) steady = false;
		total = known;
		for (const row of rows) seen.set(keyOf(row, pages) ?? seen.size, row);
		offset += pages.numbered ? size : rows.length;
		const ended = total === undefined ? rows.length < size : offset >= total;
		if (seen.size >= limit || ended || rows.length === 0) break;
	}
	if (total !== undefined && seen.size < Math.min(limit, total)) steady = false;
	return { rows: [...seen.values()], steady };
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
	let pass = await readOnce(send, request, pages, limit);
	for (let count = 1; !pass.steady && count < MOST_PASSES; count++) {
		pass = await readOnce(send, request, pages, limit);
	}
	return pass;
}
