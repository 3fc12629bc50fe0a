import type { IDataObject } from 'n8n-workflow';

import type { StatusKind } from '../../shared/contract/completion';
import { isBlank } from '../../shared/contract/field';

/** What a coded status is called, and what it means to someone who waits. */
export interface Status {
	name: string;
	kind: StatusKind;
}

/** Statuses by their code. */
export const table = (rows: Record<string, [name: string, kind: StatusKind]>) =>
	new Map(Object.entries(rows).map(([code, [name, kind]]) => [code, { name, kind }]));

/**
 * Statuses of an instance; 6 is not documented. Sources for all tables: comments of the official SDK
 * (tencentcloud-sdk-nodejs-ckafka 4.1.314).
 */
export const INSTANCE_STATUSES: ReadonlyMap<string, Status> = table({
	'-1': ['creation failed', 'failed'],
	'0': ['creating', 'pending'],
	'1': ['running', 'ready'],
	'2': ['deleting', 'pending'],
	'3': ['deleted', 'gone'],
	'4': ['deletion failed', 'failed'],
	'5': ['isolated', 'failed'],
	'7': ['upgrading', 'pending'],
});

/** Statuses of a task. Beware: 0 is success and 1 is failure. */
export const TASK_STATUSES: ReadonlyMap<string, Status> = table({
	'0': ['succeeded', 'ready'],
	'1': ['failed', 'failed'],
	'2': ['running', 'pending'],
});

/** Statuses of a route, which may be missing. */
export const ROUTE_STATUSES: ReadonlyMap<string, Status> = table({
	'1': ['creating', 'pending'],
	'2': ['created', 'ready'],
	'3': ['creation failed', 'failed'],
	'4': ['deleting', 'pending'],
	'6': ['deletion failed', 'failed'],
});

/** Statuses of a topic. */
const TOPIC_STATUSES: ReadonlyMap<string, Status> = table({
	'0': ['normal', 'ready'],
	'1': ['deleted', 'gone'],
	'2': ['deleting', 'pending'],
});

/** A status by its code; one that no document lists is `unknown`, never taken for ready. */
export function statusIn(statuses: ReadonlyMap<string, Status>, code: unknown): Status {
	// As text, an empty list would be an empty text, and a list of one number that number.
	const text = typeof code === 'object' ? JSON.stringify(code) : String(code);
	return statuses.get(text) ?? { name: `status ${text}`, kind: 'unknown' };
}

export const instanceStatus = (code: unknown): Status => statusIn(INSTANCE_STATUSES, code);

export const taskStatus = (code: unknown): Status => statusIn(TASK_STATUSES, code);

/** A topic that is listed without a status is there. */
export const topicStatus = (code: unknown): Status =>
	statusIn(TOPIC_STATUSES, isBlank(code) ? 0 : code);

export const routeStatus = (code: unknown): Status => statusIn(ROUTE_STATUSES, code);

/** An instance with its coded status in words too. */
export const withStatus = (record: IDataObject): IDataObject => ({
	...record,
	status: instanceStatus(record.Status).name,
});

/** Kind of an instance's status by its name, as {@link instanceStatus} gives it. */
export const kindOfInstance = (name: unknown): StatusKind =>
	[...INSTANCE_STATUSES.values()].find((status) => status.name === name)?.kind ?? 'unknown';
