import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import {
	chain,
	createHarness,
	node,
	type Harness,
	type NodeSettings,
	type Outcome,
} from '../harness';
import { closeAtEnd } from './closing';
import { VENDORS, type VendorName } from './clouds';
import { told } from './stage';
import { VirtualClock } from './virtualClock';

/** The node of all clouds in n8n's engine, against three emulated clouds on virtual time. */

/** When the clouds open, Unix time in milliseconds. */
export const NOW = Date.parse('2030-01-15T12:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const FLEET = 'n8n-nodes-managed-kafka.kafkaFleet';
export const FLEET_TRIGGER = 'n8n-nodes-managed-kafka.kafkaFleetTrigger';
export const ALL_CLOUDS: VendorName[] = ['alibaba', 'huawei', 'tencent'];

/** Name of the node in these workflows. */
const F = 'Fleet';

export interface FleetRan {
	items: IDataObject[];
	output: INodeExecutionData[];
	/** Items of the error output. */
	failed: IDataObject[];
	/** Message and description of the error, '' without one. */
	told: string;
	run: Outcome;
}

export interface FleetRunOptions {
	/** JSON of the input items. */
	json?: IDataObject[];
	node?: NodeSettings;
	/** Clouds whose credential is chosen; by default all. */
	credentials?: VendorName[];
	signal?: AbortSignal;
}

export interface FleetStage {
	em: Emulator;
	n8n: Harness;
	clock: VirtualClock;
	/** Runs an operation: `instance/getAll`. Clouds are all three unless the parameters say otherwise. */
	run(
		operation: string,
		parameters?: INodeParameters,
		options?: FleetRunOptions,
	): Promise<FleetRan>;
	/** The same, which has to succeed. */
	items(
		operation: string,
		parameters?: INodeParameters,
		options?: FleetRunOptions,
	): Promise<IDataObject[]>;
	/** Requests since the last call, as `huawei ListInstances`. */
	lines(): string[];
	/** Requests that change something, since the beginning. */
	writes(): string[];
}

/** Opens the clouds; they are closed when the test ends. */
export async function openFleet(options: EmulatorOptions = {}): Promise<FleetStage> {
	const clock = new VirtualClock({ start: NOW });
	const em = await startEmulator({ speed: 0, time: clock, keepRequests: 100_000, ...options });
	clock.of(em);
	const credentials = Object.fromEntries(
		ALL_CLOUDS.map((cloud) => [VENDORS[cloud].credential, VENDORS[cloud].data(em)]),
	);
	const n8n = await createHarness({ credentials, clock });
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	let counted = 0;
	const run: FleetStage['run'] = async (operation, parameters = {}, given = {}) => {
		const [resource, value] = operation.split('/');
		const { json = [{}], credentials: chosen = ALL_CLOUDS, node: settings, signal } = given;
		const fleet = node(
			F,
			FLEET,
			{ resource, operation: value, clouds: ALL_CLOUDS, ...parameters },
			{ credentials: chosen.map((cloud) => VENDORS[cloud].credential), ...settings },
		);
		const outcome = await n8n.run(chain(fleet), {
			inputItems: json.map((one) => ({ json: one })),
			signal,
		});
		const output = outcome.error ? [] : outcome.output(F);
		return {
			output,
			items: output.map((one) => one.json),
			failed: outcome.error ? [] : outcome.items(F, 1),
			told: told(outcome.error),
			run: outcome,
		};
	};
	return {
		em,
		n8n,
		clock,
		run,
		async items(operation, parameters, given) {
			const ran = await run(operation, parameters, given);
			expect(ran.told).toBe('');
			return ran.items;
		},
		lines() {
			const lines = em.requests
				.slice(counted)
				.map((one) => `${one.vendor} ${String(one.operation)}`);
			counted = em.requests.length;
			return lines;
		},
		writes: () =>
			em.requests
				.filter((one) => !isRead(one) && !READS.has(String(one.operation)))
				.map((one) => `${one.vendor} ${String(one.operation)}`),
	};
}

/** What Huawei Cloud's IAM is asked, the node only reads there. */
const isRead = (request: Emulator['requests'][number]): boolean =>
	request.vendor === 'iam' || VENDORS[request.vendor].isRead(request);

/** Reads that do not look like one. */
const READS: ReadonlySet<string> = new Set(['BatchListMetricData', 'BatchListSpecifiedMetricData']);

/** How often each is there. */
export const countOf = (lines: string[]): Record<string, number> =>
	lines.reduce<Record<string, number>>(
		(counts, line) => ({ ...counts, [line]: (counts[line] ?? 0) + 1 }),
		{},
	);

/** The one item about an instance of that name. */
export function named(items: IDataObject[], name: string): IDataObject {
	const found = items.filter((one) => one.name === name);
	expect(found.map((one) => one.name)).toEqual([name]);
	return found[0];
}
