import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { ListSource } from '../../shared/form/listSearch';
import { MOST_ENTRIES, sorted } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';

/** What list searches and option loaders both offer, read from the API. */

/** What a search sends: nothing without a filter. */
export const searchWord = (filter?: string): IDataObject => (filter ? { SearchWord: filter } : {});

/** Names in a list of the selected instance. */
export async function names(
	source: ListSource,
	request: (instanceId: string) => ApiRequest,
	pages: Pages,
	key: string,
): Promise<INodePropertyOptions[]> {
	const rows = await listSome(source, request(source.instanceId), pages, MOST_ENTRIES);
	return sorted(rows.map(({ [key]: name }) => ({ name: String(name), value: String(name) })));
}
