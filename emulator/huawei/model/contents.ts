import type { CommittedOffset, PartitionLog } from '../../core/kafkaLog';
import type { TaskStatus } from './status';

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
	/** 1 for Kafka's own topics, which cannot be deleted. */
	type: 0 | 1;
	/** Permissions in force, by user name. */
	policies: Record<string, AccessPolicy>;
	/** The partitions' logs; read them by `logsOf`, which adds those still missing. */
	logs: ReplicatedLog[];
	producers: Producer[];
}

/** A partition's log and where it is kept. */
export interface ReplicatedLog extends PartitionLog {
	/** Broker IDs, the leader first. */
	replicas: number[];
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

/** A task that waits for its time. */
export interface ScheduledTask {
	id: string;
	name: string;
	/** JSON text. */
	params: string;
	status: TaskStatus;
	/** Virtual ms since the epoch. */
	createdAt: number;
	updatedAt: number;
	/** When it is carried out. */
	at: number;
	/** Carries it out. */
	run: (at: number) => void;
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

/** A task of Smart Connect, with its settings as they are shown: without secrets. */
export interface ConnectorTask {
	id: string;
	status: 'CREATING' | 'WAITING' | 'RUNNING' | 'PAUSED' | 'RESTARTING' | (string & {});
	/** Virtual ms since the epoch. */
	createdAt: number;
	settings: Record<string, unknown>;
	/** Counts the changes, so that one that is under way ends with the next. */
	changes: number;
}

/** What an instance has of Smart Connect. */
export interface Connector {
	id: string;
	nodes: number;
	tasks: ConnectorTask[];
}

/** A diagnosis of why a consumer group lags. */
export interface DiagnosisReport {
	id: string;
	status: 'diagnosing' | 'finished' | 'failed' | (string & {});
	group: string;
	topic: string;
	/** Virtual ms since the epoch. */
	beganAt: number;
	endedAt?: number;
}

/** Rows of the lists that lag. */
export interface Listed {
	topics: Topic;
	groups: Group;
	users: User;
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
