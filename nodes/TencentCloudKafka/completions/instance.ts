import type { IDataObject } from 'n8n-workflow';

import type { Completion, Sight } from '../../shared/contract/completion';
import { lasted, lately } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { Item } from '../../shared/run/item';
import { readList } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import {
	findInstance,
	instanceDetailPages,
	isGone,
	listInstancesDetailed,
	listRoutes,
	routeRows,
	showTask,
} from '../api/requests';
import { instanceStatus, routeStatus, taskStatus } from '../api/status';

/** How long operations take and how their end shows; see docs/waiting.md. */

const last = (sights: Sight[]) => sights[sights.length - 1];

/** A task, by its flow ID. */
export async function lookAtTask(item: Item, flowId: unknown): Promise<Sight> {
	const { Status, Output } = await item.call(showTask(flowId));
	const { name, kind } = taskStatus(Status);
	return { status: name, kind, ...(kind === 'failed' && { record: { reason: Output } }) };
}

/** A task that an operation has started; without one in the answer there is nothing to wait for. */
export const flowDone: Completion = {
	first: 1,
	every: 3,
	needed: ({ FlowId: id }) => id !== undefined,
	look: async (item, { FlowId: id }) => await lookAtTask(item, id),
	reached: (sights) => last(sights).kind === 'ready',
	subject: ({ FlowId: id }) => `task ${String(id)}`,
};

const named = ({ InstanceName: name, InstanceId: id }: IDataObject) =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

/** An instance that is not listed; a new one is not for a while, a deleted one no longer. */
const NOT_LISTED: Sight = { status: 'not visible', kind: 'gone' };

async function lookAtInstance(item: Item, { InstanceId: id }: IDataObject): Promise<Sight> {
	try {
		const record = await findInstance(item, id);
		if (!record) return NOT_LISTED;
		const { name, kind } = instanceStatus(record.Status);
		return { status: name, kind, record };
	} catch (error) {
		if (isGone(error)) return NOT_LISTED;
		throw asFailure(error);
	}
}

/** All instances at once, for many that are waited for. */
const listed: NonNullable<Completion['listed']> = {
	what: 'instances',
	read: async (item) => {
		const page = async (request: ApiRequest) => await item.call(request);
		const { rows } = await readList(page, listInstancesDetailed(), instanceDetailPages, Infinity);
		return new Map(
			rows.map((record) => {
				const { name, kind } = instanceStatus(record.Status);
				return [record.InstanceId, { status: name, kind, record }];
			}),
		);
	},
	id: ({ InstanceId: id }) => id,
};

/** The same for what is followed by its task where there is one. */
const listedWithoutTask: typeof listed = {
	...listed,
	id: ({ InstanceId: id, FlowId: task }) => (task === undefined ? id : undefined),
};

/** Whether something that was there went wrong, or is there no longer. */
const failedOrLost = (sights: Sight[]) =>
	last(sights).kind === 'failed' ||
	(last(sights).kind === 'gone' && sights.some(({ record }) => record !== undefined));

/** A new instance, which the list does not show at once. The flow ID of the answer is always 0. */
export const instanceCreated: Completion = {
	first: 5,
	every: 10,
	look: lookAtInstance,
	listed,
	reached: (sights) => last(sights).kind === 'ready',
	hopeless: failedOrLost,
	subject: named,
};

/** What a size is called in a request, where an instance shows it, and in which unit of the former. */
const SIZES = [
	['DiskSize', 'DiskSize', 1],
	// Bought in MB/s, shown in Mbps.
	['BandWidth', 'Bandwidth', 8],
	['Partition', 'MaxPartitionNumber', 1],
] as const;

/**
 * A change of an instance: it runs on as before for a while, so that only 7 or what is new tells. Where
 * the answer names a task, that is followed instead.
 *
 * @param isVisible Whether the instance already is as the request wants it
 */
const instanceChanged = (
	isVisible: (record: IDataObject, json: IDataObject) => boolean,
): Completion => ({
	first: 5,
	every: 10,
	listed: listedWithoutTask,
	look: async (item, json) =>
		json.FlowId === undefined
			? await lookAtInstance(item, json)
			: await lookAtTask(item, json.FlowId),
	reached: (sights, json) => {
		const { kind, record } = last(sights);
		if (kind !== 'ready') return false;
		if (json.FlowId !== undefined) return true;
		return isVisible(record ?? {}, json) || sights.some((sight) => sight.kind === 'pending');
	},
	hopeless: failedOrLost,
	subject: named,
});

/** A resize, whose order has no task to follow. */
export const instanceResized = instanceChanged((record, json) =>
	SIZES.every(
		([asked, shown, factor]) =>
			json[asked] === undefined || Number(record[shown]) === Number(json[asked]) * factor,
	),
);

/** New attributes, of which only the public bandwidth takes its time. */
export const instanceUpdated = instanceChanged(
	(record, { PublicNetwork: asked }) => asked === undefined || record.PublicNetwork === asked,
);

/** Another broker version; a planned one begins later. */
export const brokerUpgraded: Completion = {
	...instanceChanged((record, { TargetVersion: asked }) => record.Version === asked),
	needed: ({ DelayTimeStamp: planned }) => planned === undefined,
};

/** Looks after which a failed status is no longer taken for the one from before the deletion. */
const LOOKS_WITH_OLD_STATUS = 4;

/**
 * A deletion, which ends with the instance out of the list. It may begin at a status that counts as
 * failed: what is cleaned up is often isolated or has never been created whole.
 */
export const instanceDeleted: Completion = {
	first: 5,
	every: 10,
	listed: listedWithoutTask,
	look: async (item, json) => {
		const sight = await lookAtInstance(item, json);
		if (sight.kind === 'gone' || json.FlowId === undefined) return sight;
		const work = await lookAtTask(item, json.FlowId);
		return work.kind === 'failed' ? { ...work, status: 'deletion failed' } : sight;
	},
	reached: (sights) => last(sights).kind === 'gone',
	hopeless: (sights) => {
		const { kind, record } = last(sights);
		if (kind !== 'failed') return false;
		const taskFailed = record?.InstanceId === undefined;
		const begun = sights.some((sight) => sight.kind === 'pending');
		const lasting = lasted(lately(sights, 'failed'), LOOKS_WITH_OLD_STATUS, instanceDeleted.every);
		return taskFailed || begun || lasting;
	},
	subject: named,
};

const routeNamed = ({ RouteId: id, InstanceId: instance }: IDataObject) =>
	`route ${String(id)} of instance ${String(instance)}`;

async function lookAtRoute(item: Item, { InstanceId, RouteId }: IDataObject): Promise<Sight> {
	// With the main route, as a list that may rightly be empty cannot be told from one that is missing.
	const body = await item.call(listRoutes(InstanceId, { RouteId, MainRouteFlag: true }));
	const record = routeRows(body).find(({ RouteId: id }) => id === RouteId);
	if (!record) return NOT_LISTED;
	const { name, kind } = routeStatus(record.Status);
	return { status: name, kind, record };
}

/** A new route: its task first, which may fail, then the route with its address. */
export const routeCreated: Completion = {
	first: 3,
	every: 5,
	look: async (item, json) => {
		if (json.FlowId !== undefined) {
			const work = await lookAtTask(item, json.FlowId);
			if (work.kind !== 'ready') return work;
		}
		return await lookAtRoute(item, json);
	},
	reached: (sights) => last(sights).kind === 'ready',
	hopeless: failedOrLost,
	subject: routeNamed,
};

/** A deleted route; a planned deletion begins later. */
export const routeDeleted: Completion = {
	first: 3,
	every: 5,
	needed: ({ DeleteRouteTime: planned }) => planned === undefined,
	look: async (item, json) => {
		if (json.FlowId !== undefined) {
			const work = await lookAtTask(item, json.FlowId);
			if (work.kind === 'failed') return work;
		}
		return await lookAtRoute(item, json);
	},
	reached: (sights) => last(sights).kind === 'gone',
	subject: routeNamed,
};
