import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';

/** Whatever sends requests, such as an input item. */
interface Caller {
	call(request: ApiRequest): Promise<IDataObject>;
}

/**
 * The rows of a list, read page by page.
 *
 * @param request The request without the parameters of a page
 * @param limit Most rows; by default all
 * @throws {Failure} A page could not be read
 */
export async function listAll(
	caller: Caller,
	request: ApiRequest,
	pages: Pages,
	limit = Infinity,
): Promise<IDataObject[]> {
	const page = async (next: ApiRequest) => await caller.call(next);
	const { rows } = await readList(page, request, pages, limit);
	return rows;
}
