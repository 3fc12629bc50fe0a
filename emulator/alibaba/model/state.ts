import { Agenda } from '../../core/agenda';
import type { VirtualClock } from '../../core/clock';
import { Ids } from '../../core/ids';
import { defaultLists } from '../requests/addresses';
import {
	DEFAULT_CONFIG,
	DEFAULT_SPECIFICATION,
	deployed,
	newGroup,
	newTopic,
	newUser,
	undeployed,
} from './defaults';
import { DEFAULT_DURATIONS, type AlibabaDurations } from './durations';
import type {
	Acl,
	Deployment,
	Group,
	Instance,
	SaslUser,
	Specification,
	Tag,
	Topic,
} from './instance';
import { planExpiry } from './lifecycle';
import { produce, type NewMessage } from './partitions';
import { enter, type Phase } from './status';

/** Virtual ms. */
export const MONTH = 30 * 24 * 3_600_000;
/** Pay-as-you-go instances have an expiry time too, far off. */
const FAR = 120;

/** Rules of the emulated service that can be switched. */
export interface AlibabaRules {
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
	/** Tags a page of ListTagResources holds. */
	tagPageSize: number;
}

/** What the next instances are to go through. */
export interface AlibabaPlan {
	/** Exact name they are deployed under; every instance when left out. */
	name?: string;
	/** Deployments end in 101. */
	createFails?: boolean;
	/** Upgrades end in 102. */
	upgradeFails?: boolean;
	durations?: Partial<AlibabaDurations>;
}

/** An instance to start with; everything but the name has a default. */
export interface AlibabaSeed extends Partial<Specification>, Partial<Deployment> {
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
	topics?: Array<Partial<Topic> & { name: string; messages?: NewMessage[] }>;
	groups?: Array<Partial<Group> & { name: string }>;
	users?: Array<Partial<SaslUser> & { name: string }>;
	acls?: Acl[];
	durations?: Partial<AlibabaDurations>;
}

/** What an order says beside the specification. */
export interface Order {
	region: string;
	tags: Tag[];
	/** Months bought; 0 is pay-as-you-go. */
	months: number;
	/** The duration until the instance is known. */
	listedAfter: 'orderListed' | 'instanceListed';
}

const KINDS: Record<number, string> = { 0: 'pre', 1: 'post', 3: 'serverless', 4: 'confluent' };

/** Names beginning so end in 101 without a plan. */
export const FAILING_PREFIX = 'createfail';

/** Everything the emulated Alibaba Cloud holds. */
export class AlibabaState {
	/** Durations of instances ordered from now on. */
	durations: AlibabaDurations = { ...DEFAULT_DURATIONS };
	readonly rules: AlibabaRules = {
		instanceQuota: 100,
		uniqueNames: true,
		httpStatuses: false,
		bareLists: false,
		viewStatus: true,
		releaseNeedsEmpty: false,
		tagPageSize: 20,
	};
	readonly plans: AlibabaPlan[] = [];
	private readonly ids: Ids;
	private readonly all: Instance[] = [];

	constructor(
		private readonly clock: VirtualClock,
		seed: string,
	) {
		this.ids = new Ids(`alibaba/${seed}`);
	}

	/** Virtual time, ms since the epoch. */
	get now(): number {
		return this.clock.now();
	}

	/** All instances that exist, of all regions, brought up to the present; oldest first. */
	get instances(): Instance[] {
		const { now } = this;
		for (const instance of this.all) instance.agenda.settle(now);
		return this.all.filter((instance) => !instance.gone);
	}

	/** The instances that are known by now, oldest first. */
	get visible(): Instance[] {
		const { now } = this;
		return this.instances.filter((instance) => instance.visibleFrom <= now);
	}

	/** The first existing instance of a name, in any region. */
	named(name: string): Instance | undefined {
		return this.instances.find((instance) => instance.name === name);
	}

	/** An order number, 15 digits. */
	orderId(): string {
		return String(230_000_000_000_000 + this.ids.number(2 ** 32) * 1000);
	}

	/** Buys an instance, which waits to be deployed. */
	order(specification: Specification, order: Order): Instance {
		const { region, tags, months, listedAfter } = order;
		const id = this.instanceId(specification.paidType);
		const instance = this.blank(id, region, specification, undeployed(id));
		instance.tags = tags;
		instance.expiresAt = this.now + (months || FAR) * MONTH;
		instance.orderIds.push(this.orderId());
		instance.allowed = defaultLists(instance);
		this.follow(instance, undefined);
		instance.visibleFrom = this.now + instance.durations[listedAfter];
		// Subscriptions are bought with automatic renewal by the month.
		if (months) planExpiry(instance, MONTH);
		this.all.push(instance);
		return instance;
	}

	/** Applies what is planned for instances of a name, or for every one. */
	follow(instance: Instance, name: string | undefined): void {
		for (const plan of this.plans.filter((candidate) => candidate.name === name)) {
			instance.createFails ||= plan.createFails === true;
			instance.upgradeFails ||= plan.upgradeFails === true;
			Object.assign(instance.durations, plan.durations);
		}
		if (name?.startsWith(FAILING_PREFIX)) instance.createFails = true;
	}

	/** Puts an instance there, with what it holds. */
	seed(seed: AlibabaSeed): Instance {
		const { region = 'cn-hangzhou', phase = 'serving', durations, ...given } = seed;
		const { topics = [], groups = [], users = [], orderId, ...others } = given;
		const { config, ...settings } = others;
		const id = seed.id ?? this.instanceId(seed.paidType ?? DEFAULT_SPECIFICATION.paidType);
		const deployment = phase === 'waiting' ? undeployed(seed.name) : deployed(seed.name);
		const instance = this.blank(id, region, { ...DEFAULT_SPECIFICATION }, deployment);
		Object.assign(instance, settings, { config: { ...DEFAULT_CONFIG, ...config } });
		instance.allowed = defaultLists(instance);
		instance.orderIds.push(orderId ?? this.orderId());
		Object.assign(instance.durations, durations);
		for (const { messages = [], ...topic } of topics) {
			const made = newTopic({ createdAt: this.now, ...topic });
			instance.topics.push(made);
			for (const message of messages) produce(made, message, this.now);
		}
		instance.groups = groups.map(newGroup);
		instance.users = users.map(newUser);
		// Some phases keep the ServiceStatus of before.
		enter(instance, 'serving');
		enter(instance, phase);
		if (instance.paidType === 0) planExpiry(instance, 0);
		this.all.push(instance);
		return instance;
	}

	private instanceId(paidType: number): string {
		const tail = BigInt(`0x${this.ids.hex()}`).toString(36).slice(0, 11);
		return `alikafka_${KINDS[paidType]}-cn-${tail}`;
	}

	private blank(
		id: string,
		region: string,
		specification: Specification,
		deployment: Deployment,
	): Instance {
		const { now } = this;
		return {
			...specification,
			...deployment,
			id,
			region,
			phase: 'waiting',
			serviceStatus: 0,
			viewStatus: 0,
			pending: null,
			createdAt: now,
			expiresAt: now + FAR * MONTH,
			visibleFrom: now,
			gone: false,
			orderIds: [],
			createFails: false,
			upgradeFails: false,
			tags: [],
			topics: [],
			groups: [],
			users: [],
			acls: [],
			allowed: {},
			durations: { ...this.durations },
			agenda: new Agenda(),
		};
	}
}
