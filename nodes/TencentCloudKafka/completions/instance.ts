import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { persisted, trailing, isReady, latest } from '../../shared/contract/completion';
import { asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isNoSuchInstance } from '../api/decode';
import { findInstance } from '../api/find';
import { listSome } from '../../shared/request/readList';
import { instanceDetailPages } from '../api/pages';
import { instanceSubject, wholeNumber } from '../api/records';
import { listInstancesDetailed } from '../api/requests';
import { instanceStatus } from '../api/status';
import { isSameBuild, versionsOf } from '../api/versions';
import { NOT_LISTED, failedOrLost, isGone } from './observations';
import { failedTask, observeTask } from './task';

/** How long operations on an instance take and how their end shows; see docs/waiting.md. */

/** An instance at one look. */
function observed(record: IDataObject): Observation {
	const { name, kind } = instanceStatus(record.Status);
	return { status: name, kind, record };
}

async function observeInstance(
	item: OperationContext,
	{ InstanceId: id }: IDataObject,
): Promise<Observation> {
	try {
		const record = await findInstance(item, id);
		return record ? observed(record) : NOT_LISTED;
	} catch (error) {
		if (isNoSuchInstance(error)) return NOT_LISTED;
		throw asFailure(error);
	}
}

/** All instances at once, for many that are waited for. */
const batchRead: NonNullable<Completion['batchRead']> = {
	what: 'instances',
	read: async (item) => {
		const records = await listSome(item, listInstancesDetailed(), instanceDetailPages);
		return new Map(records.map((record) => [record.InstanceId, observed(record)]));
	},
	id: ({ InstanceId: id }) => id,
};

/** The same for what is followed by its task where there is one. */
const readWithoutTask: typeof batchRead = {
	...batchRead,
	id: ({ InstanceId: id, FlowId: task }) => (task === undefined ? id : undefined),
};

/** A new instance, which the list does not show at once. The flow ID of the answer is always 0. */
export const instanceCreated: Completion = {
	first: 5,
	every: 10,
	observe: observeInstance,
	batchRead,
	isReached: isReady,
	isHopeless: failedOrLost,
	subject: instanceSubject,
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
	batchRead: readWithoutTask,
	observe: async (item, json) =>
		json.FlowId === undefined
			? await observeInstance(item, json)
			: await observeTask(item, json.FlowId),
	isReached: (observations, json) => {
		const { kind, record } = latest(observations);
		if (kind !== 'ready') return false;
		if (json.FlowId !== undefined) return true;
		return (
			isVisible(record ?? {}, json) ||
			observations.some((observation) => observation.kind === 'pending')
		);
	},
	isHopeless: failedOrLost,
	subject: instanceSubject,
});

/** A resize, whose order has no task to follow. */
export const instanceResized = instanceChanged((record, json) =>
	SIZES.every(
		([asked, shown, factor]) =>
			json[asked] === undefined || wholeNumber(record[shown]) === Number(json[asked]) * factor,
	),
);

/** New attributes, of which only the public bandwidth takes its time. */
export const instanceUpdated = instanceChanged(
	(record, { PublicNetwork: asked }) =>
		asked === undefined || wholeNumber(record.PublicNetwork) === Number(asked),
);

const upgraded = instanceChanged(
	(record, { TargetVersion: asked }) =>
		isSameBuild(record.CurBrokerVersion, asked) || isSameBuild(record.Version, asked),
);

/**
 * Another broker build; a planned one begins later. The lists tell only the Kafka version, so the builds
 * are asked for: an upgrade can be over between two looks. Where that is not offered, only 7 tells.
 */
export const brokerUpgraded: Completion = {
	...upgraded,
	batchRead: undefined,
	observe: async (item, json) => {
		const observation = await upgraded.observe(item, json);
		if (json.FlowId !== undefined || observation.kind !== 'ready') return observation;
		const { CurBrokerVersion } = await versionsOf(item, json.InstanceId);
		return { ...observation, record: { ...observation.record, CurBrokerVersion } };
	},
	needed: ({ DelayTimeStamp: planned }) => planned === undefined,
};

/** A subscription that is taken out of service: that it is isolated is the success here. */
export const instanceIsolated: Completion = {
	first: 5,
	every: 10,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		const isIsolated = observation.status === ISOLATED;
		return isIsolated
			? { ...observation, kind: 'ready' }
			: { ...observation, kind: runsOn(observation) };
	},
	isReached: isReady,
	isHopeless: failedOrLost,
	subject: instanceSubject,
};

const ISOLATED = instanceStatus(5).name;

/** It runs on as before for a while. */
const runsOn = ({ kind }: Observation) => (kind === 'ready' ? 'pending' : kind);

/** Looks after which a failed status is no longer taken for the one from before the deletion. */
const CHECKS_WITH_OLD_STATUS = 4;

/**
 * A deletion, which ends with the instance out of the list. It may begin at a status that counts as
 * failed: what is cleaned up is often isolated or has never been created whole.
 */
export const instanceDeleted: Completion = {
	first: 5,
	every: 10,
	batchRead: readWithoutTask,
	observe: async (item, json) => {
		const observation = await observeInstance(item, json);
		const failed = observation.kind === 'gone' ? undefined : await failedTask(item, json);
		return failed ? { ...failed, status: 'deletion failed' } : observation;
	},
	isReached: isGone,
	isHopeless: (observations) => {
		const { kind, record } = latest(observations);
		if (kind !== 'failed') return false;
		const taskFailed = record?.InstanceId === undefined;
		const begun = observations.some((observation) => observation.kind === 'pending');
		const lasting = persisted(
			trailing(observations, 'failed'),
			CHECKS_WITH_OLD_STATUS,
			instanceDeleted.every,
		);
		return taskFailed || begun || lasting;
	},
	subject: instanceSubject,
};
