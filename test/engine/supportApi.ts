import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { EXAMPLE, startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import {
	chain,
	createHarness,
	node,
	projectRoot,
	type Harness,
	type NodeSettings,
	type Outcome,
} from '../harness';

/** Drives single operations of the Huawei node through n8n-core against an emulated cloud. */

const KAFKA = 'n8n-nodes-managed-kafka.huaweiCloudKafka';
const K = 'K';

export const PROJECT = EXAMPLE.huawei.projectId;

export interface Cloud {
	em: Emulator;
	n8n: Harness;
	/** Runs one operation: `consumerGroup/getAll`. */
	run(operation: string, parameters?: INodeParameters, settings?: NodeSettings): Promise<Ran>;
	/** The same, with an item for each of `json`. */
	runItems(json: IDataObject[], operation: string, parameters?: INodeParameters): Promise<Ran>;
	/** JSON of the items of an operation that has to succeed. */
	items(operation: string, parameters?: INodeParameters): Promise<IDataObject[]>;
	/** What a list search or an option loader offers. */
	lookUp<T>(
		kind: 'listSearch' | 'loadOptions',
		method: string,
		parameters: INodeParameters,
		...args: unknown[]
	): Promise<T>;
	/** Request lines since the last `forget`, as sent; the project ID is left out. */
	lines(): string[];
	/** Body of the last request, or of the last one of an API operation; undefined without one. */
	body(api?: string): unknown;
	/** Requests of one API operation. */
	sent(api: string): Emulator['requests'];
	/** Clears requests and faults. */
	forget(): void;
	close(): Promise<void>;
}

export interface Ran {
	items: IDataObject[];
	run: Outcome;
	/** Message and description of the error, '' without one. */
	told: string;
}

const built = (file: string) => jest.requireActual<never>(join(projectRoot, 'dist/nodes', file));

/** Makes the node's pauses between retries and look-ups short. */
function hurry(): void {
	const { retryTimes } = built('shared/retry.js') as { retryTimes: Record<string, number> };
	const { searchTimes } = built('shared/create.js') as { searchTimes: number[] };
	Object.assign(retryTimes, { first: 4, longest: 40 });
	searchTimes.splice(0, searchTimes.length, 2, 4, 8);
}

/** A cloud and an n8n that has a credential for it; the cloud's clock stands still without `speed`. */
export async function openCloud(
	huawei: EmulatorOptions['huawei'] = {},
	options: Omit<EmulatorOptions, 'huawei'> = {},
): Promise<Cloud> {
	const em = await startEmulator({ speed: 0, huawei, ...options });
	const { accessKey, secretKey } = em.credentials.huawei.permanent;
	const credential = {
		authentication: 'accessKey',
		accessKeyId: accessKey,
		secretAccessKey: secretKey,
		region: 'cn-north-4',
		projectId: PROJECT,
		endpoint: em.huawei.url,
		iamEndpoint: em.huawei.iamUrl,
	} as never;
	const n8n = await createHarness({ credentials: { huaweiCloudApi: credential } });
	hurry();
	const parametersOf = (operation: string, parameters: INodeParameters): INodeParameters => {
		const [resource, name] = operation.split('/');
		return { resource, operation: name, ...parameters };
	};
	const start = async (
		json: IDataObject[],
		operation: string,
		parameters: INodeParameters = {},
		settings: NodeSettings = {},
	): Promise<Ran> => {
		const given = parametersOf(operation, parameters);
		const run = await n8n.run(
			chain(node(K, KAFKA, given, { credentials: ['huaweiCloudApi'], ...settings })),
			{ inputItems: json.map((one) => ({ json: one })) },
		);
		const { message = '', description = '' } = (run.error ?? {}) as {
			message?: string;
			description?: string | null;
		};
		const items = run.error ? [] : run.items(K);
		return { items, run, told: [message, description].filter(Boolean).join(' | ') };
	};
	const sent = (api: string) => em.requests.filter(({ operation }) => operation === api);
	return {
		em,
		n8n,
		run: async (operation, parameters, settings) =>
			await start([{}], operation, parameters, settings),
		runItems: async (json, operation, parameters) => await start(json, operation, parameters),
		async items(operation, parameters) {
			const { items, told } = await start([{}], operation, parameters);
			expect(told).toBe('');
			return items;
		},
		lookUp: async (kind, method, parameters, ...args) =>
			await n8n.loadOptions(kind, method, {
				type: KAFKA,
				parameters,
				credentials: ['huaweiCloudApi'],
				args,
			}),
		lines: () =>
			em.requests.map(({ method, url }) => `${method} ${url.replace(PROJECT, '{project}')}`),
		body(api) {
			const last = (api ? sent(api) : em.requests).at(-1);
			return last?.body ? (JSON.parse(last.body) as unknown) : undefined;
		},
		sent,
		forget() {
			em.requests.length = 0;
			em.faults.clear();
		},
		close: async () => await em.close(),
	};
}

/** A value of a resource locator. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true as const, mode: 'name', value });

/** Wait for Completion, looking every 15 real ms. */
export const WAITING: INodeParameters = {
	waitForCompletion: true,
	waitOptions: { pollInterval: 0.015 },
};
