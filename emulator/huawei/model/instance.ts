import type { CloudInstance } from '../../core/state';
import type {
	ClientQuota,
	Connector,
	DiagnosisReport,
	Group,
	Lagging,
	RebalanceLog,
	ScheduledTask,
	Tag,
	Task,
	Topic,
	TopicQuota,
	User,
} from './contents';
import type { Durations } from './durations';
import type { InstanceStatus } from './status';

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

/** When disks grow by themselves, as ShowVolumeExpandConfig has it. */
export interface DiskExpansion {
	auto_volume_expand_enable: boolean;
	/** Percent. */
	expand_threshold: number;
	/** Percent. */
	expand_increment: number;
	/** GB. */
	max_volume_size: number;
}

/** A Kafka instance. */
export interface Instance extends InstanceSettings, CloudInstance {
	projectId: string;
	status: InstanceStatus;
	/** Whether the connection addresses are known. */
	connected: boolean;
	/** True from the delete request on: lists leave it out. */
	deleting: boolean;
	/** Virtual time at which it went into the recycle bin. */
	recycledAt?: number;
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
	/** What lists show late. */
	lagging: Lagging[];
	tasks: Task[];
	scheduledTasks: ScheduledTask[];
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
	topicLog: RebalanceLog | null;
	reports: DiagnosisReport[];
	/** Smart Connect, where it is on. */
	connector: Connector | null;
	/** Version of the kernel, which is not the engine's. */
	kernelVersion: string;
	diskExpansion: DiskExpansion;
	dnsEnabled: boolean;
	/** Disk expansions so far. */
	extendTimes: number;
	durations: Durations;
	/** What its record shows instead of what it would; undefined leaves it out. */
	shown: Record<string, unknown>;
}
