import { Failure } from '../../../shared/contract/failure';
import { text } from '../../../shared/form/fields';
import type { Item } from '../../../shared/run/item';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { del, get, one, post, put } from '../../../shared/contract/operation';
import { readList } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { taskDone } from '../../completions/instance';
import { byteRates, checkByteRates, instance, topicInBody } from '../../fields';
import { listTopicQuotas, topicQuotaPages } from '../../api/requests';

const path = '/v2/kafka/{project_id}/instances/{instance_id}/kafka-topic-quota';

/** Names with hyphens are as on the wire. What answers is the ID of a background task. */
const change: Pick<Operation, 'fields' | 'options' | 'completion'> = {
	fields: [instance(), topicInBody()],
	options: byteRates(),
	completion: taskDone,
};

const outcome =
	(done: Record<string, boolean>): Operation['outcome'] =>
	(answer, { body }, item) =>
		one({
			...answer,
			instance_id: item.parameter('instanceId'),
			topic: body?.topic,
			...done,
		});

/** Creates a quota. DMS for Kafka API Reference 5.4.12. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create topic quota',
	description: 'Limit the producer and consumer rates of a topic',
	api: 'CreateKafkaTopicQuota',
	request: post(path),
	...change,
	check: checkByteRates,
	outcome: outcome({}),
	subject: ({ topic }) => `quota of topic ${String(topic)}`,
};

/** Changes a quota. DMS for Kafka API Reference 5.4.13. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update topic quota',
	description: 'Change the producer and consumer rate limits of a topic',
	api: 'ModifyKafkaTopicQuota',
	request: put(path),
	...change,
	check: checkByteRates,
	outcome: outcome({}),
	subject: ({ topic }) => `quota of topic ${String(topic)} changed`,
};

/** A quota that is not there, whose deletion the API would accept and then fail. */
async function refuseUnknown(item: Item, { body }: ApiRequest): Promise<void> {
	const page = async (next: ApiRequest) => await item.call(next);
	const request = listTopicQuotas(item.parameter('instanceId'));
	const { rows } = await readList(page, request, topicQuotaPages, Infinity);
	if (rows.some(({ topic }) => topic === body?.topic)) return;
	throw new Failure('notSent', `The topic in 'Topic' has no quota: ${String(body?.topic)}`, {
		mend: 'Nothing was deleted. Check the spelling; names are case-sensitive.',
	});
}

/** Deletes a quota. DMS for Kafka API Reference 5.4.11; the body names the topic. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete topic quota',
	description: 'Remove the rate limits of a topic',
	api: 'DeleteKafkaTopicQuota',
	request: del(path),
	...change,
	before: refuseUnknown,
	outcome: outcome({ deleted: true }),
	subject: ({ topic }) => `quota of topic ${String(topic)} deleted`,
};

/** Lists quotas. DMS for Kafka API Reference 5.4.14; the answer is no background task. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many topic quotas',
	description: 'Get many topic quotas',
	api: 'ShowKafkaTopicQuota',
	request: get(path),
	constant: { query: { type: 'topic' } },
	fields: [instance()],
	options: [
		text('keyword', 'Search', {
			place: 'query',
			pattern: [
				/^[A-Za-z][A-Za-z0-9_-]*$/,
				'must start with a letter and can contain only letters, digits, hyphens, and underscores',
			],
			placeholder: 'e.g. orders',
			description: 'Return only topics whose name contains this text',
		}),
	],
	pages: topicQuotaPages,
};

export const topicQuota: Resource = {
	value: 'topicQuota',
	name: 'Topic Quota',
	operations: [getAll, create, deleteOne, update],
};
