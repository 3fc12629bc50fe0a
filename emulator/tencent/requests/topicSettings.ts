import { refuse, refuseMissing, refuseValue } from '../answers/errors';
import type { Tag, Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { WHITE_LIST_QUOTA } from '../model/quotas';
import { checkAddresses } from './checks';

/** What CreateTopic and ModifyTopicAttributes have in common. */
export interface TopicSettings {
	Note?: string;
	EnableWhiteList?: number;
	IpWhiteList?: string[];
	MinInsyncReplicas?: number;
	UncleanLeaderElectionEnable?: number;
	RetentionMs?: number;
	MaxMessageBytes?: number;
	SegmentMs?: number;
	CleanUpPolicy?: string;
	EnableAclRule?: number;
	AclRuleName?: string;
	RetentionBytes?: number;
	Tags?: Tag[];
	QuotaProducerByteRate?: number;
	QuotaConsumerByteRate?: number;
	ReplicaNum?: number;
	LogMsgTimestampType?: string;
}

const GIGABYTE = 1_073_741_824;

/** Puts the settings given into a topic, all or none. */
export function applySettings(instance: Instance, topic: Topic, given: TopicSettings): void {
	check(instance, topic, given);
	const { config } = topic;
	config.Retention = given.RetentionMs ?? config.Retention;
	config.MinInsyncReplicas = given.MinInsyncReplicas ?? config.MinInsyncReplicas;
	config.CleanUpPolicy = given.CleanUpPolicy ?? config.CleanUpPolicy;
	config.SegmentMs = given.SegmentMs ?? config.SegmentMs;
	config.UncleanLeaderElectionEnable =
		given.UncleanLeaderElectionEnable ?? config.UncleanLeaderElectionEnable;
	config.MaxMessageBytes = given.MaxMessageBytes ?? config.MaxMessageBytes;
	config.RetentionBytes = given.RetentionBytes ?? config.RetentionBytes;
	config.LogMsgTimestampType = given.LogMsgTimestampType ?? config.LogMsgTimestampType;
	topic.note = given.Note ?? topic.note;
	topic.replicas = given.ReplicaNum ?? topic.replicas;
	topic.tags = given.Tags ?? topic.tags;
	topic.producerQuota = quota(given.QuotaProducerByteRate, topic.producerQuota);
	topic.consumerQuota = quota(given.QuotaConsumerByteRate, topic.consumerQuota);
	if (given.EnableWhiteList !== undefined) topic.whiteListEnabled = given.EnableWhiteList === 1;
	topic.ipWhiteList = [...new Set(given.IpWhiteList ?? topic.ipWhiteList)];
	if (given.EnableAclRule !== undefined) {
		topic.aclRule = given.EnableAclRule === 1 ? (given.AclRuleName ?? '') : '';
	}
}

/** -1 removes the limit. */
function quota(given: number | undefined, present: number | null): number | null {
	if (given === undefined) return present;
	return given < 0 ? null : given;
}

function check(instance: Instance, topic: Topic, given: TopicSettings): void {
	if (given.EnableWhiteList === 1 && !given.IpWhiteList?.length) refuseMissing('IpWhiteList');
	checkWhiteList(given.IpWhiteList ?? []);
	const { RetentionBytes: bytes = -1 } = given;
	if (bytes !== -1 && bytes < GIGABYTE) {
		refuseValue('RetentionBytes', `it must be -1 or at least ${GIGABYTE}`);
	}
	const replicas = given.ReplicaNum ?? topic.replicas;
	const inSync = given.MinInsyncReplicas ?? topic.config.MinInsyncReplicas;
	if (inSync > replicas) refuseValue('MinInsyncReplicas', `the topic has ${replicas} replicas`);
	if (given.EnableAclRule !== 1) return;
	if (!given.AclRuleName) refuseMissing('AclRuleName');
	const preset = instance.aclRules.filter((rule) => rule.patternType === 'PRESET');
	if (!preset.some((rule) => rule.name === given.AclRuleName)) {
		refuse('ResourceNotFound', `The preset ACL rule ${given.AclRuleName} does not exist.`);
	}
}

/** Refuses what is no IP, and more of them than a topic may have. */
export function checkWhiteList(ips: string[]): void {
	checkAddresses('IpWhiteList', ips);
	if (new Set(ips).size > WHITE_LIST_QUOTA) {
		refuse('LimitExceeded', `A white list may hold ${WHITE_LIST_QUOTA} IPs.`);
	}
}
