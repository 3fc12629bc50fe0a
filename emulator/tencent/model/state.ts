import { Agenda } from '../../core/agenda';
import type { VirtualClock } from '../../core/clock';
import { CloudState, FAILING_PREFIX } from '../../core/state';
import { firstBuild } from './catalogue';
import { Connectors } from './connectors';
import type { Flow, Route, User } from './contents';
import {
	defaultAttributes,
	defaultSettings,
	newGroup,
	newRoute,
	newTopic,
	newUser,
} from './defaults';
import { DEFAULT_DURATIONS, type Durations } from './durations';
import type { FlowKeeper } from './flows';
import type { Instance, InstanceSettings } from './instance';
import { addMonths, beginCreation, planExpiry } from './lifecycle';
import { Logs } from './logs';
import { Monitor } from './monitor';
import { Networks } from './networks';
import { DEFAULT_RULES, type InstancePlan, type InstanceSeed, type TencentSetup } from './options';
import { STATUS } from './status';

/** Orders of names beginning so fail without a plan. */
const FAILING_DEAL_PREFIX = 'dealfail';

const DEFAULT_REGION = 'ap-guangzhou';

/** Network of the route for the vendor's support. */
const INTERNAL = 7;

/** First parts of addresses, by kind of network. */
const NETWORKS: Record<number, string> = { 1: '203.0.113', 3: '10.0.0', 7: '11.135.14' };

/** The user that every instance has. */
const ANONYMOUS = 'ANONYMOUS';

/** How long ago the topics of a seeded instance were made: new ones cannot be deleted. */
const SEEDED_AGE = 24 * 60 * 60_000;

/** Everything the emulated Tencent Cloud holds. */
export class TencentState extends CloudState<Instance, TencentSetup> implements FlowKeeper {
	readonly flows: Flow[] = [];
	/** What CheckRechargeKafkaServer answers, by instance ID or server address, whatever is there. */
	readonly reachability = new Map<string, number>();
	/** What the Log Service has. */
	readonly logs = new Logs();
	/** What VPC has. */
	readonly networks = new Networks();
	/** Keys of the Tag service with their values, whether or not something has them. */
	readonly tagKeys = new Map([
		['environment', ['production', 'test']],
		['owner', ['data-platform']],
	]);
	/** What the connector has. */
	readonly connectors = new Connectors();
	/** What Monitor has measured. */
	readonly monitor = new Monitor();
	private lastNumber = 1000;

	constructor(clock: VirtualClock, seed: string) {
		super(clock, `tencent/${seed}`, { ...DEFAULT_DURATIONS }, { ...DEFAULT_RULES });
	}

	/** A flow, brought up to the present. */
	flow(id: number): Flow | undefined {
		this.settle();
		return this.flows.find((flow) => flow.id === id);
	}

	/** A number for what is numbered: flows, routes, users, rules. */
	nextNumber(): number {
		this.lastNumber += 1;
		return this.lastNumber;
	}

	/** An ID such as ckafka-mom5abcd. */
	newId(prefix: 'ckafka' | 'topic'): string {
		return `${prefix}-${BigInt(`0x${this.ids.hex()}`).toString(36).slice(-8)}`;
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
		this.add(instance);
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
		const createdAt = this.now;
		Object.assign(instance, settings);
		instance.topics = this.topicsOf(
			topics,
			(topic) => newTopic({ id: this.newId('topic'), createdAt: createdAt - SEEDED_AGE, ...topic }),
			(topic) => topic.logs,
		);
		instance.groups = groups.map(newGroup);
		instance.users.push(...users.map((user) => this.newUser(user)));
		if (!('build' in given)) instance.build = firstBuild(instance.version);
		instance.routes.push(...routes.map((route) => this.newRoute(route)));
		this.add(instance);
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
		return newUser({ id: this.nextNumber(), createdAt: this.now, ...given });
	}

	/** A usable route inside a VPC unless something else is given. */
	newRoute(given: Partial<Route>): Route {
		const network = NETWORKS[given.vipType ?? 3] ?? NETWORKS[3];
		const vip = `${network}.${this.ids.number(250) + 2}`;
		return newRoute({ id: this.nextNumber(), vip, ...given });
	}

	private blank(region: string, settings: InstanceSettings, durations: Durations): Instance {
		const { vpcId, subnetId } = settings;
		const { now } = this;
		const id = this.newId('ckafka');
		const main = this.newRoute({ main: true, vpcId, subnetId });
		const support = this.newRoute({
			vipType: INTERNAL,
			vpcId: 'vpc-support1',
			subnetId: 'subnet-support1',
		});
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
			build: firstBuild(settings.version),
			vip: main.vip,
			topics: [],
			groups: [],
			users: [this.newUser({ name: ANONYMOUS, builtIn: true })],
			acls: [],
			aclRules: [],
			throttleRules: [],
			maintenance: {},
			laggingBrokers: [],
			prometheus: [],
			// The list begins with the one for the vendor's support.
			routes: [support, main],
			lagging: [],
			listedTags: [],
			printed: {},
			failingTasks: [],
			durations,
			agenda: new Agenda(),
		};
	}
}
