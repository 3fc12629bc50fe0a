import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import type { Times } from '../../nodes/shared/contract/clock';
import {
	chain,
	createHarness,
	node,
	type Harness,
	type NodeSettings,
	type Outcome,
	type RunOptions,
	type Running,
} from '../harness';
import { closeAtEnd } from './closing';
import { VENDORS, typeWith, type VendorName } from './clouds';
import { VirtualClock } from './virtualClock';

export { PROJECT, type VendorName } from './clouds';
export { byId, byName, newInstance, newTopic, WAITING } from './given';

/** Drives the nodes through n8n-core against an emulated cloud, which is the same for the three vendors. */

/** The name of the node in the workflows of these tests. */
export const K = 'K';

/** An ID that no instance of Huawei Cloud has. */
export const NOWHERE = '00000000-0000-4000-8000-000000000000';

export interface Cloud {
	em: Emulator;
	n8n: Harness;
	/** The time of the node, and of the cloud as far as its `speed` lets it pass. */
	clock: VirtualClock;
	/** Runs the node alone, with an item for each of `json`. */
	start(parameters: INodeParameters, options?: StartOptions): Running;
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
	/** Body of the only request of an API operation; fails where there are several or none. */
	onlyBody(api: string): unknown;
	/** Requests that are not reads. */
	writes(): Emulator['requests'];
	/** Requests of one API operation. */
	sent(api: string): Emulator['requests'];
	/** Clears requests and faults. */
	forget(): void;
	/** Closes it, for a new cloud in the same n8n: it is empty, and nobody remembers another one. */
	renew(): Promise<Cloud>;
	close(): Promise<void>;
}

export interface StartOptions extends RunOptions {
	/** JSON of the input items; one empty item by default. */
	json?: IDataObject[];
	/** Settings of the node such as `onError`. */
	node?: NodeSettings;
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
	const { credential, data, line, isRead, parameters: parametersIn } = VENDORS[vendor];
	const typeOf = ({ resource }: INodeParameters) => typeWith(vendor, resource);
	const clock = new VirtualClock({ times });
	const open = async (): Promise<Emulator> => {
		const em = await startEmulator({ speed: 0, time: clock, ...options });
		clock.of(em);
		return em;
	};
	const first = await open();
	const n8n = await createHarness({ credentials: { [credential]: data(first) }, clock });
	const parametersOf = (operation: string, parameters: INodeParameters): INodeParameters => {
		const [resource, name] = operation.split('/');
		return { resource, operation: name, ...parameters };
	};
	const start: Cloud['start'] = (parameters, { json = [{}], node: settings, ...more } = {}) =>
		n8n.run(
			chain(node(K, typeOf(parameters), parameters, { credentials: [credential], ...settings })),
			{
				inputItems: json.map((one) => ({ json: one })),
				...more,
			},
		);
	const ran = async (
		json: IDataObject[],
		operation: string,
		parameters: INodeParameters = {},
		settings: NodeSettings = {},
	): Promise<Ran> => {
		const run = await start(parametersOf(operation, parameters), { json, node: settings });
		return { items: run.error ? [] : run.items(K), run, told: told(run.error) };
	};
	const cloudOf = (em: Emulator): Cloud => ({
		em,
		n8n,
		clock,
		start,
		run: async (operation, parameters, settings) =>
			await ran([{}], operation, parameters, settings),
		runItems: async (json, operation, parameters) => await ran(json, operation, parameters),
		async items(operation, parameters) {
			const { items, told } = await ran([{}], operation, parameters);
			expect(told).toBe('');
			return items;
		},
		lookUp: async (kind, method, parameters, ...args) =>
			await n8n.loadOptions(kind, method, {
				type: typeOf(parameters),
				parameters,
				credentials: [credential],
				args,
			}),
		lines: () => em.requests.map(line),
		body(api) {
			const last = (api ? sentTo(em, api) : em.requests).at(-1);
			return last && parametersIn(last);
		},
		onlyBody(api) {
			const requests = sentTo(em, api);
			expect(requests.map(line)).toHaveLength(1);
			return parametersIn(requests[0]);
		},
		writes: () => em.requests.filter((request) => !isRead(request)),
		sent: (api) => sentTo(em, api),
		forget() {
			em.requests.length = 0;
			em.faults.clear();
		},
		async renew() {
			await em.close();
			clock.advance(FORGOTTEN);
			const next = await open();
			n8n.credentials[credential] = data(next);
			return cloudOf(next);
		},
		close: closeAtEnd(async () => {
			clock.close();
			await em.close();
		}),
	});
	return cloudOf(first);
}

/** What a user reads of an error, '' without one. */
export function told(error: unknown): string {
	const { message, description } = (error ?? {}) as {
		message?: string;
		description?: string | null;
	};
	return [message, description].filter(Boolean).join(' | ');
}
