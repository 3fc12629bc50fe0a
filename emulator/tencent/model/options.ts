import type { TopicSeed } from '../../core/state';
import type { Acl, AclRule, Group, Route, ThrottleRule, Topic, User } from './contents';
import type { Durations } from './durations';
import type { InstanceAttributes, InstanceSettings } from './instance';
import type { InstanceStatus } from './status';

/** Rules of the emulated service that can be switched. */
export interface Rules {
	/** Instances a region may have. */
	instanceQuota: number;
	/** Whether what is created in a network needs one that the account has. */
	networksExist: boolean;
	/** Routes an instance may have, the one it is made with included. */
	routeQuota: number;
	/**
	 * How an operation whose answer has a ReturnCode refuses: by Response.Error, or by a ReturnCode
	 * other than "0".
	 */
	refusals: 'error' | 'returnCode';
	/**
	 * What the possibly asynchronous operations that are done at once answer: what the vendor's example of
	 * the operation prints, no Data, a FlowId 0, or the FlowId of a flow that has succeeded.
	 */
	doneAtOnce: 'printed' | 'null' | 'zero' | 'flow';
	/**
	 * What operations answer that go on in the background: what their examples print, which name a flow for
	 * a new route only, or the flow to follow.
	 */
	flows: 'printed' | 'named';
	/** How the status of a route is listed: not at all, as in the vendor's example, as null, or as a number. */
	routeStatus: 'absent' | 'null' | 'number';
	/** Objects that Monitor takes in a request: 10 by its pages, 50 by the newer SDK. */
	monitorObjects: number;
	/** Points of an object that Monitor takes in a request: 1,440 by its pages, 7,200 by the newer SDK. */
	monitorPoints: number;
	/** What Monitor calls the ID of an instance: one of two spellings in the vendor's documents. */
	monitorDimension: 'instanceId' | 'InstanceId';
}

/** What the real service does, as far as it is known. */
export const DEFAULT_RULES: Readonly<Rules> = {
	instanceQuota: 100,
	// Tests and examples name networks that nobody has.
	networksExist: false,
	routeQuota: 10,
	refusals: 'error',
	doneAtOnce: 'printed',
	flows: 'printed',
	routeStatus: 'absent',
	monitorObjects: 10,
	monitorPoints: 1440,
	monitorDimension: 'instanceId',
};

/** What the next instances of a name are to go through. */
export interface InstancePlan {
	/** Exact name, in a batch also the one with its suffix; every instance when left out. */
	name?: string;
	/** End in -1. */
	createFails?: boolean;
	/** The order itself fails: no instance comes of it. */
	dealFails?: boolean;
	/** Operations whose background work fails. */
	failingTasks?: string[];
	durations?: Partial<Durations>;
}

/** An instance to start with; everything but the name has a default. */
export interface InstanceSeed extends Partial<InstanceSettings>, Partial<InstanceAttributes> {
	name: string;
	id?: string;
	/** Default ap-guangzhou. */
	region?: string;
	/** Default 1 (running); 0 begins a creation now. */
	status?: InstanceStatus;
	/** Virtual ms since the epoch; by default now. */
	createdAt?: number;
	/** Virtual ms since the epoch; by default `months` from now, for pre-paid instances only. */
	expiresAt?: number;
	/**
	 * What its records print otherwise than they would, as recorded answers of the service do; `undefined` leaves a
	 * field out.
	 */
	printed?: Record<string, unknown>;
	topics?: Array<TopicSeed<Topic>>;
	groups?: Array<Partial<Group> & { name: string }>;
	users?: Array<Partial<User> & { name: string }>;
	acls?: Acl[];
	aclRules?: AclRule[];
	throttleRules?: ThrottleRule[];
	prometheus?: Array<{ VpcId: string; SubnetId: string }>;
	/** Further routes, besides the one every instance has. */
	routes?: Array<Partial<Route>>;
	/** Operations whose background work fails. */
	failingTasks?: string[];
	durations?: Partial<Durations>;
}

/** What this cloud is set up with. */
export interface TencentSetup {
	durations: Durations;
	rules: Rules;
	plan: InstancePlan;
	seed: InstanceSeed;
}
