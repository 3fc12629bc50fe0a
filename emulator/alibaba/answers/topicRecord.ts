import type { Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import type { Rules } from '../model/options';
import { wrapped } from './lists';

/** The topic as GetTopicList prints it. */
export function topicRecord(instance: Instance, topic: Topic, rules: Rules) {
	return {
		InstanceId: instance.id,
		RegionId: instance.region,
		Topic: topic.name,
		Remark: topic.remark,
		...(topic.deleting ? {} : { Status: 0, StatusName: '服务中' }),
		PartitionNum: topic.partitions,
		CompactTopic: topic.compact,
		LocalTopic: topic.local,
		TopicConfig: JSON.stringify(topic.config),
		CreateTime: topic.createdAt,
		Tags: wrapped(rules, 'TagVO', topic.tags),
	};
}
