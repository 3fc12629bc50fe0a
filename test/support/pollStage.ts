import type { IDataObject, INodeExecutionData, INodeParameters, Workflow } from 'n8n-workflow';
import { join } from 'node:path';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { createHarness, node, projectRoot, type Harness, type PollOptions } from '../harness';

const TRIGGER = 'n8n-nodes-managed-kafka.huaweiCloudKafkaTrigger';
const NAME = 'Watch';

export const ALL_INSTANCE_EVENTS = [
	'instanceStatusChanged',
	'instanceAppeared',
	'instanceDisappeared',
];

/** Data of a credential for the emulator. */
export function credentialOf({ credentials, huawei }: Emulator, more: IDataObject = {}): never {
	const { accessKey, secretKey } = credentials.huawei.permanent;
	return {
		authentication: 'accessKey',
		accessKeyId: accessKey,
		secretAccessKey: secretKey,
		region: credentials.huawei.region,
		projectId: credentials.huawei.projectId,
		endpoint: huawei.url,
		iamEndpoint: huawei.iamUrl,
		...more,
	} as never;
}

/** A value of the field 'Instance'. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });

/** An active workflow with the trigger. */
export class Watch {
	constructor(
		private readonly n8n: Harness,
		public workflow: Workflow,
	) {}

	/** One tick; `null` when nothing came out. */
	async tick(options?: PollOptions): Promise<IDataObject[] | null> {
		const output: INodeExecutionData[][] | null = await this.n8n.poll(this.workflow, NAME, options);
		return output && output[0].map(({ json }) => json);
	}

	/** One tick, in short: `name event previous>status`. */
	async news(): Promise<string[]> {
		const items = (await this.tick()) ?? [];
		return items.map(
			({ event, instanceName, taskName, topicName, previousStatus, status }) =>
				`${String(taskName ?? topicName ?? instanceName)} ${String(event)} ${String(previousStatus)}>${String(status)}`,
		);
	}

	/** Restarts n8n, which then has what it had saved. */
	restart(): void {
		this.workflow = this.n8n.restart(this.workflow);
	}

	/** Changes parameters, as a user who saves the workflow. */
	set(parameters: INodeParameters): void {
		Object.assign(this.workflow.nodes[NAME].parameters, parameters);
	}

	/** What n8n would store. */
	get stored(): string {
		return JSON.stringify(this.workflow.staticData);
	}
}

/** A cloud and an n8n with a credential for it. */
export interface Scene {
	em: Emulator;
	n8n: Harness;
	watch(parameters: INodeParameters): Watch;
	/** Operations requested since the last call, with how often: `{ ListInstances: 1 }`. */
	requests(): Record<string, number>;
	close(): Promise<void>;
}

/** Opens a cloud whose clock stands still until it is advanced. */
export async function open(
	huawei: EmulatorOptions['huawei'] = {},
	options: EmulatorOptions = {},
): Promise<Scene> {
	const em = await startEmulator({ speed: 0, huawei, ...options });
	const n8n = await createHarness({ credentials: { huaweiCloudApi: credentialOf(em) } });
	const { retryTimes } = await import(join(projectRoot, 'dist/nodes/shared/request/retry.js'));
	Object.assign(retryTimes, { first: 2, longest: 8 });
	let counted = 0;
	return {
		em,
		n8n,
		watch: (parameters) => {
			const trigger = node(NAME, TRIGGER, parameters, { credentials: ['huaweiCloudApi'] });
			return new Watch(n8n, n8n.makeWorkflow({ name: 'test', nodes: [trigger] }));
		},
		requests: () => {
			const counts: Record<string, number> = {};
			for (const { operation } of em.requests.slice(counted)) {
				counts[String(operation)] = (counts[String(operation)] ?? 0) + 1;
			}
			counted = em.requests.length;
			return counts;
		},
		close: async () => await em.close(),
	};
}
