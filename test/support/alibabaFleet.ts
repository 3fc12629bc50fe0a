import axios from 'axios';
import type {
	IAllExecuteFunctions,
	IAuthenticate,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { ManagedKafkaAlibabaCloudApi } from '../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import {
	startEmulator,
	type AlibabaSeed,
	type Emulator,
	type EmulatorOptions,
} from '../../emulator';
import { alibabaFleet } from '../../nodes/AlibabaCloudKafka/fleet';
import { alibaba } from '../../nodes/AlibabaCloudKafka/vendor';
import type { FleetInstance, Scope, VendorRecord } from '../../nodes/shared/fleet/record';
import type { MetricAsk, Open } from '../../nodes/shared/fleet/vendor';
import { connect, type Connection } from '../../nodes/shared/request/connection';
import { closeAtEnd } from './closing';
import { VENDORS } from './clouds';
import { VirtualClock } from './virtualClock';

/** Alibaba Cloud's part of the fleet on the sources: through the shared request path, without n8n, to an emulated cloud. */

/** When the cloud opens, Unix time in milliseconds. */
export const NOW = Date.parse('2030-01-15T12:20:00Z');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const scopeIn = (region: string): Scope => ({
	cloud: 'alibaba',
	region,
	project: null,
	projectId: null,
});

export interface Account {
	em: Emulator;
	clock: VirtualClock;
	/** Opens a region, once; the credential has the data of `openAccount`. */
	open: Open;
	/** Seeds an instance that was created so long ago, milliseconds, and gives its record. */
	seed(seed: AlibabaSeed, age?: number): Promise<VendorRecord>;
	/** The records of a region. */
	records(region?: string): Promise<VendorRecord[]>;
	/** Operations requested since the last call, `CreateTopic in cn-beijing` in another region than the credential's. */
	operations(): string[];
	/** Parameters of the last request of an operation. */
	last(operation: string): IDataObject;
}

type SignFunction = Extract<IAuthenticate, (...args: never[]) => unknown>;

async function send({ url, method, headers, body }: IHttpRequestOptions, signal?: AbortSignal) {
	const answer = await axios.request<string>({
		url,
		method,
		// As n8n does it: axios would name a type of a body that there is not.
		headers: { 'Content-Type': null, ...headers } as never,
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
	const credential = new ManagedKafkaAlibabaCloudApi(clock.now, clock.timeout, clock);
	const context = {
		getNode: () => ({ id: 'n', name: 'Fleet', type: 'x', typeVersion: 1, credentials: {} }),
		getCredentials: async () => ({ ...data }),
		helpers: {
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

interface AccountOptions extends Omit<EmulatorOptions, 'alibaba'> {
	/** Further data of the credential. */
	more?(em: Emulator): IDataObject;
	/** When it opens, Unix time in milliseconds. */
	start?: number;
}

/**
 * Opens an emulated cloud whose life stands still but for the waiting of who asks; it is closed at the end of
 * the test.
 */
export async function openAccount(
	state: EmulatorOptions['alibaba'] = {},
	{ more, start = NOW, ...options }: AccountOptions = {},
): Promise<Account> {
	const clock = new VirtualClock({ start });
	const em = await startEmulator({ speed: 1, time: clock, alibaba: state, ...options });
	clock.of(em);
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	const context = contextFor(VENDORS.alibaba.data(em, more?.(em)), clock);
	const opened = new Map<string | undefined, Promise<Connection>>();
	const open: Open = async (region) => {
		const known = opened.get(region) ?? connect(context, alibaba, clock, region);
		opened.set(region, known);
		return await known;
	};
	const how = () => ({ raw: false, now: clock.now() });
	const records = async (region = 'cn-hangzhou') =>
		(await alibabaFleet.list(await open(region), scopeIn(region), how())).records;
	let counted = 0;
	return {
		em,
		clock,
		open,
		records,
		seed: async (given, age = 100 * DAY) => {
			const { id, region } = em.alibaba.state.seed({ createdAt: clock.now() - age, ...given });
			const found = (await records(region)).find((one) => one.id === id);
			if (!found) throw new Error(`There is no ${id}`);
			counted = em.requests.length;
			return found;
		},
		operations: () => {
			const lines = em.requests.slice(counted).map(VENDORS.alibaba.line);
			counted = em.requests.length;
			return lines;
		},
		last: (operation) => {
			const found = em.requests.filter((request) => request.operation === operation).at(-1);
			return found ? (VENDORS.alibaba.parameters(found) as IDataObject) : {};
		},
	};
}

/** How often each is there. */
export const counted = (names: string[]): Record<string, number> =>
	names.reduce<Record<string, number>>(
		(counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }),
		{},
	);

/** A question for so many days up to now, whole hours. */
export const asked = (instances: readonly VendorRecord[], days: number): MetricAsk => {
	const to = Math.ceil(NOW / HOUR) * HOUR;
	return { instances, from: to - days * DAY, to, period: 3600, floor: 0 };
};

/** A record with what the core adds, none of which matters to the cloud. */
export const inFleet = (record: VendorRecord): FleetInstance => ({
	...record,
	key: record.id,
	account: null,
	owner: null,
	ageDays: null,
	protected: { vendor: null, tag: false, name: false },
	mark: null,
	price: null,
});
