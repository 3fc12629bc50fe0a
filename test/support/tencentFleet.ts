import axios from 'axios';
import type {
	IAllExecuteFunctions,
	IAuthenticate,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { ManagedKafkaTencentCloudApi } from '../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import type { Scope, VendorRecord } from '../../nodes/shared/fleet/record';
import { connect, type Connection } from '../../nodes/shared/request/connection';
import { tencent } from '../../nodes/TencentCloudKafka/vendor';
import { closeAtEnd } from './closing';
import { VENDORS } from './clouds';
import { VirtualClock } from './virtualClock';

/** Tencent Cloud's part of the fleet on the sources: through the shared request path, without n8n, to an emulated cloud. */

/** When the cloud opens, Unix time in milliseconds: noon in UTC, 20:00 in China. */
export const NOW = Date.parse('2030-01-15T12:00:00Z');

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Key of the account that its policies keep from some services. */
export const LIMITED = { secretId: 'AKIDlimited00000000001', secretKey: 'limited-key' };

export const scopeIn = (region: string): Scope => ({
	cloud: 'tencent',
	region,
	project: null,
	projectId: null,
});

export interface Account {
	em: Emulator;
	clock: VirtualClock;
	/** Opens a region with the credential; `more` overrides its data. */
	open(region?: string, more?: IDataObject): Promise<Connection>;
	/** Operations requested since the last call, with the region where it is not the credential's. */
	lines(): string[];
	/** Parameters of the last request of an operation. */
	body(operation: string): IDataObject;
}

type SignFunction = Extract<IAuthenticate, (...args: never[]) => unknown>;

/** n8n's part: it signs by the credential and sends, and hands an answer of any status over. */
function contextFor(data: () => IDataObject, clock: VirtualClock): IAllExecuteFunctions {
	const credential = new ManagedKafkaTencentCloudApi(clock.now);
	const context = {
		getNode: () => ({ id: 'n', name: 'Fleet', type: 'x', typeVersion: 1, credentials: {} }),
		getCredentials: async () => data(),
		helpers: {
			async httpRequestWithAuthentication(_type: string, options: IHttpRequestOptions) {
				const sign = credential.authenticate as SignFunction;
				const signed = await sign(data() as never, options);
				const { url, method, headers, body } = signed;
				const answer = await axios.request<string>({
					url,
					method,
					headers: headers as never,
					data: body,
					responseType: 'text',
					transformResponse: [(text: string) => text],
					validateStatus: () => true,
					signal: (this as unknown as IExecuteFunctions).getExecutionCancelSignal?.(),
				});
				let parsed: unknown = answer.data;
				try {
					parsed = JSON.parse(answer.data);
				} catch {
					// What is no JSON stays a text, as n8n leaves it.
				}
				return { statusCode: answer.status, headers: answer.headers, body: parsed };
			},
		},
	};
	return context as unknown as IAllExecuteFunctions;
}

/** Opens an emulated cloud whose life stands still but for the waiting of who asks; it is closed at the end of the test. */
export async function openAccount(
	state: EmulatorOptions['tencent'] = {},
	options: Omit<EmulatorOptions, 'tencent'> = {},
): Promise<Account> {
	const clock = new VirtualClock({ start: NOW });
	const em = await startEmulator({ speed: 0, time: clock, tencent: state, ...options });
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
			await connect(
				contextFor(() => VENDORS.tencent.data(em, more), clock),
				tencent,
				clock,
				region,
			),
		lines: () => {
			const lines = em.requests.slice(counted).map(VENDORS.tencent.line);
			counted = em.requests.length;
			return lines;
		},
		body: (operation) => {
			const last = em.requests.filter((request) => request.operation === operation).at(-1);
			return JSON.parse(String(last?.body)) as IDataObject;
		},
	};
}

/** How often each line is there. */
export const counted = (lines: string[]): Record<string, number> =>
	lines.reduce<Record<string, number>>(
		(counts, line) => ({ ...counts, [line]: (counts[line] ?? 0) + 1 }),
		{},
	);

/** The record with a name. */
export function recordNamed(records: VendorRecord[], name: string): VendorRecord {
	const found = records.find((one) => one.name === name);
	if (!found) throw new Error(`There is no ${name}`);
	return found;
}
