import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import { Failure } from '../../shared/contract/failure';
import type { InstanceView } from '../../shared/trigger/instanceEvents';
import type { Pages } from '../../shared/contract/pages';
import { readList } from '../../shared/request/readList';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Watched } from '../../shared/trigger/compare';
import { instanceDetailPages, instancePages } from '../api/pages';
import { momentOf, nameOf, wholeNumber } from '../api/records';
import { listInstances, listInstancesDetailed, showTask } from '../api/requests';
import { instanceStatus, kindOfInstance, taskStatus, withStatus } from '../api/status';

/** How the trigger sees instances and tasks. */

const unreadable = (what: string) =>
	new Failure('broken', what, {
		advice: 'Nothing was emitted or lost: the next poll reads it again.',
	});

const isInstance = (row?: IDataObject) =>
	nameOf(row?.InstanceId) !== undefined && wholeNumber(row?.Status) !== undefined;

/**
 * One page of instances. An answer without them must not pass for an empty list: everything would look
 * gone now, and new at the next poll.
 */
async function pageOf(connection: Connection, request: ApiRequest): Promise<IDataObject> {
	const body = await call(connection, request);
	const total = wholeNumber(body.TotalCount);
	// An empty account has null instead of an empty list.
	const isEmpty = body.InstanceList === null && total === 0;
	const rows = isEmpty ? [] : (body.InstanceList as IDataObject[]);
	if (!Array.isArray(rows) || !rows.every(isInstance)) {
		throw unreadable(
			"the list could not be read: it is not the 'InstanceList' that the API returns",
		);
	}
	if (total !== undefined) return { ...body, InstanceList: rows, TotalCount: total };
	throw unreadable("the list could not be read: 'TotalCount' is missing");
}

const watched = (record: IDataObject): Watched => ({
	id: String(record.InstanceId),
	name: String(record.InstanceName ?? ''),
	status: instanceStatus(record.Status).name,
	record,
});

/** 0 or less for what is paid as it is used. */
const expiresAt = ({ ExpireTime: time }: IDataObject): number | undefined => momentOf(time);

/** What {@link pageOf} has checked. */
const rows = ({ InstanceList }: IDataObject) => InstanceList as IDataObject[];

/**
 * Instances by one of the two lists. An instance that is being deleted stays in both until it is gone.
 *
 * @param list The request without page
 */
const viewBy = (list: (filter?: IDataObject) => ApiRequest, pages: Pages): InstanceView => ({
	async all(connection) {
		let total: unknown;
		const page = async (request: ApiRequest) => {
			const body = await pageOf(connection, request);
			total = body.TotalCount;
			return body;
		};
		const listed = await readList(page, list(), { ...pages, rows }, Infinity);
		// What the list leaves out would be reported as gone, so it has to be whole.
		if (listed.isSteady && listed.some().length === total) return listed.some().map(watched);
		throw unreadable('the list of instances was incomplete every time it was read');
	},
	async some(connection, name) {
		const request = list(name ? { SearchWord: name } : {});
		const body = { ...request.body, ...pages.at(0, pages.size) };
		return rows(await pageOf(connection, { ...request, body })).map(watched);
	},
	shown: withStatus,
	kind: kindOfInstance,
	earlier: { ready: 'creating', other: 'running' },
	expiresAt,
});

/** By the short list, which has 100 instances a page and all that a status needs. */
export const briefView = viewBy(listInstances, instancePages);

/** By the list with details, 20 a page: only that one says when an instance expires. */
export const detailView = viewBy(listInstancesDetailed, instanceDetailPages);

/**
 * A task as the service tells it, with its flow ID and its status in words.
 *
 * @throws {Failure} Also when the answer has no status, which must not pass for 0, a success
 */
export async function readOneTask(connection: Connection, flowId: number): Promise<IDataObject> {
	const answer = await call(connection, showTask(flowId));
	if (wholeNumber(answer.Status) === undefined) {
		throw unreadable(`the status of task ${flowId} could not be read`);
	}
	return { FlowId: flowId, ...answer, status: taskStatus(answer.Status).name };
}
