import { zonesOf } from './catalogue';
import {
	TOPIC_STATUS,
	type Group,
	type InstanceAttributes,
	type InstanceSettings,
	type PartitionLog,
	type Topic,
	type TopicConfig,
} from './instance';

const DAY_MS = 86_400_000;

/** What an instance is ordered with when nothing else is said. */
export function defaultSettings(region: string): Omit<InstanceSettings, 'name'> {
	const zoneId = zonesOf(region)[0]?.id ?? 0;
	return {
		prePaid: false,
		months: 1,
		renewFlag: 0,
		version: '2.4.1',
		specification: 'profession',
		bandwidth: 40,
		diskSize: 500,
		diskType: 'CLOUD_BASIC',
		partitionQuota: 800,
		topicQuota: 800,
		zoneId,
		zoneIds: [zoneId],
		vpcId: 'vpc-emulator1',
		subnetId: 'subnet-emulator',
		publicNetwork: 3,
		retentionMinutes: 1440,
		elasticBandwidth: false,
		certificateId: '',
		tags: [],
	};
}

/** Attributes of a new instance. */
export function defaultAttributes(): InstanceAttributes {
	return {
		autoTopic: null,
		dynamicRetention: { Enable: 0 },
		dynamicDisk: { Enable: 0 },
		rebalanceTime: 0,
		maxMessageBytes: 1_048_576,
		uncleanElection: 1,
		deleteProtection: 0,
		retentionBytes: -1,
		adminSecurity: false,
		transactionalIdExpirationMs: 604_800_000,
	};
}

/** Settings of a topic with the service's defaults. */
export function topicConfig(given: Partial<TopicConfig> = {}): TopicConfig {
	return {
		Retention: 7_200_000,
		MinInsyncReplicas: 1,
		CleanUpPolicy: 'delete',
		SegmentMs: DAY_MS,
		UncleanLeaderElectionEnable: null,
		SegmentBytes: null,
		MaxMessageBytes: null,
		RetentionBytes: -1,
		LogMsgTimestampType: 'CreateTime',
		...given,
	};
}

/** A topic with the service's defaults for whatever is not given. */
export function newTopic(given: Partial<Topic> & { name: string; id: string }): Topic {
	const topic: Topic = {
		partitions: 3,
		replicas: 2,
		note: '',
		config: topicConfig(),
		whiteListEnabled: false,
		ipWhiteList: [],
		aclRule: '',
		tags: [],
		producerQuota: null,
		consumerQuota: null,
		status: TOPIC_STATUS.normal,
		createdAt: 0,
		modifiedAt: given.createdAt ?? 0,
		listedFrom: 0,
		subscribersFrom: null,
		producers: [],
		logs: [],
		...given,
	};
	setPartitions(topic, topic.partitions);
	return topic;
}

/** Gives a topic that many partitions, the new ones empty. */
export function setPartitions(topic: Topic, partitions: number): void {
	topic.partitions = partitions;
	while (topic.logs.length < partitions) topic.logs.push(emptyLog());
}

function emptyLog(): PartitionLog {
	return { endOffset: 0, messages: [] };
}

/** A consumer group without members and offsets unless they are given. */
export function newGroup(given: Partial<Group> & { name: string }): Group {
	return { members: [], offsets: [], ...given };
}
