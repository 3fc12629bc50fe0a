import type { Agenda } from '../../core/agenda';
import type { Durations } from './durations';

/** Status of an instance; 6 is not documented. */
export const STATUS = {
	createFailed: -1,
	creating: 0,
	running: 1,
	deleting: 2,
	deleted: 3,
	deleteFailed: 4,
	isolated: 5,
	upgrading: 7,
} as const;

export type InstanceStatus = (typeof STATUS)[keyof typeof STATUS];

/** Status of a topic. */
export const TOPIC_STATUS = { normal: 0, deleting: 2 } as const;

/** Status of a route. */
export const ROUTE_STATUS = {
	creating: 1,
	created: 2,
	createFailed: 3,
	deleting: 4,
	deleteFailed: 6,
} as const;

/** State of a flow. 0 is success, 1 is failure. */
export const FLOW_STATUS = { succeeded: 0, failed: 1, running: 2 } as const;

/** A tag as on the wire. */
export interface Tag {
	TagKey: string;
	TagValue: string;
}

/** A background job, asked for with DescribeTaskStatus. */
export interface Flow {
	id: number;
	/** Operation that began it. */
	operation: string;
	instanceId: string;
	region: string;
	status: (typeof FLOW_STATUS)[keyof typeof FLOW_STATUS];
	/** Why it failed; empty otherwise. */
	output: string;
}

export interface Message {
	offset: number;
	key: string | null;
	value: string;
	/** Virtual ms since the epoch. */
	timestamp: number;
}

/** What a partition holds. */
export interface PartitionLog {
	endOffset: number;
	messages: Message[];
}

/** Settings of a topic as on the wire; null where nothing is set. */
export interface TopicConfig {
	/** Milliseconds. */
	Retention: number;
	MinInsyncReplicas: number;
	CleanUpPolicy: string;
	SegmentMs: number;
	/** Follows the instance when null. */
	UncleanLeaderElectionEnable: number | null;
	SegmentBytes: number | null;
	MaxMessageBytes: number | null;
	RetentionBytes: number;
	LogMsgTimestampType: string;
}

export interface Topic {
	name: string;
	id: string;
	partitions: number;
	replicas: number;
	note: string;
	config: TopicConfig;
	whiteListEnabled: boolean;
	ipWhiteList: string[];
	/** Name of the preset ACL rule in force, empty without. */
	aclRule: string;
	tags: Tag[];
	/** MB/s. */
	producerQuota: number | null;
	consumerQuota: number | null;
	status: (typeof TOPIC_STATUS)[keyof typeof TOPIC_STATUS];
	/** Virtual ms since the epoch. */
	createdAt: number;
	modifiedAt: number;
	/** Virtual time from which the lists know it. */
	listedFrom: number;
	/** Virtual time from which its subscribers are known; null until they are asked for. */
	subscribersFrom: number | null;
	/** Addresses of producers. */
	producers: Array<{ address: string; connectedAt: number }>;
	/** One for each partition. */
	logs: PartitionLog[];
}

/** A consumer of a group. */
export interface Member {
	id: string;
	clientId: string;
	host: string;
	assignment: Array<{ topic: string; partitions: number[] }>;
}

export interface GroupOffset {
	topic: string;
	partition: number;
	offset: number;
}

/** A consumer group: Stable with members, Empty without. */
export interface Group {
	name: string;
	members: Member[];
	offsets: GroupOffset[];
}

export interface User {
	id: number;
	name: string;
	password: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
}

/** An ACL as DescribeACL prints it. */
export interface Acl {
	/** 2 topic, 3 group, 4 cluster. */
	ResourceType: number;
	ResourceName: string;
	Principal: string;
	Host: string;
	Operation: number;
	/** 2 deny, 3 allow. */
	PermissionType: number;
}

/** One permission of an ACL rule, in words. */
export interface AclRuleEntry {
	Operation: 'All' | 'Read' | 'Write';
	PermissionType: 'Deny' | 'Allow';
	Host: string;
	Principal: string;
}

export interface AclRule {
	id: number;
	name: string;
	patternType: 'PREFIXED' | 'PRESET';
	pattern: string;
	entries: AclRuleEntry[];
	/** Whether new topics get it. */
	applied: boolean;
	comment: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
}

/** A way to reach the instance. */
export interface Route {
	id: number;
	/** Made with the instance. */
	main: boolean;
	/** 1 public, 3 VPC, 7 internal support. */
	vipType: number;
	/** 0 plaintext, 1 sasl_plaintext, 3 sasl_ssl, 4 and 5 SASL with SCRAM. */
	accessType: number;
	vip: string;
	vpcId: string | null;
	subnetId: string | null;
	note: string;
	/** Virtual ms since the epoch at which it is to be deleted, null without. */
	deleteAt: number | null;
	status: (typeof ROUTE_STATUS)[keyof typeof ROUTE_STATUS];
}

/** What an instance is ordered with. */
export interface InstanceSettings {
	name: string;
	/** Ordered for months; pay as you go otherwise. */
	prePaid: boolean;
	/** Months ordered, pre-paid only. */
	months: number;
	/** 1 renews by itself, 2 does not, 0 is not decided. */
	renewFlag: number;
	version: string;
	specification: 'standard' | 'profession' | 'premium';
	/** MB/s. */
	bandwidth: number;
	/** GB. */
	diskSize: number;
	diskType: string;
	partitionQuota: number;
	topicQuota: number;
	/** Zone of the default access point. */
	zoneId: number;
	/** All zones. */
	zoneIds: number[];
	vpcId: string;
	subnetId: string;
	/** Public bandwidth in Mbps, the free 3 included. */
	publicNetwork: number;
	/** Minutes. */
	retentionMinutes: number;
	elasticBandwidth: boolean;
	certificateId: string;
	tags: Tag[];
}

/** What ModifyInstanceAttributes may change besides. */
export interface InstanceAttributes {
	autoTopic: { partitions: number; replicas: number } | null;
	dynamicRetention: Record<string, number>;
	dynamicDisk: Record<string, number>;
	/** Unix time in seconds, 0 without. */
	rebalanceTime: number;
	maxMessageBytes: number;
	uncleanElection: number;
	deleteProtection: number;
	retentionBytes: number;
	/** Risky admin interfaces are blocked, for good. */
	adminSecurity: boolean;
	transactionalIdExpirationMs: number;
}

/** A Kafka instance. */
export interface Instance extends InstanceSettings, InstanceAttributes {
	id: string;
	region: string;
	status: InstanceStatus;
	/** Virtual ms since the epoch. */
	createdAt: number;
	/** Virtual ms since the epoch, 0 when it is paid as it goes. */
	expiresAt: number;
	/** Virtual time from which it can be found. */
	visibleFrom: number;
	/** A change is accepted or under way. */
	changing: boolean;
	/** No longer found. */
	gone: boolean;
	vip: string;
	topics: Topic[];
	groups: Group[];
	users: User[];
	acls: Acl[];
	aclRules: AclRule[];
	routes: Route[];
	/** Operations whose background work fails. */
	failingTasks: string[];
	durations: Durations;
	agenda: Agenda;
}
