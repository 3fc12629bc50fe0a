import { emptyLog, forgetTopic } from '../../core/kafkaLog';
import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Topic } from '../model/contents';
import { newTopic } from '../model/defaults';
import type { Instance } from '../model/instance';
import { arrives, leaves } from '../model/listing';
import { brokerIds, logsOf, spread } from '../model/partitions';
import { MAX_PARTITIONS_PER_TOPIC, partitionQuota, usedPartitions } from '../model/quotas';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';

const MAX_RETENTION_HOURS = 720;

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
	const topic = newTopic({
		name: body.id,
		partition,
		replication,
		retentionTime: body.retention_time ?? 72,
		syncReplication: body.sync_replication === true,
		syncMessageFlush: body.sync_message_flush === true,
		configs: Object.fromEntries(configs) as Record<string, string>,
		description: body.topic_desc ?? '',
		createdAt: context.now,
	});
	instance.topics.push(topic);
	arrives(instance, 'topics', topic, context.now);
	return json(200, { name: body.id });
};

interface Change {
	id: string;
	retention_time?: number;
	sync_replication?: boolean;
	sync_message_flush?: boolean;
	new_partition_numbers?: number;
	new_partition_brokers?: number[];
	topic_other_configs?: Array<{ name?: string; value?: string }>;
	topic_desc?: string;
}

/**
 * Changes topics (5.4.6): 204 where all could be changed, else 206 with those that could not, whatever
 * else was asked for them. A number of partitions that a topic has already is refused
 * (terraform-provider-huaweicloud #1872).
 */
export const UpdateInstanceTopic: Handler = (request, context) => {
	const { topics = [] } = request.body as { topics?: Change[] };
	const instance = context.runningInstance();
	const pairs = topics.map((change) => [topicOf(instance, change.id), change] as const);
	for (const [topic, change] of pairs) check(instance, topic, change);
	const added = pairs.map(([topic, change]) => partitionsOf(topic, change) - topic.partition);
	const total = added.reduce((sum, count) => sum + count, usedPartitions(instance));
	if (total > partitionQuota(instance)) refuse('DMS.111400860');
	const failed = pairs.filter(
		([topic, change]) => change.new_partition_numbers === topic.partition,
	);
	for (const pair of pairs) {
		if (!failed.includes(pair)) apply(instance, ...pair, context.now);
	}
	if (failed.length === 0) return empty();
	const failed_topics = failed.map(([{ name, partition }]) => ({
		id: name,
		success: false,
		error_msg: `AlterTopics Failed! instance:${instance.id}, topic:${name}, add partition failed. exception:Topic already has ${partition} partitions.`,
	}));
	return json(206, { failed_topics });
};

/** The new total, not the number to add. */
const partitionsOf = (topic: Topic, change: Change) =>
	change.new_partition_numbers ?? topic.partition;

function check(instance: Instance, topic: Topic, change: Change): void {
	const hours = change.retention_time ?? 1;
	if (hours < 1 || hours > MAX_RETENTION_HOURS) refuse('DMS.00400105');
	const partitions = partitionsOf(topic, change);
	if (partitions > MAX_PARTITIONS_PER_TOPIC) refuse('DMS.00400102');
	if (partitions < topic.partition) {
		refuse('DMS.00400062', `${topic.name} has ${topic.partition} partitions, which cannot shrink.`);
	}
	const brokers = change.new_partition_brokers ?? brokerIds(instance);
	if (brokers.some((id) => !brokerIds(instance).includes(id))) {
		refuse('DMS.00400062', 'new_partition_brokers names a broker that does not exist.');
	}
	if (brokers.length < topic.replication) refuse('DMS.00400861');
}

function apply(instance: Instance, topic: Topic, change: Change, now: number): void {
	const logs = logsOf(instance, topic);
	const brokers = change.new_partition_brokers ?? brokerIds(instance);
	topic.partition = partitionsOf(topic, change);
	while (logs.length < topic.partition) {
		const replicas = spread(brokers, logs.length, topic.replication);
		logs.push({ ...emptyLog(now), replicas });
	}
	topic.retentionTime = change.retention_time ?? topic.retentionTime;
	topic.syncReplication = change.sync_replication ?? topic.syncReplication;
	topic.syncMessageFlush = change.sync_message_flush ?? topic.syncMessageFlush;
	topic.description = change.topic_desc ?? topic.description;
	for (const { name = '', value = '' } of change.topic_other_configs ?? []) {
		topic.configs[name] = value;
	}
}

/**
 * Deletes topics (5.4.7). Always 200 with a result per topic: Kafka's own topics stay, and a topic
 * that does not exist counts as deleted (see `Rules.missingTopicDelete`).
 */
export const BatchDeleteInstanceTopic: Handler = (request, context) => {
	const { topics = [] } = request.body as { topics?: string[] };
	const instance = context.runningInstance();
	const results = topics.map((id) => {
		const topic = instance.topics.find((candidate) => candidate.name === id);
		if (!topic) return { id, success: context.state.rules.missingTopicDelete === 'success' };
		if (topic.type === 1) return { id, success: false };
		remove(instance, topic, context.now);
		return { id, success: true };
	});
	return json(200, { topics: results });
};

function remove(instance: Instance, topic: Topic, now: number): void {
	instance.topics = instance.topics.filter((other) => other !== topic);
	leaves(instance, 'topics', topic, now);
	forgetTopic(instance.groups, topic.name);
}
