import { empty } from '../../http/answer';
import { refuse } from '../answers/errors';
import {
	MAX_PARTITIONS_PER_TOPIC,
	partitionQuota,
	usedPartitions,
} from '../answers/instanceRecord';
import type { Instance, Topic } from '../model/instance';
import { brokerIds, emptyLog, logsOf, spread } from '../model/partitions';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';

const MAX_RETENTION_HOURS = 720;

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

/** Changes topics (5.4.6), all of them or, when one cannot be changed, none. */
export const UpdateInstanceTopic: Handler = (request, context) => {
	const { topics = [] } = request.body as { topics?: Change[] };
	const instance = context.runningInstance();
	const pairs = topics.map((change) => [topicOf(instance, change.id), change] as const);
	for (const [topic, change] of pairs) check(instance, topic, change);
	const added = pairs.map(([topic, change]) => partitionsOf(topic, change) - topic.partition);
	const total = added.reduce((sum, count) => sum + count, usedPartitions(instance));
	if (total > partitionQuota(instance)) refuse('DMS.111400860');
	for (const [topic, change] of pairs) apply(instance, topic, change, context.now);
	return empty();
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
		logs.push(emptyLog(spread(brokers, logs.length, topic.replication), now));
	}
	topic.retentionTime = change.retention_time ?? topic.retentionTime;
	topic.syncReplication = change.sync_replication ?? topic.syncReplication;
	topic.syncMessageFlush = change.sync_message_flush ?? topic.syncMessageFlush;
	topic.description = change.topic_desc ?? topic.description;
	for (const { name = '', value = '' } of change.topic_other_configs ?? []) {
		topic.configs[name] = value;
	}
}
