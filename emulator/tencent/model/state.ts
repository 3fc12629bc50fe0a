import { Agenda } from '../../core/agenda';
import type { VirtualClock } from '../../core/clock';
import { Ids } from '../../core/ids';
import { defaultAttributes, defaultSettings, newGroup, newTopic } from './defaults';
import { DEFAULT_DURATIONS, type Durations } from './durations';
import {
	FLOW_STATUS,
	ROUTE_STATUS,
	STATUS,
	type Flow,
	type Instance,
	type InstanceSettings,
	type Route,
	type User,
} from './instance';
import { addMonths, beginCreation, planExpiry } from './lifecycle';
import type { InstancePlan, InstanceSeed, TencentRules } from './options';
import { produce } from './partitions';

/** Names beginning so end in -1 (creation failed) without a plan. */
export const FAILING_PREFIX = 'createfail';
/** Orders of names beginning so fail without a plan. */
const FAILING_DEAL_PREFIX = 'dealfail';

const DEFAULT_REGION = 'ap-guangzhou';

/** Everything the emulated Tencent Cloud holds. */
export class TencentState {
	/** Durations of instances created from now on. */
	durations: Durations = { ...DEFAULT_DURATIONS };
	readonly rules: TencentRules = {
		instanceQuota: 100,
		routeQuota: 10,
		refusals: 'error',
		doneAtOnce: 'null',
	};
	readonly plans: InstancePlan[] = [];
	readonly flows: Flow[] = [];
	/** What CheckRechargeKafkaServer answers, by instance ID or server address, whatever is there. */
	readonly reachability = new Map<string, number>();
	private readonly all: Instance[] = [];
	private readonly ids: Ids;
	private lastNumber = 1000;

	constructor(
		private readonly clock: VirtualClock,
		seed: string,
	) {
		this.ids = new Ids(`tencent/${seed}`);
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

	/** The instances of a region that can be found, newest first. */
	of(region: string): Instance[] {
		const { now } = this;
		return this.instances
			.filter((instance) => instance.region === region && instance.visibleFrom <= now)
			.reverse();
	}

	/** The first existing instance of a name, in any region. */
	named(name: string): Instance | undefined {
		return this.instances.find((instance) => instance.name === name);
	}

	/** A flow, brought up to the present. */
	flow(id: number): Flow | undefined {
		const { now } = this;
		for (const instance of this.all) instance.agenda.settle(now);
		return this.flows.find((flow) => flow.id === id);
	}

	/** A number for what is numbered: flows, routes, users, rules. */
	nextNumber(): number {
		this.lastNumber += 1;
		return this.lastNumber;
	}

	/** An ID such as ckafka-mom5abcd. */
	newId(prefix: 'ckafka' | 'topic'): string {
		return `${prefix}-${this.suffix()}`;
	}

	/** The number of an order, 23 digits that begin with the day. */
	newDeal(): string {
		const day = new Date(this.now).toISOString().slice(0, 10).replaceAll('-', '');
		return `${day}${String(this.ids.number(1_000_000_000)).padStart(15, '0')}`;
	}

	/** IDs of messages sent. */
	newMessageId(): string {
		return this.ids.uuid();
	}

	/** The plan for an instance; in a batch `ordered` is the name without its suffix. */
	planFor(name: string, ordered = name): InstancePlan {
		const own = this.plans.find((plan) => plan.name === name);
		const found = own ?? this.plans.find((p) => p.name === undefined || p.name === ordered);
		return {
			createFails: name.startsWith(FAILING_PREFIX),
			dealFails: name.startsWith(FAILING_DEAL_PREFIX),
			...found,
		};
	}

	/** Puts an instance into a region and begins its creation. */
	create(region: string, settings: InstanceSettings, plan: InstancePlan): Instance {
		const durations = { ...this.durations, ...plan.durations };
		const instance = this.blank(region, settings, durations);
		instance.visibleFrom = this.now + durations.listed;
		instance.failingTasks = plan.failingTasks ?? [];
		this.all.push(instance);
		beginCreation(instance, this.now, plan.createFails === true);
		return instance;
	}

	/** Puts a running instance (or one of the given status) into the state, for tests and demos. */
	seed(seed: InstanceSeed): Instance {
		const { region = DEFAULT_REGION, status = STATUS.running, durations, ...given } = seed;
		const { topics = [], groups = [], users = [], routes = [], ...settings } = given;
		const instance = this.blank(
			region,
			{ ...defaultSettings(region), ...settings },
			{ ...this.durations, ...durations },
		);
		Object.assign(instance, settings);
		for (const { messages = [], ...topic } of topics) {
			const made = newTopic({ id: this.newId('topic'), createdAt: this.now, ...topic });
			instance.topics.push(made);
			for (const message of messages) produce(made, message, this.now);
		}
		instance.groups = groups.map(newGroup);
		instance.users = users.map((user) => this.newUser(user));
		instance.routes.push(...routes.map((route) => this.newRoute(route)));
		this.all.push(instance);
		if (status === STATUS.creating) {
			beginCreation(instance, this.now, false);
		} else {
			instance.status = status;
			planExpiry(instance);
		}
		return instance;
	}

	/** A SASL user made now unless something else is given. */
	newUser(given: Partial<User> & { name: string }): User {
		const { now } = this;
		return { id: this.nextNumber(), password: '', createdAt: now, updatedAt: now, ...given };
	}

	/** A usable route inside a VPC unless something else is given. */
	newRoute(given: Partial<Route>): Route {
		return {
			id: this.nextNumber(),
			main: false,
			vipType: 3,
			accessType: 0,
			vip: this.newVip(given.vipType === 1),
			vpcId: null,
			subnetId: null,
			note: '',
			deleteAt: null,
			status: ROUTE_STATUS.created,
			...given,
		};
	}

	/** A flow that has succeeded already. */
	doneFlow(instance: Instance, operation: string): Flow {
		const { id: instanceId, region } = instance;
		const flow: Flow = {
			id: this.nextNumber(),
			operation,
			instanceId,
			region,
			status: FLOW_STATUS.succeeded,
			output: '',
		};
		this.flows.push(flow);
		return flow;
	}

	private suffix(): string {
		return BigInt(`0x${this.ids.hex()}`).toString(36).slice(-8);
	}

	private newVip(open: boolean): string {
		return `${open ? '203.0.113' : '10.0.0'}.${this.ids.number(250) + 2}`;
	}

	private blank(region: string, settings: InstanceSettings, durations: Durations): Instance {
		const { vpcId, subnetId } = settings;
		const { now } = this;
		const id = this.newId('ckafka');
		const main = this.newRoute({ main: true, vpcId, subnetId });
		return {
			...defaultAttributes(),
			...settings,
			name: settings.name || id,
			id,
			region,
			status: STATUS.creating,
			createdAt: now,
			expiresAt: settings.prePaid ? addMonths(now, settings.months) : 0,
			visibleFrom: now,
			changing: false,
			gone: false,
			vip: main.vip,
			topics: [],
			groups: [],
			users: [],
			acls: [],
			aclRules: [],
			routes: [main],
			failingTasks: [],
			durations,
			agenda: new Agenda(),
		};
	}
}
