import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import {
	MAX_PARTITIONS_PER_TOPIC,
	partitionQuota,
	usedPartitions,
} from '../answers/instanceRecord';
import { newTopic } from '../model/defaults';
import type { Instance, Topic } from '../model/instance';
import { page, pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';
import { listedTopics } from '../requests/find';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

interface CreateBody {
	id: string;
	replication?: number;
	partition?: number;
	sync_message_flush?: boolean;
	sync_replication?: boolean;
	retention_time?: number;
	topic_other_configs?: Array<{ name?: string; value?: string }>;
	topic_desc?: string;
}

/** Creates a topic (5.4.4). */
export const CreateInstanceTopic: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const instance = context.runningInstance();
	const { partition = 3, replication = Math.min(3, instance.brokerNum) } = body;
	if (replication < 1) refuse('DMS.00400103');
	if (replication > instance.brokerNum) refuse('DMS.00400861');
	if (instance.topics.some((topic) => topic.name === body.id)) refuse('DMS.40050005');
	if (usedPartitions(instance) + partition > partitionQuota(instance)) refuse('DMS.111400860');
	const configs = (body.topic_other_configs ?? []).map((c) => [c.name ?? '', c.value ?? '']);
	instance.topics.push(
		newTopic({
			name: body.id,
			partition,
			replication,
			retentionTime: body.retention_time ?? 72,
			syncReplication: body.sync_replication === true,
			syncMessageFlush: body.sync_message_flush === true,
			configs: Object.fromEntries(configs) as Record<string, string>,
			description: body.topic_desc ?? '',
			createdAt: context.now,
			listedFrom: context.now + instance.durations.topicListed,
		}),
	);
	return json(200, { name: body.id });
};

/** Topics of an instance by name (5.4.5); an offset at or past the total is an error. */
export const ListInstanceTopics: Handler = (request, context) => {
	const instance = context.instance();
	const offset = pageNumber('offset', request.query.offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const limit = pageNumber('limit', request.query.limit, DEFAULT_PAGE, [0, MAX_PAGE]);
	const topics = listedTopics(instance, context.now);
	const shown = page(topics, offset, limit, 'DMS.40050010');
	return json(200, {
		total: topics.length,
		size: shown.length,
		topics: shown.map(topicRecord),
		remain_partitions: partitionQuota(instance) - usedPartitions(instance),
		max_partitions: partitionQuota(instance),
		topic_max_partitions: MAX_PARTITIONS_PER_TOPIC,
	});
};

function topicRecord(topic: Topic): Record<string, unknown> {
	const config = (name: string, type: string, values: string, fallback: string) => ({
		name,
		valid_values: values,
		default_value: fallback,
		config_type: 'dynamic',
		value: topic.configs[name] ?? fallback,
		value_type: type,
	});
	return {
		policiesOnly: false,
		name: topic.name,
		replication: topic.replication,
		partition: topic.partition,
		retention_time: topic.retentionTime,
		sync_replication: topic.syncReplication,
		sync_message_flush: topic.syncMessageFlush,
		topic_other_configs: [
			config('max.message.bytes', 'int', '[0...10485760]', '10485760'),
			config('message.timestamp.type', 'string', '[CreateTime, LogAppendTime]', 'LogAppendTime'),
		],
		external_configs: {},
		topic_type: topic.type,
		topic_desc: topic.description,
		created_at: topic.createdAt,
	};
}

/**
 * Deletes topics (5.4.7). Always 200 with a result per topic: Kafka's own topics stay, and a topic
 * that does not exist counts as deleted (see `HuaweiRules.missingTopicDelete`).
 */
export const BatchDeleteInstanceTopic: Handler = (request, context) => {
	const { topics = [] } = request.body as { topics?: string[] };
	const instance = context.runningInstance();
	const results = topics.map((id) => {
		const topic = instance.topics.find((candidate) => candidate.name === id);
		if (!topic) return { id, success: context.state.rules.missingTopicDelete === 'success' };
		if (topic.type === 1) return { id, success: false };
		remove(instance, topic);
		return { id, success: true };
	});
	return json(200, { topics: results });
};

function remove(instance: Instance, topic: Topic): void {
	instance.topics = instance.topics.filter((other) => other !== topic);
	for (const group of instance.groups) {
		group.offsets = group.offsets.filter((offset) => offset.topic !== topic.name);
	}
}
