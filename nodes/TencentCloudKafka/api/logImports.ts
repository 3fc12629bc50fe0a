import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Caller } from '../../shared/request/readList';
import { listMatching } from '../../shared/request/readList';
import { masked } from '../../shared/request/masked';
import { countedRows, wholeList } from './pages';
import type { Status } from './status';
import { statusIn, table } from './status';

/** Imports from Kafka of the Log Service (CLS): how they are listed, found, and what their statuses mean. */

/** Statuses of an import. Source: CLS DescribeKafkaRecharges; 3 is in its filter only. */
export const LOG_IMPORT_STATUSES: ReadonlyMap<string, Status> = table({
	'1': ['running', 'ready'],
	'2': ['paused', 'idle'],
	'3': ['error', 'failed'],
});

export const logImportStatus = (code: unknown): Status => statusIn(LOG_IMPORT_STATUSES, code);

/** The imports of a log topic. */
export const listLogImports = (topicId: unknown, filter: IDataObject = {}): ApiRequest => ({
	api: 'DescribeKafkaRecharges',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: { TopicId: String(topicId), ...filter },
});

/** The list comes whole, with passwords in clear. */
export const logImportPages: Pages = wholeList('Id', (body) =>
	countedRows('Infos')(body).map((row) => ({
		...masked(row),
		status: logImportStatus(row.Status).name,
	})),
);

/** An import by its ID; `undefined` when there is none. */
export async function findLogImport(
	caller: Caller,
	topicId: unknown,
	id: unknown,
): Promise<IDataObject | undefined> {
	const request = listLogImports(topicId, { Id: String(id) });
	const [found] = await listMatching(caller, request, logImportPages, (row) => row.Id === id);
	return found;
}

/** The imports of a log topic that have a name, which may be several. */
export const importsNamed = async (
	caller: Caller,
	topicId: unknown,
	name: unknown,
): Promise<IDataObject[]> =>
	await listMatching(caller, listLogImports(topicId), logImportPages, (row) => row.Name === name);

/** An import, for texts: "log import orders-to-cls (ID 11d6a72b)". */
export const logImportSubject = ({ Id: id, Name: name }: IDataObject): string =>
	name ? `log import ${String(name)} (ID ${String(id)})` : `log import ${String(id)}`;
