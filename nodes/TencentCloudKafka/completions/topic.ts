import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { findTopic } from '../api/find';
import { topicStatus } from '../api/status';
import { isGone } from './observations';
import { isReady } from '../../shared/contract/completion';
import { failedTask } from './task';

/** How the end of creating and deleting a topic shows: by the list; see docs/waiting.md. */

async function observeTopic(item: OperationContext, json: IDataObject): Promise<Observation> {
	const record = await findTopic(item, json.InstanceId, json.TopicName);
	const { name, kind } = topicStatus(record?.Status);
	if (!record || kind === 'gone') return { status: 'not listed', kind: 'gone' };
	return { status: name, kind, record };
}

const subject = ({ TopicName: name }: IDataObject) => `topic ${String(name)}`;

/** A new topic, which the list shows a moment later. */
export const topicListed: Completion = {
	first: 1,
	every: 3,
	observe: observeTopic,
	isReached: isReady,
	subject,
};

/** A deletion of a topic, which is listed as long as it takes, and for good when its task fails. */
export const topicGone: Completion = {
	first: 3,
	every: 5,
	observe: async (item, json) => (await failedTask(item, json)) ?? (await observeTopic(item, json)),
	isReached: isGone,
	subject,
};
