import type {
	ICredentialDataDecryptedObject,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { deepCopy, UserError, Workflow } from 'n8n-workflow';
import { resolve } from 'node:path';

import type { Clock } from '../../nodes/shared/contract/clock';
import { additionalData } from './additionalData';
import { HarnessCredentialsHelper, type CredentialStore } from './credentialsHelper';
import { testCredential } from './credentialTest';
import { LoadOptionsContext, PackageDirectoryLoader, PollContext } from './engine';
import { standIns } from './nodes';
import { HarnessNodeTypes, type AnyNodeType } from './nodeTypes';
import { StaticDataStore, type PollOptions } from './polling';
import { resumeRun, startRun, type Outcome, type RunOptions, type Running } from './run';
import { withClock } from './withClock';
import { chain, node, type WorkflowJson } from './workflows';

/** The root of this project: what `npm run build` made of it is loaded, as n8n would. */
export const projectRoot = resolve(__dirname, '../..');

export interface HarnessOptions {
	/** Data of credentials by type, or by `<type>:<id>` for several accounts. */
	credentials?: CredentialStore;
	/** Packages to load; without it this project. */
	packageDirs?: string[];
	/** Packages by the name that workflows have for them: one of a single cloud runs workflows of that of all. */
	renamed?: Record<string, string>;
	/** Further stand-ins by full node type, for nodes that the harness does not have. */
	nodes?: Record<string, AnyNodeType>;
	/** Factor on the intervals of Wait nodes. */
	timeScale?: number;
	/** The time of the package's nodes and credentials, of Wait nodes and of `timeoutMs`; by default the system's. */
	clock?: Clock;
}

export interface LookupOptions {
	type: string;
	typeVersion?: number;
	parameters?: INodeParameters;
	/** Credential types which the node uses. */
	credentials?: string[];
	/** For a list search: filter and pagination token. */
	args?: unknown[];
	/** Where the field stands in the form, for what depends on a neighbor: `parameters.tags.entry[0].key`. */
	path?: string;
}

type MethodKind = keyof NonNullable<INodeType['methods']>;
type LookupMethod = (this: LoadOptionsContext, ...args: unknown[]) => Promise<unknown>;

/** n8n in this process: loads the package and runs workflows, polls, lookups and credential tests in n8n-core. */
export class Harness {
	private readonly staticData = new StaticDataStore();

	constructor(
		readonly packages: PackageDirectoryLoader[],
		readonly nodeTypes: HarnessNodeTypes,
		readonly credentialsHelper: HarnessCredentialsHelper,
		private readonly clock?: Clock,
	) {}

	/** The stored credentials; change them between runs to change an account. */
	get credentials(): CredentialStore {
		return this.credentialsHelper.store;
	}

	/** n8n's object for a workflow. */
	makeWorkflow(json: WorkflowJson): Workflow {
		return new Workflow({
			id: 'test',
			name: json.name,
			nodes: deepCopy(json.nodes),
			connections: json.connections ?? {},
			active: false,
			nodeTypes: this.nodeTypes,
			settings: { executionOrder: 'v1', ...json.settings },
			staticData: json.staticData,
		});
	}

	/** Runs a workflow. Await the result, or call its `cancel()`. */
	run(json: WorkflowJson, options: RunOptions = {}): Running {
		const data = (extra: Partial<IWorkflowExecuteAdditionalData>) => this.additionalData(extra);
		return startRun(this.makeWorkflow(json), json, data, options, this.clock);
	}

	/** Goes on with a run that waits for a form or a call, with the items that come in by it. */
	resume(json: WorkflowJson, waiting: Outcome, inputItems: INodeExecutionData[]): Running {
		const data = (extra: Partial<IWorkflowExecuteAdditionalData>) => this.additionalData(extra);
		return resumeRun(this.makeWorkflow(json), json, data, waiting, inputItems);
	}

	/** Sends one request through the HTTP Request node with a credential of the package ("HTTP"). */
	httpRequest(
		credentialType: string,
		parameters: INodeParameters,
		options: RunOptions & { typeVersion?: number } = {},
	): Running {
		const authentication = {
			authentication: 'predefinedCredentialType',
			nodeCredentialType: credentialType,
		};
		const http = node(
			'HTTP',
			'n8n-nodes-base.httpRequest',
			{ ...authentication, ...parameters },
			{ typeVersion: options.typeVersion ?? 4.3, credentials: [credentialType] },
		);
		return this.run(chain(http), options);
	}

	/** One tick of a polling trigger. Static data lives on in the workflow; the first call is the activation. */
	async poll(
		workflow: Workflow,
		nodeName: string,
		{ mode = 'trigger', activation = mode === 'manual' ? 'manual' : 'activate' }: PollOptions = {},
	): Promise<INodeExecutionData[][] | null> {
		const polled = workflow.getNode(nodeName);
		if (!polled) throw new UserError(`No node is called "${nodeName}"`);
		const context = new PollContext(workflow, polled, this.additionalData(), mode, activation);
		const { poll } = this.nodeTypes.getByNameAndVersion(polled.type, polled.typeVersion);
		if (!poll) throw new UserError(`"${nodeName}" is no polling trigger`);
		const items = await isolated(workflow, async () => await poll.call(context));
		this.staticData.afterPoll(workflow, mode, items);
		return items;
	}

	/** The workflow after a restart of n8n: only the static data which n8n had saved is still there. */
	restart(workflow: Workflow): Workflow {
		return this.staticData.restored(
			new Workflow({
				id: workflow.id,
				name: workflow.name,
				nodes: deepCopy(Object.values(workflow.nodes)),
				connections: workflow.connectionsBySourceNode,
				active: false,
				nodeTypes: this.nodeTypes,
				settings: workflow.settings,
				staticData: this.staticData.read(workflow),
			}),
		);
	}

	/** Calls a method of a node, such as a list search, as the editor does. */
	async loadOptions<T = unknown>(
		kind: MethodKind,
		method: string,
		{
			type,
			typeVersion = 1,
			parameters = {},
			credentials = [],
			args = [],
			path = '',
		}: LookupOptions,
	): Promise<T> {
		const temporary = node('Temp-Node', type, parameters, { typeVersion, credentials });
		const workflow = this.makeWorkflow({ nodes: [temporary] });
		const methods = this.nodeTypes.getByNameAndVersion(type, typeVersion).methods?.[kind];
		const lookup = methods?.[method] as LookupMethod | undefined;
		if (!lookup) throw new UserError(`${type} has no ${kind} method "${method}"`);
		const context = new LoadOptionsContext(
			workflow,
			workflow.nodes['Temp-Node'],
			this.additionalData({ currentNodeParameters: parameters }),
			path,
		);
		return (await isolated(workflow, async () => await lookup.call(context, ...args))) as T;
	}

	/** Tests credential data as the button in the editor does. */
	async testCredential(type: string, data: ICredentialDataDecryptedObject) {
		return await testCredential(
			this.credentialsHelper,
			(extra) => this.additionalData(extra),
			type,
			data,
		);
	}

	private additionalData(extra: Partial<IWorkflowExecuteAdditionalData> = {}) {
		return additionalData(this.credentialsHelper, extra);
	}
}

/** n8n resolves expressions only between these two calls. */
async function isolated<T>(workflow: Workflow, work: () => Promise<T>): Promise<T> {
	await workflow.expression.acquireIsolate();
	try {
		return await work();
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** This project, as n8n-core has loaded it for the first harness of a test file. */
let project: Promise<PackageDirectoryLoader> | undefined;

async function load(directory: string): Promise<PackageDirectoryLoader> {
	if (directory === projectRoot && project) return await project;
	const loading = (async () => {
		const loader = new PackageDirectoryLoader(directory);
		await loader.loadAll();
		return loader;
	})();
	if (directory === projectRoot) project = loading;
	return await loading;
}

/** Loads the built package into n8n-core. */
export async function createHarness({
	credentials = {},
	packageDirs = [projectRoot],
	renamed = {},
	nodes = {},
	timeScale = 1,
	clock,
}: HarnessOptions = {}): Promise<Harness> {
	const loaded = await Promise.all(packageDirs.map(async (directory) => await load(directory)));
	const packages = clock ? loaded.map((loader) => withClock(loader, clock)) : loaded;
	const nodeTypes = new HarnessNodeTypes(
		packages,
		{ ...standIns(timeScale, clock), ...nodes },
		renamed,
	);
	const emptyWorkflow = () =>
		new Workflow({
			nodes: [node('', 'n8n-nodes-base.noOp')],
			connections: {},
			active: false,
			nodeTypes,
		});
	const helper = new HarnessCredentialsHelper(packages, emptyWorkflow, deepCopy(credentials));
	return new Harness(packages, nodeTypes, helper, clock);
}
