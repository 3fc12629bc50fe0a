import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { masked } from '../../shared/request/masked';
import { paged } from './pages';
import type { Status } from './status';
import { statusIn, table } from './status';

/** Tasks and connections of the CKafka connector (DataHub): how they are read, and what their statuses mean. */

/** Statuses of a task. Source: comments of the official SDK on DescribeDatahubTask. */
export const CONNECTOR_TASK_STATUSES: ReadonlyMap<string, Status> = table({
	'-1': ['creation failed', 'failed'],
	'0': ['creating', 'pending'],
	'1': ['running', 'ready'],
	'2': ['deleting', 'pending'],
	'3': ['deleted', 'gone'],
	'4': ['deletion failed', 'failed'],
	'5': ['pausing', 'pending'],
	'6': ['paused', 'idle'],
	'7': ['pausing failed', 'failed'],
	'8': ['resuming', 'pending'],
	'9': ['resuming failed', 'failed'],
});

/** Statuses of a connection. Source: comments of the official SDK on DescribeConnectResource. */
const CONNECTION_STATUSES: ReadonlyMap<string, Status> = table({
	'-1': ['creation failed', 'failed'],
	'0': ['creating', 'pending'],
	'1': ['running', 'ready'],
	'2': ['deleting', 'pending'],
	'4': ['deletion failed', 'failed'],
	'5': ['changing', 'pending'],
	'6': ['change failed', 'failed'],
	'7': ['abnormal', 'failed'],
});

export const connectorTaskStatus = (code: unknown): Status =>
	statusIn(CONNECTOR_TASK_STATUSES, code);

/** A record without the passwords in it, with its status in words too. */
const shown =
	(statuses: ReadonlyMap<string, Status>) =>
	(record: IDataObject): IDataObject => ({
		...masked(record),
		status: statusIn(statuses, record.Status).name,
	});

export const connectorTaskRecord = shown(CONNECTOR_TASK_STATUSES);

export const connectionRecord = shown(CONNECTION_STATUSES);

const listOf = (list: string, key: string, record: (row: IDataObject) => IDataObject): Pages => {
	const pages = paged(list, key, 100);
	return { ...pages, rows: (body) => pages.rows(body).map(record) };
};

export const connectorTaskPages = listOf('TaskList', 'TaskId', connectorTaskRecord);

export const connectionPages = listOf('ConnectResourceList', 'ResourceId', connectionRecord);

const read = (api: string, body: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'POST',
	path: '/',
	body,
});

export const listConnectorTasks = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeDatahubTasks', filter);

export const showConnectorTask = (taskId: unknown): ApiRequest =>
	read('DescribeDatahubTask', { TaskId: String(taskId) });

export const listConnections = (filter: IDataObject = {}): ApiRequest =>
	read('DescribeConnectResources', filter);

export const connectorTaskSubject = ({ TaskId: id }: IDataObject): string =>
	`connector task ${String(id)}`;
