import { json } from '../../../http/answer';
import { partitionQuota, usedPartitions } from '../../model/quotas';
import type { Handler } from '../../requests/context';
import { listedTopics } from '../../requests/find';
import { BatchDeleteInstanceTopic, CreateInstanceTopic } from '../topicChanges';

/** Creates a topic (7.1.1.7). */
export const V1CreateTopic: Handler = (request, context) => {
	CreateInstanceTopic(request, context);
	return json(200, { id: (request.body as { id: string }).id });
};

/** Topics of an instance (7.1.1.8), all at once; the two switches are text. */
export const V1ListTopics: Handler = (_request, context) => {
	const instance = context.instance();
	const topics = listedTopics(instance, context.now).map((topic) => ({
		policiesOnly: false,
		id: topic.name,
		replication: topic.replication,
		partition: topic.partition,
		retention_time: topic.retentionTime,
		sync_replication: String(topic.syncReplication),
		sync_message_flush: String(topic.syncMessageFlush),
		external_configs: {},
		topic_type: topic.type,
	}));
	return json(200, {
		total: topics.length,
		size: topics.length,
		remain_partitions: partitionQuota(instance) - usedPartitions(instance),
		max_partitions: partitionQuota(instance),
		topics,
	});
};

/** Deletes topics (7.1.1.9). */
export const V1BatchDeleteTopics = BatchDeleteInstanceTopic;
