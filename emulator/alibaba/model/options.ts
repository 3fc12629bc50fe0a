import type { TopicSeed } from '../../core/state';
import type {
	Acl,
	ClientSample,
	Group,
	MetricSeeds,
	Risk,
	SaslUser,
	ScalingRule,
	Tag,
	Topic,
} from './contents';
import type { Durations } from './durations';
import type { Deployment, Specification } from './instance';
import type { Phase } from './status';

/** Rules of the emulated service that can be switched. */
export interface Rules {
	/** Instances the account may have in a region. */
	instanceQuota: number;
	/** Refuse to deploy under a name in use; the document asks for names unique in the region. */
	uniqueNames: boolean;
	/** Answer refusals of AliKafka with the HTTP status of the error table, not with 200. */
	httpStatuses: boolean;
	/** Print lists of instances, topics and groups bare, as the document's samples do. */
	bareLists: boolean;
	/** Print ViewInstanceStatusCode, which the document does not know. */
	viewStatus: boolean;
	/** Refuse to release an instance that has topics or consumer groups, unless it is forced. */
	releaseNeedsEmpty: boolean;
	/** List for the user * only the access control entries for everybody, not those of all users. */
	everybodyIsOne: boolean;
	/** Refuse to list the access control entries for a topic or a consumer group that does not exist. */
	aclsNeedResource: boolean;
	/** Tags a page of ListTagResources holds. */
	tagPageSize: number;
	/** Resources of an account that may have one tag; no page says how many. */
	resourcesPerTag: number;
	/** Print the IDs of all regions as a list that holds the map, the other form that is known of it. */
	idsInList: boolean;
	/** Queries of metrics that are left this month. */
	metricCalls: number;
	/** Leave the points out of an answer that has none, instead of an empty list. */
	noEmptyPoints: boolean;
}

/** What the real service does, as far as it is known. */
export const DEFAULT_RULES: Readonly<Rules> = {
	instanceQuota: 100,
	uniqueNames: true,
	httpStatuses: false,
	bareLists: false,
	viewStatus: true,
	releaseNeedsEmpty: false,
	everybodyIsOne: false,
	aclsNeedResource: false,
	tagPageSize: 20,
	resourcesPerTag: Infinity,
	idsInList: false,
	metricCalls: 1_000_000,
	noEmptyPoints: false,
};

/** What the next instances are to go through. */
export interface InstancePlan {
	/** Exact name they are deployed under; every instance when left out. */
	name?: string;
	/** Deployments end in 101. */
	createFails?: boolean;
	/** Upgrades end in 102. */
	upgradeFails?: boolean;
	durations?: Partial<Durations>;
}

/** An instance to start with; everything but the name has a default. */
export interface InstanceSeed extends Partial<Specification>, Partial<Deployment> {
	name: string;
	id?: string;
	/** Default cn-hangzhou. */
	region?: string;
	/** Default serving. */
	phase?: Phase;
	orderId?: string;
	/** Virtual ms since the epoch. */
	createdAt?: number;
	expiresAt?: number;
	upgradeFails?: boolean;
	tags?: Tag[];
	topics?: Array<TopicSeed<Topic>>;
	groups?: Array<Partial<Group> & { name: string }>;
	users?: Array<Partial<SaslUser> & { name: string }>;
	acls?: Acl[];
	scalingRules?: ScalingRule[];
	risks?: Risk[];
	clients?: ClientSample[];
	autoTopics?: boolean;
	autoGroups?: boolean;
	defaultPartitions?: number;
	/** What CloudMonitor shows of it, see `MetricSeeds`. */
	metrics?: MetricSeeds;
	/** Fields of its record that read otherwise in lists; `undefined` leaves one out. */
	listedAs?: Record<string, unknown>;
	/** Whether the list of its region lacks it, though the IDs of all regions name it. */
	unlisted?: boolean;
	durations?: Partial<Durations>;
}

/** What this cloud is set up with. */
export interface AlibabaSetup {
	durations: Durations;
	rules: Rules;
	plan: InstancePlan;
	seed: InstanceSeed;
}
