import type { CloudInstance } from '../../core/state';
import type {
	Acl,
	AclRule,
	Group,
	Lagging,
	Route,
	Tag,
	ThrottleRule,
	Topic,
	User,
} from './contents';
import type { Durations } from './durations';
import type { InstanceStatus } from './status';

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
	/** Storage grows on demand, and has no size of its own. */
	elasticStorage: boolean;
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
export interface Instance extends InstanceSettings, InstanceAttributes, CloudInstance {
	status: InstanceStatus;
	/** Virtual ms since the epoch, 0 when it is paid as it goes. */
	expiresAt: number;
	/** Broker build that runs. */
	build: string;
	/** A change is accepted or under way. */
	changing: boolean;
	vip: string;
	topics: Topic[];
	groups: Group[];
	users: User[];
	acls: Acl[];
	aclRules: AclRule[];
	throttleRules: ThrottleRule[];
	/** What is done by itself, by type and subtype of ModifyRoutineMaintenanceTask. */
	maintenance: Record<string, Record<string, unknown>>;
	/** IDs of brokers whose replicas are not in sync. */
	laggingBrokers: number[];
	/** Networks from which Prometheus may scrape. */
	prometheus: Array<{ VpcId: string; SubnetId: string }>;
	routes: Route[];
	/** What lists show late. */
	lagging: Lagging[];
	/** Tags as lists have shown them, each until the change after it is seen there. */
	listedTags: Array<{ tags: Tag[]; until: number }>;
	/** What its records print otherwise than they would. */
	printed: Record<string, unknown>;
	/** Operations whose background work fails. */
	failingTasks: string[];
	durations: Durations;
}
