import axios from 'axios';
import type {
	IAllExecuteFunctions,
	IAuthenticate,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { ManagedKafkaHuaweiCloudApi } from '../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import {
	exampleAccounts,
	startEmulator,
	type Accounts,
	type Emulator,
	type EmulatorOptions,
} from '../../emulator';
import { huawei } from '../../nodes/HuaweiCloudKafka/vendor';
import type { Scope, VendorRecord } from '../../nodes/shared/fleet/record';
import { connect, type Connection } from '../../nodes/shared/request/connection';
import { closeAtEnd } from './closing';
import { VENDORS } from './clouds';
import { VirtualClock } from './virtualClock';

/** Huawei Cloud's part of the fleet on the sources: through the shared request path, without n8n, to an emulated cloud. */

/** When the cloud opens, Unix time in milliseconds. */
export const NOW = Date.parse('2030-01-15T12:00:00Z');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const hexOf = (number: number) => `${'0'.repeat(30)}${number.toString(16).padStart(2, '0')}`;

/** The example account with further projects; `<region>_<name>` lies in its region. */
export function withProjects(...names: string[]): Accounts {
	const accounts = exampleAccounts();
	const further = names.map((name, index) => ({
		id: hexOf(index + 1),
		region: name.split('_')[0],
		...(name.includes('_') && { name }),
	}));
	accounts.huawei.projects.push(...further);
	return accounts;
}

export interface Account {
	em: Emulator;
	clock: VirtualClock;
	/** Opens a region with the credential; `more` overrides its data. */
	open(region?: string, more?: IDataObject): Promise<Connection>;
	/** The scope of a project by its name. */
	scope(name: string): Scope;
	/** Operations requested since the last call. */
	operations(): string[];
	/** Body of the last request of an operation. */
	body(operation: string): IDataObject;
}

type SignFunction = Extract<IAuthenticate, (...args: never[]) => unknown>;

async function send({ url, method, headers, body }: IHttpRequestOptions, signal?: AbortSignal) {
	const answer = await axios.request<string>({
		url,
		method,
		headers: headers as never,
		data: body,
		responseType: 'text',
		transformResponse: [(text: string) => text],
		validateStatus: () => true,
		signal,
	});
	let parsed: unknown = answer.data;
	try {
		parsed = JSON.parse(answer.data);
	} catch {
		// What is no JSON stays a text, as n8n leaves it.
	}
	return { statusCode: answer.status, headers: answer.headers, body: parsed };
}

/** n8n's part: it signs by the credential and sends, and hands an answer of any status over. */
function contextFor(data: IDataObject, clock: VirtualClock): IAllExecuteFunctions {
	const credential = new ManagedKafkaHuaweiCloudApi(clock.now, clock.timeout, clock);
	const context = {
		getNode: () => ({ id: 'n', name: 'Fleet', type: 'x', typeVersion: 1, credentials: {} }),
		getCredentials: async () => ({ ...data }),
		helpers: {
			httpRequest: async (options: IHttpRequestOptions) =>
				await send(options, options.abortSignal as AbortSignal | undefined),
			async httpRequestWithAuthentication(type: string, options: IHttpRequestOptions) {
				const sender = this as unknown as IExecuteFunctions;
				const sign = credential.authenticate as SignFunction;
				const signed = await sign((await sender.getCredentials(type)) as never, options);
				return await send(signed, sender.getExecutionCancelSignal?.());
			},
		},
	};
	// n8n calls its helpers with the context in `this`.
	return context as unknown as IAllExecuteFunctions;
}

/**
 * Opens an emulated cloud whose life stands still but for the waiting of who asks; it is closed at the end of
 * the test.
 *
 * @param start Unix time at which it opens, milliseconds
 */
export async function openAccount(
	state: EmulatorOptions['huawei'] = {},
	options: Omit<EmulatorOptions, 'huawei'> = {},
	start = NOW,
): Promise<Account> {
	const clock = new VirtualClock({ start });
	const em = await startEmulator({ speed: 0, time: clock, huawei: state, ...options });
	clock.of(em);
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	let counted = 0;
	return {
		em,
		clock,
		open: async (region, more) =>
			await connect(contextFor(VENDORS.huawei.data(em, more), clock), huawei, clock, region),
		scope: (name) => {
			const { projects } = em.huawei.state.accounts;
			const found = projects.find((project) => (project.name ?? project.region) === name);
			if (!found) throw new Error(`There is no project ${name}`);
			return { cloud: 'huawei', region: found.region, project: name, projectId: found.id };
		},
		operations: () => {
			const operations = em.requests.slice(counted).map(({ operation }) => String(operation));
			counted = em.requests.length;
			return operations;
		},
		body: (operation) => {
			const last = em.requests.filter((request) => request.operation === operation).at(-1);
			return JSON.parse(String(last?.body)) as IDataObject;
		},
	};
}

/** How often each is there. */
export const counted = (names: string[]): Record<string, number> =>
	names.reduce<Record<string, number>>(
		(counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }),
		{},
	);

/** The record with a name. */
export function recordNamed(records: VendorRecord[], name: string): VendorRecord {
	const found = records.find((one) => one.name === name);
	if (!found) throw new Error(`There is no ${name}`);
	return found;
}
