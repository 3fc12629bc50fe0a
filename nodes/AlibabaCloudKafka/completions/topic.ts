import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { topicsNamed } from '../api/requests';
import { topicStatus } from '../api/status';
import { isReady, latest } from '../../shared/contract/completion';

/** How long changes of topics take and how their end shows; only the list of topics tells. */

/** A deleted topic has no status while it is still listed. */
async function observeTopic(
	item: OperationContext,
	{ Topic: name }: IDataObject,
): Promise<Observation> {
	const [record] = await topicsNamed(item, item.nodeParameter('instanceId'), name);
	if (!record) return { status: 'not listed', kind: 'gone' };
	const status = String(record.Status ?? 'without a status');
	return { status, kind: topicStatus(record).kind, record };
}

const named = ({ Topic: name }: IDataObject) => `topic ${String(name)}`;

/** A new topic: it is not listed at first, and is there to be used when it is in service. */
export const topicInService: Completion = {
	first: 10,
	every: 5,
	observe: observeTopic,
	isReached: isReady,
	isHopeless: (observations) =>
		latest(observations).kind === 'gone' && observations.some(({ record }) => record !== undefined),
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
	isHopeless: (observations) => latest(observations).kind === 'gone',
	subject: named,
};
