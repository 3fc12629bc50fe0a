import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';

/** Whoever sends requests, such as the item of a run. */
interface Caller {
	call(request: ApiRequest): Promise<IDataObject>;
}

/**
 * The rows of a list, read page by page; each comes out once.
 *
 * @param limit Most rows; all by default
 * @throws {Failure} When a page could not be read
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
