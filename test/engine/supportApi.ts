import type { IDataObject, INodeParameters } from 'n8n-workflow';

import {
	EXAMPLE,
	startEmulator,
	type Emulator,
	type EmulatorOptions,
	type RecordedRequest,
} from '../../emulator';
import { decodeFields } from '../../emulator/core/encoding';
import type { Times } from '../../nodes/shared/contract/clock';
import {
	chain,
	createHarness,
	node,
	type Harness,
	type NodeSettings,
	type Outcome,
} from '../harness';
import { closeAtEnd } from '../support/closing';
import { VirtualClock } from '../support/virtualClock';

/** Drives single operations of a vendor's node through n8n-core against an emulated cloud. */

const K = 'K';

export const PROJECT = EXAMPLE.huawei.projectId;

export type VendorName = 'huawei' | 'alibaba' | 'tencent';

/** What differs between the vendors, seen from a test. */
interface VendorNode {
	/** Full name of the node. */
	type: string;
	credential: string;
	/** Data of a credential for the emulator. */
	data(em: Emulator): IDataObject;
	/** A request in a line, without what every request has. */
	line(request: RecordedRequest): string;
	/** Parameters of a request, without what every request has; undefined without a body. */
	parameters(request: RecordedRequest): unknown;
}

const json = ({ body }: RecordedRequest): unknown =>
	body === '' ? undefined : (JSON.parse(body) as unknown);

/** The action, and the region where it is not the credential's. */
const actionLine = ({ operation }: RecordedRequest, region: unknown, usual: string) =>
	region === usual ? String(operation) : `${String(operation)} in ${String(region)}`;

/** What names an RPC request, signs it or points it at a region. */
const ENVELOPE = [
	'Action',
	'Version',
	'RegionId',
	'Format',
	'AccessKeyId',
	'Signature',
	'SignatureMethod',
	'SignatureVersion',
	'SignatureNonce',
	'SecurityToken',
	'Timestamp',
];

/** Fields of query and form body, decoded, flat as on the wire: `Tag.1.Key`. */
function rpcFields({ url, path, body }: RecordedRequest): Record<string, string> {
	const query = url.slice(path.length).replace(/^\?/, '');
	return Object.fromEntries([query, body].flatMap((part) => decodeFields(part) ?? []));
}

const VENDORS: Record<VendorName, VendorNode> = {
	huawei: {
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
		credential: 'huaweiCloudApi',
		data({ huawei, credentials }) {
			const { accessKey, secretKey } = credentials.huawei.permanent;
			return {
				authentication: 'accessKey',
				accessKeyId: accessKey,
				secretAccessKey: secretKey,
				region: EXAMPLE.huawei.region,
				projectId: PROJECT,
				endpoint: huawei.url,
				iamEndpoint: huawei.iamUrl,
			};
		},
		line: ({ method, url }) => `${method} ${url.replace(PROJECT, '{project}')}`,
		parameters: json,
	},
	alibaba: {
		type: 'n8n-nodes-managed-kafka.alibabaCloudKafka',
		credential: 'alibabaCloudApi',
		data({ alibaba, credentials }) {
			const { accessKeyId, accessKeySecret } = credentials.alibaba.permanent;
			return {
				accessKeyId,
				accessKeySecret,
				region: EXAMPLE.alibaba.region,
				endpoint: alibaba.url,
				signatureVersion: 'ACS3-HMAC-SHA256',
			};
		},
		line: (request) => actionLine(request, rpcFields(request).RegionId, EXAMPLE.alibaba.region),
		parameters: (request) =>
			Object.fromEntries(
				Object.entries(rpcFields(request)).filter(([name]) => !ENVELOPE.includes(name)),
			),
	},
	tencent: {
		type: 'n8n-nodes-managed-kafka.tencentCloudKafka',
		credential: 'tencentCloudApi',
		data({ tencent, credentials }) {
			const { secretId, secretKey } = credentials.tencent.permanent;
			return {
				secretId,
				secretKey,
				region: EXAMPLE.tencent.region,
				site: 'china',
				endpoint: tencent.url,
			};
		},
		line: (request) => actionLine(request, request.headers['x-tc-region'], EXAMPLE.tencent.region),
		parameters: json,
	},
};

export interface Cloud {
	em: Emulator;
	n8n: Harness;
	/** The time of the node, and of the cloud as far as its `speed` lets it pass. */
	clock: VirtualClock;
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
	/**
	 * Requests since the last `forget`, a line each. Huawei Cloud: method and address as sent, the
	 * project ID left out. The others: the action, as in `CreateTopic`, and in
	 * `CreateTopic in cn-beijing` the region if it is not the credential's.
	 */
	lines(): string[];
	/**
	 * Body of the last request, or of the last one of an API operation; undefined without one.
	 * Alibaba Cloud: the operation's parameters, all texts, flat as sent (`Tag.1.Key`), be they in the
	 * query or in a form.
	 */
	body(api?: string): unknown;
	/** Requests of one API operation. */
	sent(api: string): Emulator['requests'];
	/** Clears requests and faults. */
	forget(): void;
	/** Closes it, for a new cloud in the same n8n: it is empty, and nobody remembers another one. */
	renew(): Promise<Cloud>;
	close(): Promise<void>;
}

export interface StageOptions extends EmulatorOptions {
	/** Time tables of the node that are to be others than usual. */
	times?: Partial<Times>;
}

export interface Ran {
	items: IDataObject[];
	run: Outcome;
	/** Message and description of the error, '' without one. */
	told: string;
}

const sentTo = ({ requests }: Emulator, api: string) =>
	requests.filter(({ operation }) => operation === api);

/** Milliseconds after which the nodes remember nothing of an address that another cloud gets later. */
const FORGOTTEN = 24 * 60 * 60_000;

/** Huawei Cloud with a state, see {@link openVendor}. */
export const openCloud = async (
	huawei: EmulatorOptions['huawei'] = {},
	options: Omit<StageOptions, 'huawei'> = {},
): Promise<Cloud> => await openVendor('huawei', { huawei, ...options });

/**
 * A cloud and an n8n that has a credential for it; the cloud's clock stands still without `speed`. It is
 * closed when the test ends, or the file where no test has opened it.
 */
export async function openVendor(
	vendor: VendorName,
	{ times, ...options }: StageOptions = {},
): Promise<Cloud> {
	const { type, credential, data, line, parameters: parametersIn } = VENDORS[vendor];
	const clock = new VirtualClock({ times });
	const open = async (): Promise<Emulator> => {
		const em = await startEmulator({ speed: 0, time: clock, ...options });
		clock.of(em);
		return em;
	};
	const first = await open();
	const n8n = await createHarness({ credentials: { [credential]: data(first) as never }, clock });
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
			chain(node(K, type, given, { credentials: [credential], ...settings })),
			{ inputItems: json.map((one) => ({ json: one })) },
		);
		const { message = '', description = '' } = (run.error ?? {}) as {
			message?: string;
			description?: string | null;
		};
		const items = run.error ? [] : run.items(K);
		return { items, run, told: [message, description].filter(Boolean).join(' | ') };
	};
	const cloudOf = (em: Emulator): Cloud => ({
		em,
		n8n,
		clock,
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
				type,
				parameters,
				credentials: [credential],
				args,
			}),
		lines: () => em.requests.map(line),
		body(api) {
			const last = (api ? sentTo(em, api) : em.requests).at(-1);
			return last && parametersIn(last);
		},
		sent: (api) => sentTo(em, api),
		forget() {
			em.requests.length = 0;
			em.faults.clear();
		},
		async renew() {
			await em.close();
			clock.advance(FORGOTTEN);
			const next = await open();
			n8n.credentials[credential] = data(next) as never;
			return cloudOf(next);
		},
		close: closeAtEnd(async () => {
			clock.close();
			await em.close();
		}),
	});
	return cloudOf(first);
}

/** A value of a resource locator. */
export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
export const byName = (value: string) => ({ __rl: true as const, mode: 'name', value });

/** Wait for Completion, checking every 15 seconds. */
export const WAITING: INodeParameters = {
	waitForCompletion: true,
	waitOptions: { pollInterval: 15 },
};
