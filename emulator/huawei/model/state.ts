import type { Accounts, HuaweiProject } from '../../core/accounts';
import { Agenda } from '../../core/agenda';
import type { VirtualClock } from '../../core/clock';
import { Ids } from '../../core/ids';
import { defaultSettings, newGroup, newTopic, newUser } from './defaults';
import { DEFAULT_DURATIONS, type Durations } from './durations';
import type {
	ClientQuota,
	Group,
	Instance,
	InstanceSettings,
	InstanceStatus,
	Tag,
	Topic,
	TopicQuota,
	User,
} from './instance';
import { beginCreation, finishCreation } from './lifecycle';
import { produce, type NewMessage } from './partitions';
import { Tokens } from './tokens';

/** Rules of the emulated service that can be switched. */
export interface HuaweiRules {
	/** Instances a project may have. */
	instanceQuota: number;
	/** Refuse a name in use (DMS.00400060); the real service lets it pass. */
	uniqueNames: boolean;
	/** What deleting a topic that does not exist reports. */
	missingTopicDelete: 'success' | 'failed';
	/** What a scheduled reassignment answers: the document has job_id, public clients schedule_id. */
	scheduledReassignment: 'job_id' | 'schedule_id';
}

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
	topics?: Array<Partial<Topic> & { name: string; messages?: NewMessage[] }>;
	users?: Array<Partial<User> & { name: string }>;
	groups?: Array<Partial<Group> & { name: string }>;
	topicQuotas?: TopicQuota[];
	clientQuotas?: ClientQuota[];
	/** Names of background tasks that end FAILED. */
	failingTasks?: string[];
	durations?: Partial<Durations>;
}

/** Names beginning so end in CREATEFAILED without a plan. */
export const FAILING_PREFIX = 'createfail';

/** Everything the emulated Huawei Cloud holds. */
export class HuaweiState {
	/** Durations of instances created from now on. */
	durations: Durations = { ...DEFAULT_DURATIONS };
	readonly rules: HuaweiRules = {
		instanceQuota: 100,
		uniqueNames: false,
		missingTopicDelete: 'success',
		scheduledReassignment: 'job_id',
	};
	readonly plans: InstancePlan[] = [];
	readonly tokens: Tokens;
	readonly ids: Ids;
	private readonly all: Instance[] = [];

	constructor(
		readonly accounts: Accounts['huawei'],
		private readonly clock: VirtualClock,
		seed: string,
	) {
		this.ids = new Ids(`huawei/${seed}`);
		this.tokens = new Tokens(clock);
	}

	/** Virtual time, ms since the epoch. */
	get now(): number {
		return this.clock.now();
	}

	/** All instances that exist, of all projects, brought up to the present; oldest first. */
	get instances(): Instance[] {
		const { now } = this;
		for (const instance of this.all) instance.agenda.settle(now);
		return this.all.filter((instance) => !instance.gone);
	}

	/** The existing instances of a project that can be found, newest first. */
	of(projectId: string): Instance[] {
		const { now } = this;
		return this.instances
			.filter((instance) => instance.projectId === projectId && instance.visibleFrom <= now)
			.reverse();
	}

	/** The first existing instance of a name, in any project. */
	named(name: string): Instance | undefined {
		return this.instances.find((instance) => instance.name === name);
	}

	/** The project of a region; throws when it has none. */
	projectOf(region: string): HuaweiProject {
		const project = this.accounts.projects.find((candidate) => candidate.region === region);
		if (!project) throw new Error(`Region ${region} has no project`);
		return project;
	}

	/** Puts an instance into a project and begins its creation. */
	create(project: HuaweiProject, settings: InstanceSettings, tags: Tag[]): Instance {
		const plan = this.plans.find((p) => p.name === undefined || p.name === settings.name);
		const instance = this.blank(project, settings, { ...this.durations, ...plan?.durations });
		instance.tags = tags;
		instance.failingTasks = plan?.failingTasks ?? [];
		this.all.push(instance);
		const fails = plan?.createFails ?? settings.name.startsWith(FAILING_PREFIX);
		beginCreation(instance, this.now, fails);
		return instance;
	}

	/** Puts a ready instance (or one of the given status) into the state, for tests and demos. */
	seed(seed: InstanceSeed): Instance {
		const { region, status = 'RUNNING', durations, ...given } = seed;
		const { tags = [], topics = [], users = [], groups = [], ...others } = given;
		const { topicQuotas = [], clientQuotas = [], failingTasks = [], ...settings } = others;
		const project = region ? this.projectOf(region) : this.accounts.projects[0];
		const instance = this.blank(
			project,
			{ ...defaultSettings(project.region, settings.sslEnable === true), ...settings },
			{ ...this.durations, ...durations },
		);
		Object.assign(instance, { tags, topicQuotas, clientQuotas, failingTasks });
		for (const { messages = [], ...topic } of topics) {
			const made = newTopic({ createdAt: this.now, ...topic });
			instance.topics.push(made);
			for (const message of messages) produce(instance, made, message, this.now);
		}
		instance.users.push(...users.map((user) => newUser({ createdAt: this.now, ...user })));
		instance.groups = groups.map((group) => newGroup({ createdAt: this.now, ...group }));
		this.all.push(instance);
		if (status === 'CREATING') beginCreation(instance, this.now, false);
		else if (status === 'RUNNING') finishCreation(instance, this.now, true);
		else instance.status = status;
		return instance;
	}

	private blank(
		project: HuaweiProject,
		settings: InstanceSettings,
		durations: Durations,
	): Instance {
		const brokers = Array.from({ length: settings.brokerNum }, (_, i) => i);
		const first = this.ids.number(100);
		const users = settings.sslEnable
			? [newUser({ name: settings.accessUser, createdAt: this.now, defaultApp: true })]
			: [];
		return {
			...settings,
			id: this.ids.uuid(),
			projectId: project.id,
			region: project.region,
			status: 'CREATING',
			createdAt: this.now,
			visibleFrom: this.now + (settings.prePaid ? durations.prePaidVisible : 0),
			connected: false,
			gone: false,
			deleting: false,
			brokerIps: brokers.map((i) => `192.168.0.${first + i + 1}`),
			publicIps: settings.publicIpIds.map((_, i) => `203.0.113.${first + i + 1}`),
			portIds: brokers.map(() => this.ids.uuid()),
			storageResourceId: this.ids.uuid(),
			orderId: settings.prePaid ? `CS${this.ids.hex().slice(0, 14).toUpperCase()}` : '',
			tags: [],
			topics: [],
			users,
			groups: [],
			tasks: [],
			failingTasks: [],
			configs: {},
			pendingConfigs: {},
			advertisedIps: {},
			managerUser: 'admin',
			managerPassword: '',
			managerClosed: false,
			topicQuotas: [],
			clientQuotas: [],
			rebalanceLog: null,
			extendTimes: 0,
			durations,
			agenda: new Agenda(),
		};
	}
}
