import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { isReady, latest, persisted, trailing } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { findTopic } from '../api/find';
import { wholeNumber } from '../api/records';
import { topicStatus } from '../api/status';
import { failedOrLost, isGone } from './observations';
import { failedTask, observeTask } from './task';

/** How the end of creating and deleting a topic shows: by the list; see docs/waiting.md. */

async function observeTopic(item: OperationContext, json: IDataObject): Promise<Observation> {
	const record = await findTopic(item, json.InstanceId, json.TopicName);
	if (!record) return { status: 'not listed', kind: 'gone' };
	const { name, kind } = topicStatus(record.Status);
	return { status: name, kind, record };
}

/** Looks after which a normal status is no longer taken for the one from before the deletion. */
const LOOKS_AT_NORMAL = 3;

const subject = ({ TopicName: name }: IDataObject) => `topic ${String(name)}`;

/** A new topic, which the list shows a moment later. */
export const topicListed: Completion = {
	first: 1,
	every: 3,
	observe: observeTopic,
	isReached: isReady,
	subject,
};

/**
 * A deletion of a topic, which is listed as long as it takes, and for good when it fails: its task says so,
 * or a status that was deleting is normal again.
 */
export const topicGone: Completion = {
	first: 3,
	every: 5,
	observe: async (item, json) => (await failedTask(item, json)) ?? (await observeTopic(item, json)),
	isReached: isGone,
	isHopeless: (observations) =>
		latest(observations).kind === 'failed' ||
		(persisted(trailing(observations, 'ready'), LOOKS_AT_NORMAL, topicGone.every) &&
			observations.some(({ kind }) => kind === 'pending')),
	subject,
};

/** What a topic has that takes its time to change; both are shown as they are asked for. */
const SIZES = ['PartitionNum', 'ReplicaNum'] as const;

/** Another size of a topic: its task tells, or without one the topic itself. */
export const topicSized: Completion = {
	first: 1,
	every: 3,
	needed: (json) => json.FlowId !== undefined || SIZES.some((name) => json[name] !== undefined),
	observe: async (item, json) =>
		json.FlowId === undefined
			? await observeTopic(item, json)
			: await observeTask(item, json.FlowId),
	isReached: (observations, json) => {
		const { kind, record } = latest(observations);
		if (kind !== 'ready' || json.FlowId !== undefined) return kind === 'ready';
		return SIZES.every(
			(name) => json[name] === undefined || wholeNumber(record?.[name]) === Number(json[name]),
		);
	},
	isHopeless: failedOrLost,
	subject,
};
