import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import type { Caller } from '../../shared/request/readList';
import { listAll } from '../../shared/request/readList';
import { CONNECTOR_TASK_STATUSES, connectorTaskPages, listConnectorTasks } from '../api/connectors';
import { LOG_IMPORT_STATUSES, listLogImports, logImportPages } from '../api/logImports';
import { nameOf } from '../api/records';
import type { ListedView } from './listed';

/** What the trigger watches by its list. */

const through = (connection: Connection): Caller => ({
	call: async (request) => await call(connection, request),
});

export const connectorTasks: ListedView = {
	changed: 'connectorTaskStatusChanged',
	failed: 'connectorTaskFailed',
	statuses: CONNECTOR_TASK_STATUSES,
	all: async (connection) =>
		(await listAll(through(connection), listConnectorTasks(), connectorTaskPages)).map(
			(record) => ({
				id: String(record.TaskId),
				name: nameOf(record.TaskName) ?? '',
				status: String(record.status),
				record,
			}),
		),
	isWatched: () => true,
	about: (id, name, record) => ({
		connectorTaskId: id,
		connectorTaskName: name,
		...(record && { connectorTask: record }),
	}),
};

/** Stands between the ID of a log topic and that of an import in it. */
const WITHIN = '/';

export const logImports: ListedView = {
	changed: 'logImportStatusChanged',
	failed: 'logImportFailed',
	statuses: LOG_IMPORT_STATUSES,
	all: async (connection, { logTopicIds = [] }) => {
		const lists = await Promise.all(
			logTopicIds.map(
				async (topic) => await listAll(through(connection), listLogImports(topic), logImportPages),
			),
		);
		return lists.flatMap((rows, index) =>
			rows.map((record) => ({
				id: [logTopicIds[index], record.Id].join(WITHIN),
				name: nameOf(record.Name) ?? '',
				status: String(record.status),
				record,
			})),
		);
	},
	isWatched: (id, { logTopicIds = [] }) => logTopicIds.includes(id.split(WITHIN)[0]),
	about: (id, name, record) => {
		const [logTopicId, logImportId] = id.split(WITHIN);
		return { logTopicId, logImportId, logImportName: name, ...(record && { logImport: record }) };
	},
};
