import { topicsOf } from '../model/aclRules';
import type { Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { aclRuleRecord } from './aclRuleRecord';
import { seconds } from './time';

const MINUTE_MS = 60_000;
const BACKUP_OFF = 1;

/** The access ID of a topic: `datahub-` and what follows `topic-` in its ID. */
export function dataHubId(topic: Topic): string {
	return topic.id.replace(/^topic-/, 'datahub-');
}

/** The topic as DescribeTopicDetail prints it; the white list is a boolean here. */
export function topicRecord(topic: Topic): Record<string, unknown> {
	const retention = Math.floor(topic.config.Retention / MINUTE_MS);
	return {
		TopicName: topic.name,
		TopicId: topic.id,
		PartitionNum: topic.partitions,
		ReplicaNum: topic.replicas,
		Note: topic.note,
		CreateTime: seconds(topic.createdAt),
		EnableWhiteList: topic.whiteListEnabled,
		IpWhiteListCount: topic.ipWhiteList.length,
		ForwardCosBucket: '',
		ForwardStatus: BACKUP_OFF,
		ForwardInterval: 0,
		Config: topic.config,
		RetentionTimeConfig: {
			Expect: retention,
			Current: retention,
			ModTimeStamp: topic.modifiedAt,
		},
		Status: topic.status,
		Tags: topic.tags.length ? topic.tags : null,
	};
}

/** The topic as DescribeTopicAttributes prints it; the white list is a number here. */
export function topicAttributes(instance: Instance, topic: Topic): Record<string, unknown> {
	const rules = instance.aclRules.filter((rule) => topicsOf(instance, rule).includes(topic));
	return {
		TopicId: topic.id,
		CreateTime: seconds(topic.createdAt),
		Note: topic.note,
		PartitionNum: topic.partitions,
		EnableWhiteList: topic.whiteListEnabled ? 1 : 0,
		IpWhiteList: topic.ipWhiteList,
		Config: topic.config,
		Partitions: topic.logs.map((_, Partition) => ({
			Partition,
			LeaderStatus: 0,
			IsrNum: topic.replicas,
			ReplicaNum: topic.replicas,
		})),
		EnableAclRule: topic.aclRule ? 1 : 0,
		AclRuleList: rules.map((rule) => aclRuleRecord(instance, rule)),
		QuotaConfig: {
			QuotaProducerByteRate: topic.producerQuota,
			QuotaConsumerByteRate: topic.consumerQuota,
		},
		ReplicaNum: topic.replicas,
	};
}
