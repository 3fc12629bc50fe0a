import type { Agenda } from '../../core/agenda';
import type { Durations } from './durations';

export type InstanceStatus =
	| 'CREATING'
	| 'CREATEFAILED'
	| 'RUNNING'
	| 'ERROR'
	| 'RESTARTING'
	| 'EXTENDING'
	| 'EXTENDEDFAILED'
	| 'DELETING'
	| (string & {});

export interface Tag {
	key: string;
	value: string;
}

export interface Topic {
	name: string;
	partition: number;
	replication: number;
	retentionTime: number;
	syncReplication: boolean;
	syncMessageFlush: boolean;
	/** Settings by name, as text. */
	configs: Record<string, string>;
	description: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	/** Virtual time from which lists show it. */
	listedFrom: number;
	/** 1 for Kafka's own topics, which cannot be deleted. */
	type: 0 | 1;
	/** Permissions in force, by user name. */
	policies: Record<string, AccessPolicy>;
	/** The partitions' logs; read them by `logsOf`, which adds those still missing. */
	logs: PartitionLog[];
	producers: Producer[];
}

/** What a partition holds. Offsets count from the start of the partition's life. */
export interface PartitionLog {
	/** Broker IDs, the leader first. */
	replicas: number[];
	/** First offset still held. */
	startOffset: number;
	/** Offset the next message gets. */
	endOffset: number;
	/** Virtual ms since the epoch. */
	updatedAt: number;
	/** Messages still held, by offset. */
	messages: Message[];
}

export interface Message {
	offset: number;
	key: string | null;
	value: string;
	/** Virtual ms since the epoch. */
	timestamp: number;
}

/** A client connected to write to a topic. */
export interface Producer {
	/** Address and port. */
	address: string;
	/** Broker ID. */
	broker: number;
	/** Virtual ms since the epoch. */
	joinedAt: number;
}

/** A consumer group: STABLE with members, EMPTY without. */
export interface Group {
	name: string;
	description: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	members: Member[];
	/** Committed offsets. */
	offsets: CommittedOffset[];
}

export interface Member {
	memberId: string;
	clientId: string;
	host: string;
	assignment: Array<{ topic: string; partitions: number[] }>;
}

export interface CommittedOffset {
	topic: string;
	partition: number;
	/** Offset of the message to be read next. */
	offset: number;
}

export type AccessPolicy = 'all' | 'pub' | 'sub';

export interface User {
	name: string;
	password: string;
	description: string;
	role: string;
	defaultApp: boolean;
	/** Virtual ms since the epoch. */
	createdAt: number;
}

export type TaskStatus = 'CREATED' | 'EXECUTING' | 'SUCCESS' | 'FAILED' | 'DELETED';

export interface Task {
	id: string;
	name: string;
	/** JSON text. */
	params: string;
	status: TaskStatus;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
	/** Virtual time from which it is listed. */
	listedFrom: number;
}

/** Bytes per second; undefined is no limit. */
export interface Rates {
	producer?: number;
	consumer?: number;
}

export interface TopicQuota extends Rates {
	topic: string;
}

/** A quota of a user, a client or both, or of all users or all clients. */
export interface ClientQuota extends Rates {
	user: string;
	client: string;
	userDefault: boolean;
	clientDefault: boolean;
}

export interface RebalanceLog {
	id: string;
	status: 'OPEN' | 'CLOSE';
	groupId: string;
	streamId: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
}

export interface PortProtocol {
	private_plain_enable: boolean;
	private_sasl_ssl_enable: boolean;
	private_sasl_plaintext_enable: boolean;
	public_plain_enable: boolean;
	public_sasl_ssl_enable: boolean;
	public_sasl_plaintext_enable: boolean;
}

/** What an instance was ordered with and what UpdateInstance may change. */
export interface InstanceSettings {
	name: string;
	description: string;
	engineVersion: string;
	productId: string;
	brokerNum: number;
	/** Total storage in GB. */
	storageSpace: number;
	storageSpecCode: string;
	vpcId: string;
	subnetId: string;
	securityGroupId: string;
	/** Zone IDs. */
	availableZones: string[];
	/** HH:mm:ss. */
	maintainBegin: string;
	maintainEnd: string;
	enablePublicIp: boolean;
	publicIpIds: string[];
	sslEnable: boolean;
	securityProtocol: 'PLAINTEXT' | 'SASL_SSL' | 'SASL_PLAINTEXT';
	saslMechanisms: string[];
	portProtocol: PortProtocol;
	accessUser: string;
	retentionPolicy: 'time_base' | 'produce_reject';
	ipv6Enable: boolean;
	diskEncrypted: boolean;
	diskEncryptedKey: string;
	connectorEnable: boolean;
	enableAutoTopic: boolean;
	enterpriseProjectId: string;
	vpcClientPlain: boolean;
	prePaid: boolean;
}

/** A Kafka instance. */
export interface Instance extends InstanceSettings {
	id: string;
	projectId: string;
	region: string;
	status: InstanceStatus;
	/** Virtual ms since the epoch. */
	createdAt: number;
	/** Virtual time from which it can be found. */
	visibleFrom: number;
	/** Whether the connection addresses are known. */
	connected: boolean;
	/** True once deleted for good: the API answers 404. */
	gone: boolean;
	/** True from the delete request on: lists leave it out. */
	deleting: boolean;
	/** Private address of each broker, assigned at creation. */
	brokerIps: string[];
	publicIps: string[];
	portIds: string[];
	storageResourceId: string;
	orderId: string;
	tags: Tag[];
	topics: Topic[];
	users: User[];
	groups: Group[];
	tasks: Task[];
	/** Names of background tasks that end FAILED. */
	failingTasks: string[];
	/** Configuration parameters that differ from their defaults. */
	configs: Record<string, string>;
	/** Static parameters that wait for a restart. */
	pendingConfigs: Record<string, string>;
	/** Addresses advertised for cross-VPC access, by broker address, where they differ. */
	advertisedIps: Record<string, string>;
	/** Kafka Manager; `managerClosed` makes the paths with /management/ unavailable. */
	managerUser: string;
	managerPassword: string;
	managerClosed: boolean;
	topicQuotas: TopicQuota[];
	clientQuotas: ClientQuota[];
	rebalanceLog: RebalanceLog | null;
	/** Disk expansions so far. */
	extendTimes: number;
	durations: Durations;
	agenda: Agenda;
}
