import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../../shared/contract/completion';
import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { readList } from '../../shared/request/readList';
import type { Watched } from '../../shared/trigger/compare';
import { connectorTaskPages, reportPages, scheduledTaskPages } from '../api/pages';
import { timeOf } from '../api/records';
import { listConnectorTasks, listReports, listScheduledTasks } from '../api/requests';
import { connectorTaskStatusKind, reportStatusKind, taskStatusKind } from '../api/status';
import { MOST_TASKS, readTasks, rowsOf } from './instances';

/** What an instance has under way, of which the trigger tells the changes. */
export interface Work {
	/** Member of the state that holds what is kept of it. */
	name: string;
	/** Events that it can cause, and which of them only its end causes. */
	events: readonly string[];
	ends: readonly string[];
	/** The newest of it, the oldest of them first; at most as many as are watched. */
	read(connection: Connection, instanceId: string): Promise<Watched[]>;
	/** When it began, ISO 8601; empty where its record does not say so. */
	startOf(record?: IDataObject): string;
	kind(status: string | null): StatusKind;
}

/** Fields by which the records of a list are told. */
interface Fields {
	list: string;
	id: string;
	name(record: IDataObject): string;
}

const text = (value: unknown) => String(value ?? '');

const isoOf = (value: unknown): string => {
	const time = timeOf(value);
	return time === undefined ? '' : new Date(time).toISOString();
};

/** A list whose order is not documented: all of it is read, and the newest of it are watched. */
const newestOf =
	(
		list: (instanceId: string) => ApiRequest,
		pages: Pages,
		{ list: rows, id, name }: Fields,
		startOf: Work['startOf'],
	): Work['read'] =>
	async (connection, instanceId) => {
		const page = async (request: ApiRequest) => {
			const body = await call(connection, request);
			rowsOf(body, rows, id);
			return body;
		};
		const all = (await readList(page, list(instanceId), pages, Infinity)).all();
		return all
			.map((record) => ({
				id: text(record[id]),
				name: name(record),
				status: text(record.status),
				record,
			}))
			.sort((a, b) => (startOf(a.record) < startOf(b.record) ? -1 : 1))
			.slice(-MOST_TASKS);
	};

const background: Work = {
	name: 'tasks',
	events: ['taskChanged', 'taskFinished'],
	ends: ['taskFinished'],
	read: readTasks,
	startOf: (record) => text(record?.created_at),
	kind: taskStatusKind,
};

const scheduledFrom: Work['startOf'] = (record) => text(record?.created_at);
const scheduled: Work = {
	name: 'scheduledTasks',
	events: ['scheduledTaskChanged', 'scheduledTaskFinished'],
	ends: ['scheduledTaskFinished'],
	read: newestOf(
		listScheduledTasks,
		scheduledTaskPages,
		{ list: 'jobs', id: 'id', name: ({ name }) => text(name) },
		scheduledFrom,
	),
	startOf: scheduledFrom,
	kind: taskStatusKind,
};

const copiedFrom: Work['startOf'] = (record) => isoOf(record?.create_time);
const connector: Work = {
	name: 'smartConnectTasks',
	events: ['smartConnectTaskChanged'],
	ends: [],
	read: newestOf(
		listConnectorTasks,
		connectorTaskPages,
		{ list: 'tasks', id: 'id', name: ({ task_name: name }) => text(name) },
		copiedFrom,
	),
	startOf: copiedFrom,
	kind: connectorTaskStatusKind,
};

const diagnosedFrom: Work['startOf'] = (record) => isoOf(record?.begin_time);
const diagnosis: Work = {
	name: 'diagnoses',
	events: ['diagnosisChanged', 'diagnosisFinished'],
	ends: ['diagnosisFinished'],
	read: newestOf(
		listReports,
		reportPages,
		{
			list: 'report_list',
			id: 'report_id',
			name: ({ group_name: group, topic_name: topic }) => `${text(group)}, ${text(topic)}`,
		},
		diagnosedFrom,
	),
	startOf: diagnosedFrom,
	kind: reportStatusKind,
};

/** All that is watched of one instance. */
export const WORK: readonly Work[] = [background, scheduled, connector, diagnosis];
