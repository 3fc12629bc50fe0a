import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import {
	chain,
	createHarness,
	node,
	type Harness,
	type NodeSettings,
	type Running,
	type RunOptions,
} from '../harness';
import { closeAtEnd } from '../support/closing';
import { VirtualClock } from '../support/virtualClock';

/** Full name of the node under test, and the name it has in the workflows of these tests. */
export const KAFKA = 'n8n-nodes-managed-kafka.huaweiCloudKafka';
export const K = 'K';

/** An ID that no instance has. */
export const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** A cloud and an n8n that has a credential for it. */
export interface Stage {
	em: Emulator;
	n8n: Harness;
	/** The time of the node, and of the cloud as far as its `speed` lets it pass. */
	clock: VirtualClock;
	/** Runs the node alone, with an item for each of `json`. */
	run(parameters: INodeParameters, options?: StageOptions): Running;
	/** Requests that are not reads of the API. */
	writes(): Emulator['requests'];
	/** Requests of one operation. */
	sent(operation: string): Emulator['requests'];
	/** Body of the only request of an operation. */
	body(operation: string): unknown;
	close(): Promise<void>;
}

export interface StageOptions extends RunOptions {
	/** JSON of the input items; one empty item by default. */
	json?: IDataObject[];
	/** Settings of the node such as `onError`. */
	node?: NodeSettings;
}

/** Data of a credential for the emulator; `more` overrides. */
export function credentialOf(em: Emulator, more: IDataObject = {}): never {
	const { accessKey, secretKey } = em.credentials.huawei.permanent;
	return {
		authentication: 'accessKey',
		accessKeyId: accessKey,
		secretAccessKey: secretKey,
		region: 'cn-north-4',
		projectId: em.credentials.huawei.projectId,
		endpoint: em.huawei.url,
		iamEndpoint: em.huawei.iamUrl,
		...more,
	} as never;
}

/**
 * Opens a cloud with the given state; its clock stands still unless `speed` says otherwise. It is closed
 * when the test ends, or the file where no test has opened it.
 */
export async function open(
	huawei: EmulatorOptions['huawei'] = {},
	{ speed = 0, ...options }: EmulatorOptions = {},
): Promise<Stage> {
	const clock = new VirtualClock();
	const em = await startEmulator({ speed, huawei, time: clock, ...options });
	clock.of(em);
	const n8n = await createHarness({ credentials: { huaweiCloudApi: credentialOf(em) }, clock });
	const sent = (operation: string) =>
		em.requests.filter((request) => request.operation === operation);
	return {
		em,
		n8n,
		clock,
		run: (parameters, { json = [{}], node: settings, ...options } = {}) =>
			n8n.run(chain(node(K, KAFKA, parameters, { credentials: ['huaweiCloudApi'], ...settings })), {
				inputItems: json.map((one): INodeExecutionData => ({ json: one })),
				...options,
			}),
		writes: () =>
			em.requests.filter(({ vendor, method }) => vendor === 'huawei' && method !== 'GET'),
		sent,
		body(operation) {
			expect(sent(operation)).toHaveLength(1);
			return JSON.parse(sent(operation)[0].body);
		},
		close: closeAtEnd(async () => {
			clock.close();
			await em.close();
		}),
	};
}

/** A value for a resource locator field. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true as const, mode: 'name', value });

/** Required parameters of a new instance. */
export const newInstance = (name: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'instance',
	operation: 'create',
	name,
	engineVersion: '2.7',
	productId: 'c6.2u4g.cluster',
	brokerNum: 3,
	storageSpace: 300,
	storageSpecCode: 'dms.physical.storage.ultra.v2',
	availableZones: ['cn-north-4a'],
	vpcId: 'vpc-1',
	subnetId: 'subnet-1',
	securityGroupId: 'group-1',
	...more,
});

/** Parameters that create a topic. */
export const newTopic = (
	instanceId: string,
	topicName: string,
	more: INodeParameters = {},
): INodeParameters => ({
	resource: 'topic',
	operation: 'create',
	instanceId: byId(instanceId),
	topicName,
	...more,
});

/** What a user reads of an error. */
export function told(error: unknown): string {
	const { message, description } = (error ?? {}) as { message?: string; description?: string };
	return `${message ?? ''} | ${description ?? ''}`;
}
