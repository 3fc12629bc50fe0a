import type { CommittedOffset, PartitionLog } from '../../core/kafkaLog';
import { FLOW_STATUS, ROUTE_STATUS, TOPIC_STATUS } from './status';

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

/** Settings of a topic as on the wire; null where nothing is set. */
export interface TopicConfig {
	/** Milliseconds. */
	Retention: number;
	MinInsyncReplicas: number;
	CleanUpPolicy: string;
	SegmentMs: number | null;
	/** Follows the instance when null. */
	UncleanLeaderElectionEnable: number | null;
	SegmentBytes: number | null;
	MaxMessageBytes: number | null;
	RetentionBytes: number | null;
	LogMsgTimestampType: string | null;
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

/** A consumer group: Stable with members, Empty without. */
export interface Group {
	name: string;
	members: Member[];
	offsets: CommittedOffset[];
}

export interface User {
	id: number;
	name: string;
	password: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
	/** Comes with the instance, and cannot be deleted. */
	builtIn: boolean;
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
	/** Empty where there is none. */
	vpcId: string;
	subnetId: string;
	note: string;
	/** Addresses that may use a public route; none for all. */
	allowed: Array<{ CidrBlock: string; PolicyDescription: string }>;
	/** In order of precedence. */
	securityGroups: string[];
	/** Virtual ms since the epoch at which it is to be deleted, null without. */
	deleteAt: number | null;
	status: (typeof ROUTE_STATUS)[keyof typeof ROUTE_STATUS];
}

/** A limit of what clients may produce and consume; numbers of MB/s, null without. */
export interface ThrottleRule {
	id: number;
	/** 1 user or client, 2 consumer group, 3 topic. */
	type: 1 | 2 | 3;
	/** Of the type that it is for; empty otherwise. */
	user: string;
	client: string;
	group: string;
	topic: string;
	consume: number | null;
	produce: number | null;
	/** Virtual ms since the epoch. */
	updatedAt: number;
}

/** Rows of the lists that lag. */
export interface Listed {
	groups: Group;
	users: User;
	acls: Acl;
	aclRules: AclRule;
	throttleRules: ThrottleRule;
}

/** A row that its list does not have as it is. */
export interface Lagging {
	row: Listed[keyof Listed];
	/** Whether it was deleted, or else created. */
	isGone: boolean;
	list: keyof Listed;
	/** Virtual ms since the epoch at which the list is right. */
	until: number;
}
