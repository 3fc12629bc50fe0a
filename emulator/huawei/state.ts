import type { Accounts, HuaweiProject } from '../accounts';
import type { VirtualClock } from '../clock';
import { Ids } from '../ids';
import { Agenda } from './agenda';
import { DEFAULT_WINDOW, zonesOf } from './catalogue';
import { DEFAULT_DURATIONS, type Durations } from './durations';
import { beginCreation, finishCreation } from './lifecycle';
import type { Instance, InstanceSettings, InstanceStatus, Tag, Topic, User } from './model';
import { Tokens } from './tokens';

/** Rules of the emulated service that can be switched. */
export interface HuaweiRules {
	/** Instances a project may have. */
	instanceQuota: number;
	/** Refuse a name in use (DMS.00400060); the real service lets it pass. */
	uniqueNames: boolean;
	/** What deleting a topic that does not exist reports. */
	missingTopicDelete: 'success' | 'failed';
}

/** What the next instances of a name are to go through. */
export interface InstancePlan {
	/** Exact name; every instance when left out. */
	name?: string;
	/** End in CREATEFAILED. */
	createFails?: boolean;
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
	topics?: Array<Partial<Topic> & { name: string }>;
	users?: Array<Partial<User> & { name: string }>;
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
		this.all.push(instance);
		const fails = plan?.createFails ?? settings.name.startsWith(FAILING_PREFIX);
		beginCreation(instance, this.now, fails);
		return instance;
	}

	/** Puts a ready instance (or one of the given status) into the state, for tests and demos. */
	seed(seed: InstanceSeed): Instance {
		const { region, status = 'RUNNING', tags = [], topics = [], users = [], ...given } = seed;
		const { durations, ...settings } = given;
		const project = region ? this.projectOf(region) : this.accounts.projects[0];
		const instance = this.blank(
			project,
			{ ...defaultSettings(project.region, settings.sslEnable === true), ...settings },
			{ ...this.durations, ...durations },
		);
		instance.tags = tags;
		instance.topics = topics.map((topic) => newTopic({ createdAt: this.now, ...topic }));
		instance.users.push(...users.map((user) => newUser({ createdAt: this.now, ...user })));
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
			tasks: [],
			durations,
			agenda: new Agenda(),
		};
	}
}

/** A topic with the service's defaults for whatever is not given. */
export function newTopic(given: Partial<Topic> & { name: string }): Topic {
	return {
		partition: 3,
		replication: 3,
		retentionTime: 72,
		syncReplication: false,
		syncMessageFlush: false,
		configs: {},
		description: '',
		createdAt: 0,
		listedFrom: 0,
		type: 0,
		policies: {},
		...given,
	};
}

/** A user with the service's defaults for whatever is not given. */
export function newUser(given: Partial<User> & { name: string }): User {
	return {
		password: '',
		description: '',
		role: 'guest',
		defaultApp: false,
		createdAt: 0,
		...given,
	};
}

function defaultSettings(region: string, ssl: boolean): Omit<InstanceSettings, 'name'> {
	return {
		description: '',
		engineVersion: '2.7',
		productId: 'c6.2u4g.cluster',
		brokerNum: 3,
		storageSpace: 300,
		storageSpecCode: 'dms.physical.storage.ultra.v2',
		vpcId: '1a2b3c4d-0000-4000-8000-00000000a001',
		subnetId: '1a2b3c4d-0000-4000-8000-00000000a002',
		securityGroupId: '1a2b3c4d-0000-4000-8000-00000000a003',
		availableZones: [zonesOf(region)[0].id],
		maintainBegin: `${DEFAULT_WINDOW.begin}:00:00`,
		maintainEnd: `${DEFAULT_WINDOW.end}:00:00`,
		enablePublicIp: false,
		publicIpIds: [],
		sslEnable: false,
		securityProtocol: ssl ? 'SASL_SSL' : 'PLAINTEXT',
		saslMechanisms: ssl ? ['SCRAM-SHA-512'] : [],
		portProtocol: {
			private_plain_enable: !ssl,
			private_sasl_ssl_enable: ssl,
			private_sasl_plaintext_enable: false,
			public_plain_enable: false,
			public_sasl_ssl_enable: false,
			public_sasl_plaintext_enable: false,
		},
		accessUser: ssl ? 'admin-user' : '',
		retentionPolicy: 'produce_reject',
		ipv6Enable: false,
		diskEncrypted: false,
		diskEncryptedKey: '',
		connectorEnable: false,
		enableAutoTopic: false,
		enterpriseProjectId: '0',
		vpcClientPlain: false,
		prePaid: false,
	};
}
