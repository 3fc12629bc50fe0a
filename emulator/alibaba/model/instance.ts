import type { CloudInstance } from '../../core/state';
import type {
	Acl,
	ClientSample,
	Group,
	Lingering,
	MetricSeeds,
	Risk,
	SaslUser,
	ScalingRule,
	Tag,
	Topic,
} from './contents';
import type { Durations } from './durations';
import type { Phase } from './status';

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
export interface Instance extends Specification, Deployment, CloudInstance {
	phase: Phase;
	serviceStatus: number;
	viewStatus: number;
	/** A change that was accepted and has not ended. */
	pending: string | null;
	/** Virtual ms since the epoch. */
	expiresAt: number;
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
	/** What of these was deleted and is still listed. */
	lingering: {
		groups: Array<Lingering<Group>>;
		users: Array<Lingering<SaslUser>>;
		acls: Array<Lingering<Acl>>;
	};
	scalingRules: ScalingRule[];
	risks: Risk[];
	clients: ClientSample[];
	/** Whether clients create topics and groups by using them, and how many partitions such topics get. */
	autoTopics: boolean;
	autoGroups: boolean;
	defaultPartitions: number;
	/** Remarks on addresses let in: group name or instance ID, to addresses. */
	allowedGroups: Record<string, string[]>;
	/** Addresses let in, by `vpc` or `internet` and port range, as `vpc 9092/9092`. */
	allowed: Record<string, string[]>;
	/** What CloudMonitor shows of it. */
	metrics: MetricSeeds;
	/** Fields of its record that read otherwise in lists. */
	listedAs: Record<string, unknown>;
	/** Whether the list of its region lacks it. */
	unlisted: boolean;
	durations: Durations;
}
