import type { Agenda } from '../../core/agenda';
import type { AlibabaDurations } from './durations';
import type { Phase } from './status';

export interface Tag {
	Key: string;
	Value: string;
}

export interface Topic {
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

/** What a partition holds; offsets count from 0. */
export interface PartitionLog {
	/** Virtual ms since the epoch. */
	updatedAt: number;
	messages: Message[];
}

export interface Message {
	key: string;
	value: string;
	/** Virtual ms since the epoch. */
	timestamp: number;
}

export interface Group {
	name: string;
	remark: string;
	/** Whether consumers of it are online. */
	active: boolean;
	/** Topics its consumers read, besides those it has offsets of. */
	topics: string[];
	offsets: CommittedOffset[];
	tags: Tag[];
}

export interface CommittedOffset {
	topic: string;
	partition: number;
	/** Offset of the message to be read next. */
	offset: number;
}

export interface SaslUser {
	name: string;
	password: string;
	type: 'plain' | 'scram';
}

/** An access control entry, as on the wire. */
export interface Acl {
	Username: string;
	AclResourceType: string;
	AclResourceName: string;
	AclResourcePatternType: string;
	AclOperationType: string;
}

/** What an instance was ordered with. */
export interface Specification {
	/** 0 subscription, 1 pay-as-you-go, 3 serverless, 4 Confluent. */
	paidType: number;
	/** 4 Internet and VPC, 5 VPC. */
	deployType: number;
	specType: string;
	/** Peak traffic in MB/s; absent where the traffic is not bought so. */
	ioMax?: number;
	ioMaxSpec?: string;
	/** 0 efficiency cloud disk, 1 SSD. */
	diskType?: number;
	/** GB. */
	diskSize?: number;
	/** Internet traffic in MB/s. */
	eipMax: number;
	topicQuota: number;
	/** Partitions bought; 0 when topics were bought. */
	partitionNum: number;
	resourceGroupId: string;
	/** Serverless: capacities reserved for writing and reading. */
	reservedPublish?: number;
	reservedSubscribe?: number;
}

/** What StartInstance and later changes set. */
export interface Deployment {
	name: string;
	vpcId: string;
	vSwitchId: string;
	zoneId: string;
	securityGroup: string;
	/** Kafka version; empty until deployed. */
	version: string;
	/** Whether a newer minor build of the version exists. */
	oldBuild: boolean;
	/** Settings as text, by name. */
	config: Record<string, string>;
}

/** A Kafka instance. */
export interface Instance extends Specification, Deployment {
	id: string;
	region: string;
	phase: Phase;
	serviceStatus: number;
	viewStatus: number;
	/** A change that was accepted and has not ended. */
	pending: string | null;
	/** Virtual ms since the epoch. */
	createdAt: number;
	expiresAt: number;
	/** Virtual time from which it is known. */
	visibleFrom: number;
	/** True once deleted for good. */
	gone: boolean;
	/** Orders of it, the first one bought it. */
	orderIds: string[];
	/** The deployment ends in 101. */
	createFails: boolean;
	/** Upgrades end in 102. */
	upgradeFails: boolean;
	tags: Tag[];
	topics: Topic[];
	groups: Group[];
	users: SaslUser[];
	acls: Acl[];
	/** Addresses let in, by `vpc` or `internet` and port range, as `vpc 9092/9092`. */
	allowed: Record<string, string[]>;
	durations: AlibabaDurations;
	agenda: Agenda;
}
