import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { Failure } from '../../shared/contract/failure';
import { topicsNamed } from '../api/requests';
import { topicStatus } from '../api/status';
import { isReady, latest, trailing } from '../../shared/contract/completion';
import { LOOKS_WITHOUT } from './instance';

/** How long changes of topics take and how their end shows; only the list of topics tells. */

/** A deleted topic has no status while it is still listed. */
async function observeTopic(
	item: OperationContext,
	{ Topic: name }: IDataObject,
): Promise<Observation> {
	const instanceId = item.nodeParameter('instanceId');
	const [record] = await topicsNamed(item, instanceId, name);
	if (!record) return { status: 'not listed', kind: 'gone' };
	const status = String(record.Status ?? 'without a status');
	return { status, kind: topicStatus(record).kind, record };
}

/** Whether the list has not shown it for some looks in a row. */
const isMissed = (observations: Observation[]) =>
	trailing(observations, 'gone').length >= LOOKS_WITHOUT;

const named = ({ Topic: name }: IDataObject) => `topic ${String(name)}`;

/** Longest name that reserved instances keep whole. */
const KEPT = 64;

const truncated = (name: string) =>
	new Failure('unfinished', `the service truncated the name of the topic to ${name}`, {
		advice:
			'Reserved instances keep 64 characters. Use the topic by this name, or delete it and create one with a shorter name.',
	});

/** A new topic: it is not listed at first, and is there to be used when it is in service. */
export const topicInService: Completion = {
	first: 10,
	every: 5,
	observe: async (item, json) => {
		const observation = await observeTopic(item, json);
		const name = String(json.Topic);
		if (observation.record || name.length <= KEPT) return observation;
		const kept = name.slice(0, KEPT);
		const [cut] = await topicsNamed(item, item.nodeParameter('instanceId'), kept);
		if (cut) throw truncated(kept);
		return observation;
	},
	isReached: isReady,
	isHopeless: (observations) =>
		isMissed(observations) && observations.some(({ record }) => record !== undefined),
	subject: named,
};

/** A deletion, which may take minutes. */
export const topicDeleted: Completion = {
	first: 30,
	every: 10,
	observe: observeTopic,
	isReached: (observations) => latest(observations).kind === 'gone',
	subject: named,
};

/** New partitions, told by the number that the topic had before. */
export const partitionsAdded: Completion = {
	first: 5,
	every: 5,
	mark: async (item) => {
		const [record] = await topicsNamed(
			item,
			item.nodeParameter('instanceId'),
			item.nodeParameter('topic'),
		);
		return Number(record?.PartitionNum ?? 0);
	},
	observe: async (item, json, before) => {
		const observation = await observeTopic(item, json);
		const wanted = Number(before) + Number(json.AddPartitionNum);
		if (observation.kind !== 'ready' || Number(observation.record?.PartitionNum) >= wanted)
			return observation;
		return { ...observation, kind: 'pending' };
	},
	isReached: isReady,
	isHopeless: isMissed,
	subject: named,
};
