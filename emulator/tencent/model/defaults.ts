import { zonesOf } from './catalogue';
import type { Group, Route, Topic, TopicConfig, User } from './contents';
import type { InstanceAttributes, InstanceSettings } from './instance';
import { setPartitions } from './partitions';
import { ROUTE_STATUS, TOPIC_STATUS } from './status';

/** What an instance is ordered with when nothing else is said. */
export function defaultSettings(region: string): Omit<InstanceSettings, 'name'> {
	const zoneId = zonesOf(region)[0]?.id ?? 0;
	return {
		prePaid: false,
		months: 1,
		renewFlag: 0,
		version: '2.4.1',
		elasticStorage: false,
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
		dynamicRetention: {
			Enable: 0,
			DiskQuotaPercentage: 75,
			StepForwardPercentage: 10,
			BottomRetention: 360,
		},
		dynamicDisk: {
			Enable: 0,
			DiskQuotaPercentage: 75,
			StepForwardPercentage: 10,
			MaxDiskSpace: 500_000,
		},
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
		SegmentMs: null,
		UncleanLeaderElectionEnable: 1,
		SegmentBytes: null,
		MaxMessageBytes: 8_388_608,
		RetentionBytes: null,
		LogMsgTimestampType: null,
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

/** A consumer group without members and offsets unless they are given, which stay the giver's own. */
export function newGroup(given: Partial<Group> & { name: string }): Group {
	return { members: [], offsets: [], ...structuredClone(given) };
}

/** A SASL user unless something else is given. */
export function newUser(given: Partial<User> & { id: number; name: string }): User {
	const { createdAt = 0 } = given;
	return { password: '', createdAt, updatedAt: createdAt, builtIn: false, ...given };
}

/** A usable route inside a VPC unless something else is given. */
export function newRoute(given: Partial<Route> & { id: number; vip: string }): Route {
	return {
		main: false,
		vipType: 3,
		accessType: 0,
		vpcId: '',
		subnetId: '',
		note: '',
		allowed: [],
		securityGroups: [],
		deleteAt: null,
		status: ROUTE_STATUS.created,
		...given,
	};
}
