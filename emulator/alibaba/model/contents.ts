import type { CommittedOffset, PartitionLog } from '../../core/kafkaLog';

/** What lists show only from some time on. */
interface Listed {
	/** Virtual ms since the epoch; at once when left out. */
	listedFrom?: number;
}

export interface Tag {
	Key: string;
	Value: string;
}

export interface Topic extends Listed {
	name: string;
	remark: string;
	partitions: number;
	/** Kept on local disks, not on cloud disks. */
	local: boolean;
	compact: boolean;
	/** Virtual ms since the epoch. */
	createdAt: number;
	/** Virtual time from which its offsets are known. */
	readyFrom: number;
	/** True from the deletion on: still listed for a while, without a status. */
	deleting: boolean;
	/** Settings by name, as text. */
	config: Record<string, string>;
	tags: Tag[];
	/** The partitions' logs; read them by `logsOf`, which adds those still missing. */
	logs: PartitionLog[];
}

export interface Group extends Listed {
	name: string;
	remark: string;
	/** Whether consumers of it are online. */
	active: boolean;
	/** Topics its consumers read, besides those it has offsets of. */
	topics: string[];
	offsets: CommittedOffset[];
	tags: Tag[];
	/** Rebalances, the latest last. */
	rebalances: Rebalance[];
	/** Where its consumers are, one for all partitions. */
	memberIp?: string;
}

export interface SaslUser extends Listed {
	name: string;
	password: string;
	type: 'plain' | 'scram' | 'LDAP';
	/** Serverless: which SCRAM mechanism. */
	mechanism?: string;
}

/** An access control entry, as on the wire. */
export interface Acl extends Listed {
	Username: string;
	AclResourceType: string;
	AclResourceName: string;
	AclResourcePatternType: string;
	AclOperationType: string;
	/** Serverless: ALLOW or DENY, and for which client. */
	AclPermissionType?: string;
	Host?: string;
}

/** A scaling rule of a serverless instance, as on the wire. */
export interface ScalingRule {
	RuleId: number;
	RuleName: string;
	Enable: boolean;
	ScheduleType: 'at' | 'repeat';
	RepeatType?: string;
	WeeklyTypes?: string[];
	FirstScheduledTime: number;
	DurationMinutes: number;
	TimeZone: string;
	ReservedPubFlow: number;
	ReservedSubFlow: number;
}

/** A finding of the inspection, as on the wire. */
export interface Risk {
	Name: string;
	Type: string;
	LevelType: 0 | 1 | 2;
	Status: -1 | 0 | 1;
	GradeType: string;
	Health: boolean;
	CreateTime: number;
	ModifiedTime: number;
	/** Seconds or milliseconds. */
	LastAlarmTime: number;
	ReportType: string;
	ReportValue: string;
	ReportTips: string;
	Value: string;
}

/** A client that a sample has shown. */
export interface ClientSample {
	ip: string;
	connections: number;
	/** When it was seen, virtual ms since the epoch. */
	at: number;
	topic?: string;
	group?: string;
}

/** A rebalance of a group, as on the wire. */
export interface Rebalance {
	Generation: number;
	GroupId: string;
	LastRebalanceTimestamp: number;
	Reason: string;
	RebalanceSuccess: boolean;
	RebalanceTimeConsuming: number;
}

/** Something that was deleted and that lists still show. */
export interface Lingering<Thing> {
	thing: Thing;
	/** Virtual ms since the epoch. */
	until: number;
}

/**
 * What a metric shows of a period, for its start and its end in virtual ms since the epoch; null: CloudMonitor
 * has no point of it.
 */
export type MetricSeed = number | null | ((start: number, end: number) => number | null);

/** Points to start with, by metric; those of a topic as `topic_message_input/orders`. */
export type MetricSeeds = Readonly<Record<string, MetricSeed>>;
