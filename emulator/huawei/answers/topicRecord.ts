import type { Topic } from '../model/contents';

/** The topic as ListInstanceTopics prints it. */
export function topicRecord(topic: Topic): Record<string, unknown> {
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
