import type { Agenda } from './agenda';
import type { VirtualClock } from './clock';
import { Ids } from './ids';
import { produce, type NewMessage, type PartitionLog } from './kafkaLog';

/** Names beginning so fail to be created without a plan. */
export const FAILING_PREFIX = 'createfail';

/** What an instance of every cloud has. */
export interface CloudInstance {
	id: string;
	name: string;
	region: string;
	/** Virtual ms since the epoch. */
	createdAt: number;
	/** Virtual time from which it can be found. */
	visibleFrom: number;
	/** True once deleted for good. */
	gone: boolean;
	agenda: Agenda;
}

/** The kinds of things a cloud is set up with. */
export interface CloudSetup {
	/** How long things take, in virtual ms. */
	durations: object;
	/** Rules of the service that can be switched. */
	rules: object;
	/** What the next instances are to go through. */
	plan: object;
	/** An instance to start with. */
	seed: object;
}

/** What a cloud starts with. */
export interface Beginning<Setup extends CloudSetup> {
	durations?: Partial<Setup['durations']>;
	rules?: Partial<Setup['rules']>;
	plans?: Array<Setup['plan']>;
	instances?: Array<Setup['seed']>;
}

/** A topic to start with, and the messages in it. */
export type TopicSeed<Topic> = Partial<Topic> & { name: string; messages?: NewMessage[] };

/** Everything an emulated cloud holds. A cloud adds how an instance comes about in it. */
export abstract class CloudState<Instance extends CloudInstance, Setup extends CloudSetup> {
	readonly plans: Array<Setup['plan']> = [];
	readonly ids: Ids;
	private readonly all: Instance[] = [];

	/**
	 * @param seed IDs are made from it: the same seed gives the same IDs
	 * @param durations those of instances created from now on
	 */
	protected constructor(
		private readonly clock: VirtualClock,
		seed: string,
		public durations: Setup['durations'],
		readonly rules: Setup['rules'],
	) {
		this.ids = new Ids(seed);
	}

	/** Puts an instance there, with what it holds, for tests and demos. */
	abstract seed(seed: Setup['seed']): Instance;

	/** Where an instance is listed; by default its region. */
	protected scopeOf(instance: Instance): string {
		return instance.region;
	}

	/** Virtual time, ms since the epoch. */
	get now(): number {
		return this.clock.now();
	}

	/** All instances that exist, of all regions, brought up to the present; oldest first. */
	get instances(): Instance[] {
		this.settle();
		return this.all.filter((instance) => !instance.gone);
	}

	/** Those that were deleted. */
	protected get gone(): Instance[] {
		this.settle();
		return this.all.filter((instance) => instance.gone);
	}

	/** The instances that can be found by now, of all regions, oldest first. */
	get visible(): Instance[] {
		const { now } = this;
		return this.instances.filter((instance) => instance.visibleFrom <= now);
	}

	/** The instances of a scope (a region; Huawei Cloud: a project) that can be found, newest first. */
	of(scope: string): Instance[] {
		return this.visible.filter((instance) => this.scopeOf(instance) === scope).reverse();
	}

	/** The first existing instance of a name, in any region. */
	named(name: string): Instance | undefined {
		return this.instances.find((instance) => instance.name === name);
	}

	/** Takes over what the cloud starts with. */
	begin({ durations, rules, plans = [], instances = [] }: Beginning<Setup>): void {
		Object.assign(this.durations, durations);
		Object.assign(this.rules, rules);
		this.plans.push(...plans);
		for (const instance of instances) this.seed(instance);
	}

	/** Carries out what is due by now, for instances that are gone as well. */
	protected settle(): void {
		const { now } = this;
		for (const instance of this.all) instance.agenda.settle(now);
	}

	/** From now on the instance is there. */
	protected add(instance: Instance): void {
		this.all.push(instance);
	}

	/**
	 * Topics to start with, their messages written.
	 * @param make completes what is given of a topic
	 * @param logsOf the logs of all its partitions
	 */
	protected topicsOf<Topic>(
		seeds: Array<TopicSeed<Topic>>,
		make: (given: Omit<TopicSeed<Topic>, 'messages'>) => Topic,
		logsOf: (topic: Topic) => PartitionLog[],
	): Topic[] {
		const { now } = this;
		return seeds.map(({ messages = [], ...given }) => {
			const topic = make(given);
			for (const message of messages) produce(logsOf(topic), message, now);
			return topic;
		});
	}
}
