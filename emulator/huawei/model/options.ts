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
}

/** What the real service does, as far as it is known. */
export const DEFAULT_RULES: Readonly<Rules> = {
	instanceQuota: 100,
	uniqueNames: false,
	missingTopicDelete: 'success',
	scheduledReassignment: 'job_id',
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
