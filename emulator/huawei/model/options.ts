import type { TopicSeed } from '../../core/state';
import type { ClientQuota, Group, Tag, Topic, TopicQuota, User } from './contents';
import type { Durations } from './durations';
import type { InstanceSettings } from './instance';
import type { InstanceStatus } from './status';

/** Rules of the emulated service that can be switched. */
export interface Rules {
	/** Instances a project may have. */
	instanceQuota: number;
	/** Refuse a name in use (DMS.00400060); the real service lets it pass. */
	uniqueNames: boolean;
	/** What deleting a topic that does not exist reports. */
	missingTopicDelete: 'success' | 'failed';
	/** What a scheduled reassignment answers: the document has job_id, public clients schedule_id. */
	scheduledReassignment: 'job_id' | 'schedule_id';
	/** What an upgrade answers: the newest SDKs have an object, the documents a bare ID. */
	upgradeAnswer: 'object' | 'text';
	/** Whether messages are deleted under the newer path, POST .../messages/delete, too. */
	newerMessageDeletion: boolean;
	/** How permissions are changed: in a job, or on older clouds by a task whose ID is not told (204). */
	permissionChange: 'job' | 'silent';
	/** What is told of a consumer group that does not exist: 200 with state DEAD, or DMS.111400864. */
	missingGroup: 'dead' | 'refused';
	/** Whether the name that an instance has already is refused (an old report; DMS.00400010). */
	refuseUnchangedName: boolean;
	/** Days that deleted instances stay in the recycle bin; 0 where the region has none. */
	recycleDays: number;
	/** Whether deleted instances go into that recycle bin. */
	recycles: boolean;
	/** What an instance in the bin costs per hour, as the bin says. */
	recycleCost: number;
	/** Whether the bin, which all engines share, has an instance of another engine, too. */
	recyclesOthers: boolean;
	/** Whether adding a tag replaces the value of one with its key, of which no document says so. */
	tagsReplaced: boolean;
	/** Most metrics a call of Cloud Eye: 500 by its reference, 10 on other clouds. */
	metricsPerCall: number;
}

/** What the real service does, as far as it is known. */
export const DEFAULT_RULES: Readonly<Rules> = {
	instanceQuota: 100,
	uniqueNames: false,
	missingTopicDelete: 'success',
	scheduledReassignment: 'job_id',
	upgradeAnswer: 'object',
	newerMessageDeletion: true,
	permissionChange: 'job',
	missingGroup: 'dead',
	refuseUnchangedName: true,
	recycleDays: 0,
	recycles: true,
	recycleCost: 0,
	recyclesOthers: false,
	tagsReplaced: true,
	metricsPerCall: 500,
};

/** What the next instances of a name are to go through. */
export interface InstancePlan {
	/** Exact name; every instance when left out. */
	name?: string;
	/** End in CREATEFAILED. */
	createFails?: boolean;
	/** Names of background tasks that end FAILED. */
	failingTasks?: string[];
	durations?: Partial<Durations>;
}

/** An instance to start with; everything but the name has a default. */
export interface InstanceSeed extends Partial<InstanceSettings> {
	name: string;
	/** Region, by default the first project's. */
	region?: string;
	/** Name of a project, where it is not the region's own. */
	project?: string;
	/** Unix time in milliseconds; by default now. */
	createdAt?: number;
	/** What its record shows instead of what it would, such as values that were seen; undefined leaves it out. */
	shown?: Record<string, unknown>;
	/** Default RUNNING; CREATING begins a creation now. */
	status?: InstanceStatus;
	tags?: Tag[];
	topics?: Array<TopicSeed<Topic>>;
	users?: Array<Partial<User> & { name: string }>;
	groups?: Array<Partial<Group> & { name: string }>;
	topicQuotas?: TopicQuota[];
	clientQuotas?: ClientQuota[];
	/** Names of background tasks that end FAILED. */
	failingTasks?: string[];
	durations?: Partial<Durations>;
}

/** What this cloud is set up with. */
export interface HuaweiSetup {
	durations: Durations;
	rules: Rules;
	plan: InstancePlan;
	seed: InstanceSeed;
}
