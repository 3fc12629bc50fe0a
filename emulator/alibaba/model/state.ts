import { Agenda } from '../../core/agenda';
import { DAY, type VirtualClock } from '../../core/clock';
import { CloudState, FAILING_PREFIX } from '../../core/state';
import type { Tag } from './contents';
import {
	DEFAULT_SPECIFICATION,
	defaultConfig,
	defaultLists,
	deployed,
	newGroup,
	newTopic,
	newUser,
	undeployed,
} from './defaults';
import { DEFAULT_DURATIONS } from './durations';
import type { Deployment, Instance, Specification } from './instance';
import { firstKeys, type Key } from './keys';
import { enter, planExpiry } from './lifecycle';
import { Networks } from './networks';
import { DEFAULT_RULES, type AlibabaSetup, type InstanceSeed } from './options';
import { logsOf } from './partitions';
import { firstResourceGroups, type ResourceGroup } from './resourceGroups';
import { isServerless } from './series';

/** Virtual ms. */
export const MONTH = 30 * DAY;
/** Pay-as-you-go instances have an expiry time too, far off. */
const FAR_MONTHS = 120;

const DEFAULT_REGION = 'cn-hangzhou';

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

/** Everything the emulated Alibaba Cloud holds. */
export class AlibabaState extends CloudState<Instance, AlibabaSetup> {
	readonly networks = new Networks();
	/** The same keys in every region. */
	readonly keys: Key[] = firstKeys();
	readonly resourceGroups: ResourceGroup[] = firstResourceGroups();

	constructor(clock: VirtualClock, seed: string) {
		super(clock, `alibaba/${seed}`, { ...DEFAULT_DURATIONS }, { ...DEFAULT_RULES });
	}

	/** An order number, 15 digits. */
	orderId(): string {
		return String(230_000_000_000_000 + this.ids.number(2 ** 32) * 1000);
	}

	/** Buys an instance, which waits to be deployed. */
	order(specification: Specification, order: Order): Instance {
		const { region, tags, months, listedAfter } = order;
		const id = this.instanceId(specification.paidType);
		const instance = this.blank(id, region, specification, undeployed(id, specification.paidType));
		instance.tags = tags;
		instance.expiresAt = this.now + (months || FAR_MONTHS) * MONTH;
		instance.orderIds.push(this.orderId());
		instance.allowed = defaultLists(instance);
		this.follow(instance, undefined);
		instance.visibleFrom = this.now + instance.durations[listedAfter];
		// Subscriptions are bought with automatic renewal by the month.
		if (months) planExpiry(instance, MONTH);
		this.add(instance);
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

	/** Whether an instance of the ID was there and is deleted. */
	wasDeleted(id: string | undefined): boolean {
		return this.gone.some((instance) => instance.id === id);
	}

	/** How many addresses of a vSwitch instances have: one each. */
	addressesIn(vSwitchId: string): number {
		return this.instances.filter((instance) => instance.vSwitchId === vSwitchId).length;
	}

	/** Puts an instance in service (or in the given phase) into the state, for tests and demos. */
	seed(seed: InstanceSeed): Instance {
		const { region = DEFAULT_REGION, phase = 'serving', durations, ...given } = seed;
		const { topics = [], groups = [], users = [], orderId, ...others } = given;
		const { config, ...settings } = others;
		const { paidType = DEFAULT_SPECIFICATION.paidType } = seed;
		const id = seed.id ?? this.instanceId(paidType);
		const begin = phase === 'waiting' ? undeployed : deployed;
		const deployment = begin(seed.name, paidType);
		const instance = this.blank(id, region, { ...DEFAULT_SPECIFICATION }, deployment);
		const createdAt = this.now;
		Object.assign(instance, settings, {
			config: { ...defaultConfig({ paidType }), ...config },
		});
		instance.allowed = defaultLists(instance);
		instance.orderIds.push(orderId ?? this.orderId());
		Object.assign(instance.durations, durations);
		instance.topics = this.topicsOf(topics, (topic) => newTopic({ createdAt, ...topic }), logsOf);
		instance.groups = groups.map(newGroup);
		instance.users = users.map(newUser);
		// Some phases keep the ServiceStatus of before.
		enter(instance, 'serving');
		enter(instance, phase);
		if (instance.paidType === 0) planExpiry(instance, 0);
		this.add(instance);
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
			expiresAt: now + FAR_MONTHS * MONTH,
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
			lingering: { groups: [], users: [], acls: [] },
			scalingRules: [],
			risks: [],
			clients: [],
			// Serverless instances always have both.
			autoTopics: isServerless(specification),
			autoGroups: isServerless(specification),
			defaultPartitions: isServerless(specification) ? 3 : 12,
			allowedGroups: {},
			allowed: {},
			metrics: {},
			listedAs: {},
			unlisted: false,
			durations: { ...this.durations },
			agenda: new Agenda(),
		};
	}
}
