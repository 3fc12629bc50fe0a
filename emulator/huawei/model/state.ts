import { nameOfProject, type Accounts, type HuaweiProject } from '../../core/accounts';
import { Agenda } from '../../core/agenda';
import type { VirtualClock } from '../../core/clock';
import { CloudState, FAILING_PREFIX } from '../../core/state';
import type { Tag } from './contents';
import { KERNELS } from './catalogue';
import { defaultSettings, newGroup, newTopic, newUser, NO_EXPANSION } from './defaults';
import { DEFAULT_DURATIONS, type Durations } from './durations';
import type { Instance, InstanceSettings } from './instance';
import { beginCreation, finishCreation } from './lifecycle';
import {
	enterpriseProjectsOf,
	surroundingsOf,
	type EnterpriseProject,
	type Surroundings,
} from './network';
import { DEFAULT_RULES, type HuaweiSetup, type InstanceSeed } from './options';
import { Metrics } from './metrics';
import { logsOf } from './partitions';
import { Tokens } from './tokens';

/** Everything the emulated Huawei Cloud holds. */
export class HuaweiState extends CloudState<Instance, HuaweiSetup> {
	readonly tokens: Tokens;
	/** What instances report to Cloud Eye. */
	readonly metrics = new Metrics();

	/** Permissions that no key has, as policies name them: `vpc:vpcs:list`. */
	readonly denied = new Set<string>();

	/** Enterprise projects of the account. */
	readonly enterpriseProjects: EnterpriseProject[];

	private readonly around = new Map<string, Surroundings>();

	constructor(
		readonly accounts: Accounts['huawei'],
		clock: VirtualClock,
		private readonly idSeed: string,
	) {
		super(clock, `huawei/${idSeed}`, { ...DEFAULT_DURATIONS }, { ...DEFAULT_RULES });
		this.tokens = new Tokens(clock);
		this.enterpriseProjects = enterpriseProjectsOf(`huawei/${idSeed}/eps`);
	}

	/** Networks, elastic IPs and keys of a project, which tests may change. */
	surroundings({ id, region }: HuaweiProject): Surroundings {
		const found = this.around.get(id) ?? surroundingsOf(`huawei/${this.idSeed}/${id}`, region);
		this.around.set(id, found);
		return found;
	}

	/** Instances are listed by project. */
	protected override scopeOf({ projectId }: Instance): string {
		return projectId;
	}

	/** Name of the user whom instances belong to. */
	get userName(): string {
		return this.accounts.users[0]?.userName ?? '';
	}

	/** The project of a region; throws when it has none. */
	projectOf(region: string): HuaweiProject {
		return this.projectNamed(region);
	}

	/** The project of a name; throws when there is none. */
	private projectNamed(name: string): HuaweiProject {
		const project = this.accounts.projects.find((candidate) => nameOfProject(candidate) === name);
		if (!project) throw new Error(`There is no project ${name}`);
		return project;
	}

	/** Puts an instance into a project and begins its creation. */
	create(project: HuaweiProject, settings: InstanceSettings, tags: Tag[]): Instance {
		const plan = this.plans.find((p) => p.name === undefined || p.name === settings.name);
		const instance = this.blank(project, settings, { ...this.durations, ...plan?.durations });
		instance.tags = tags;
		instance.failingTasks = plan?.failingTasks ?? [];
		this.add(instance);
		const fails = plan?.createFails ?? settings.name.startsWith(FAILING_PREFIX);
		beginCreation(instance, this.now, fails);
		return instance;
	}

	/** Puts a ready instance (or one of the given status) into the state, for tests and demos. */
	seed(seed: InstanceSeed): Instance {
		const { region, project: name = region, status = 'RUNNING', durations, ...given } = seed;
		const { shown = {}, createdAt = this.now, ...rest } = given;
		const { tags = [], topics = [], users = [], groups = [], ...others } = rest;
		const { topicQuotas = [], clientQuotas = [], failingTasks = [], ...settings } = others;
		const project = name ? this.projectNamed(name) : this.accounts.projects[0];
		const instance = this.blank(
			project,
			{ ...defaultSettings(project.region, settings.sslEnable === true), ...settings },
			{ ...this.durations, ...durations },
		);
		Object.assign(instance, { createdAt, shown, tags, topicQuotas, clientQuotas, failingTasks });
		// One of an earlier day is found, however long that takes for a new one.
		if (createdAt < this.now) instance.visibleFrom = createdAt;
		instance.topics = this.topicsOf(
			topics,
			(topic) => newTopic({ createdAt, ...topic }),
			(topic) => logsOf(instance, topic),
		);
		instance.users.push(...users.map((user) => newUser({ createdAt, ...user })));
		instance.groups = groups.map((group) => newGroup({ createdAt, ...group }));
		this.add(instance);
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
			lagging: [],
			tasks: [],
			scheduledTasks: [],
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
			topicLog: null,
			reports: [],
			connector: settings.connectorEnable ? { id: this.ids.uuid(), nodes: 2, tasks: [] } : null,
			kernelVersion: KERNELS[0],
			diskExpansion: { ...NO_EXPANSION },
			dnsEnabled: false,
			extendTimes: 0,
			shown: {},
			durations,
			agenda: new Agenda(),
		};
	}
}
