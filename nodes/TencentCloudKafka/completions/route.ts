import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { routeRows } from '../api/pages';
import { routeSubject } from '../api/records';
import { listRoutes } from '../api/requests';
import { statusOfRoute } from '../api/routes';
import { NOT_LISTED, failedOrLost, isGone } from './observations';
import { isReady } from '../../shared/contract/completion';
import { failedTask, observeTask } from './task';

/** How the end of creating and deleting a route shows; see docs/waiting.md. */

async function observeRoute(
	item: OperationContext,
	{ InstanceId, RouteId }: IDataObject,
): Promise<Observation> {
	// With the main route, as a list that may rightly be empty cannot be told from one that is missing.
	const body = await item.call(listRoutes(InstanceId, { RouteId, MainRouteFlag: true }));
	const record = routeRows(body).find(({ RouteId: id }) => String(id) === String(RouteId));
	if (!record) return NOT_LISTED;
	const { name, kind } = statusOfRoute(record);
	return { status: name, kind, record };
}

/** A new route: its task first, which may fail, then the route with its address; without an ID, only the task. */
export const routeCreated: Completion = {
	first: 3,
	every: 5,
	needed: ({ RouteId: id, FlowId: task }) => id !== undefined || task !== undefined,
	observe: async (item, json) => {
		if (json.FlowId !== undefined) {
			const task = await observeTask(item, json.FlowId);
			if (task.kind !== 'ready' || json.RouteId === undefined) return task;
		}
		return await observeRoute(item, json);
	},
	isReached: isReady,
	isHopeless: failedOrLost,
	subject: routeSubject,
};

/** A deleted route; a planned deletion begins later. */
export const routeDeleted: Completion = {
	first: 3,
	every: 5,
	needed: ({ DeleteRouteTime: planned }) => planned === undefined,
	observe: async (item, json) => (await failedTask(item, json)) ?? (await observeRoute(item, json)),
	isReached: isGone,
	subject: routeSubject,
};
