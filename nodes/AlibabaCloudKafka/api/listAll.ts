import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';

/** Whatever sends requests: an item on its way through an operation. */
export interface Caller {
	/** @throws {Failure} */
	call(request: ApiRequest): Promise<IDataObject>;
}

/**
 * Reads a list to its end, or up to a limit.
 *
 * @param request The list's request, without the parameters of a page
 * @param limit Most rows
 * @throws {Failure}
 */
export async function listAll(
	caller: Caller,
	request: ApiRequest,
	pages: Pages,
	limit = Infinity,
): Promise<IDataObject[]> {
	const page = async (next: ApiRequest) => await caller.call(next);
	return (await readList(page, request, pages, limit)).rows;
}
