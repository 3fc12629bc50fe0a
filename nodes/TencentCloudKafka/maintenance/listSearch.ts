import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { ListSearch } from '../../shared/form/listSearch';
import { MOST_ENTRIES, distinguishable } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import {
	connectionPages,
	connectorTaskPages,
	listConnections,
	listConnectorTasks,
} from '../api/connectors';
import { listSearch as ofInstances } from '../methods/listSearch';
import { searchWord } from '../methods/lists';
import { searchThrottlingRules } from '../methods/throttlingRules';

/** Entries with their status, whose name contains the filter. */
const searching =
	(list: (filter: IDataObject) => ApiRequest, pages: Pages, id: string, name: string): ListSearch =>
	async (source, filter) => {
		const rows = await listSome(source, list(searchWord(filter)), pages, MOST_ENTRIES);
		const results = rows.map(
			(row): INodeListSearchItems => ({
				name: `${String(row[name])} (${String(row.status)})`,
				value: String(row[id]),
			}),
		);
		return { results: distinguishable(results) };
	};

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch: Record<string, ListSearch> = {
	...ofInstances,
	searchThrottlingRules,
	searchConnectorTasks: searching(listConnectorTasks, connectorTaskPages, 'TaskId', 'TaskName'),
	searchConnections: searching(listConnections, connectionPages, 'ResourceId', 'ResourceName'),
};
