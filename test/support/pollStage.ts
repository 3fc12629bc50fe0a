import type { IDataObject, INodeParameters, Workflow } from 'n8n-workflow';

import { credentialsOf } from '../../demo/credentials';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { createHarness, node, type Harness, type PollOptions } from '../harness';
import { closeAtEnd } from './closing';
import { VirtualClock } from './virtualClock';

export { ALL_INSTANCE_EVENTS, DAY, MINUTE } from './events';

/** Trigger nodes in n8n-core, polling an emulated cloud. */

export type VendorName = 'huawei' | 'alibaba' | 'tencent';

/** What differs between the vendors, seen from a test of their triggers. */
interface VendorTrigger {
	/** Full name of the node. */
	type: string;
	credential: string;
	/** Further data of the credential, which spares the trigger a request. */
	further(em: Emulator): IDataObject;
}

const TRIGGERS: Record<VendorName, VendorTrigger> = {
	huawei: {
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafkaTrigger',
		credential: 'managedKafkaHuaweiCloudApi',
		further: ({ credentials }) => ({ projectId: credentials.huawei.projectId }),
	},
	alibaba: {
		type: 'n8n-nodes-managed-kafka.alibabaCloudKafkaTrigger',
		credential: 'managedKafkaAlibabaCloudApi',
		further: () => ({}),
	},
	tencent: {
		type: 'n8n-nodes-managed-kafka.tencentCloudKafkaTrigger',
		credential: 'managedKafkaTencentCloudApi',
		further: () => ({}),
	},
};

/** When every stage opens, Unix time in milliseconds. */
export const NOW = Date.parse('2030-01-01T12:00:00Z');

const NAME = 'Watch';

/** A value of the field 'Instance'. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });

/** An active workflow with a trigger that is called "Watch". */
export class Watch {
	constructor(
		private readonly n8n: Harness,
		public workflow: Workflow,
	) {}

	/** One tick; `null` when nothing came out. */
	async tick(options?: PollOptions): Promise<IDataObject[] | null> {
		const output = await this.n8n.poll(this.workflow, NAME, options);
		return output && output[0].map(({ json }) => json);
	}

	/** One tick, each event in short: `name event previous>status`. */
	async events(): Promise<string[]> {
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

/** A cloud whose life stands still until it is advanced, and an n8n with a credential for it. */
export interface PollStage {
	em: Emulator;
	n8n: Harness;
	/** The time of the trigger, and the one by which the cloud checks signatures. */
	clock: VirtualClock;
	/** Activates a workflow with the vendor's trigger. */
	watch(parameters: INodeParameters): Watch;
	/** Data of a credential for the cloud; `more` overrides. */
	credential(more?: IDataObject): never;
	/** Gives the triggers another credential of the same name. */
	setCredential(more: IDataObject): void;
	/** Operations requested since the last call, with how often: `{ ListInstances: 1 }`. */
	requests(): Record<string, number>;
}

/**
 * Opens a cloud and an n8n, see `closeAtEnd`.
 *
 * @param state What the cloud starts with
 * @param more Data of the credential that differs from the usual
 */
export async function openPolls<Name extends VendorName>(
	vendor: Name,
	state: EmulatorOptions[Name] = {},
	more: IDataObject = {},
): Promise<PollStage> {
	const { type, credential: name, further } = TRIGGERS[vendor];
	const clock = new VirtualClock({ start: NOW });
	const em = await startEmulator({ speed: 0, time: clock, [vendor]: state });
	clock.of(em);
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	const credential = (other: IDataObject = {}) =>
		({ ...credentialsOf(em)[name], ...further(em), ...other }) as never;
	const n8n = await createHarness({ credentials: { [name]: credential(more) }, clock });
	let counted = 0;
	return {
		em,
		n8n,
		clock,
		credential,
		setCredential: (other) => void Object.assign(n8n.credentials, { [name]: credential(other) }),
		watch: (parameters) => {
			const trigger = node(NAME, type, parameters, { credentials: [name] });
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
	};
}
