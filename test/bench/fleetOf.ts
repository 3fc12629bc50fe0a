/** Reads a fleet once, by the node or by a script, as the argument says, and hands the figures over. */
import { loadavg } from 'node:os';

import { ALIBABA_REGIONS } from '../../credentials/regions/alibaba';
import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import { TENCENT_REGIONS } from '../../credentials/regions/tencent';
import { EXAMPLE, exampleAccounts, startEmulator, type Emulator } from '../../emulator';
import { chain, createHarness, node } from '../harness';
import { VENDORS, type VendorName } from '../support/clouds';
import { alibabaClient, models } from '../support/sdks/alibaba';
import { huaweiClient } from '../support/sdks/huawei';
import { tencentClient } from '../support/sdks/tencent';
import { done } from './apart';

/** What is read, and by what. */
export interface FleetCase {
	name: string;
	/** All regions of three clouds, or the credential's region of one. */
	where: 'all' | VendorName;
	/** Regions of a cloud that a script reads at once; absent for the node. */
	atOnce?: number;
}

/** What it took; memory in MB. */
export interface FleetFigures {
	instances: number;
	seconds: number;
	requests: number;
	refused: number;
	before: number;
	most: number;
	load: number;
}

const CLOUDS: VendorName[] = ['alibaba', 'huawei', 'tencent'];
const LATENCY_MS = 50;

const valuesOf = (regions: ReadonlyArray<{ value: unknown }>) =>
	regions.map(({ value }) => String(value));

const REGIONS: Record<VendorName, string[]> = {
	huawei: valuesOf(HUAWEI_REGIONS),
	alibaba: valuesOf(ALIBABA_REGIONS),
	tencent: valuesOf(TENCENT_REGIONS),
};

/** A project in each region of Huawei Cloud. */
const accounts = exampleAccounts();
const further = REGIONS.huawei.filter((region) => region !== EXAMPLE.huawei.region);
accounts.huawei.projects.push(
	...further.map((region, index) => ({ id: String(index + 1).padStart(32, '0'), region })),
);

/** The clouds, as far away and as strict as the real ones. */
async function openClouds(where: FleetCase['where'], count: number): Promise<Emulator> {
	const seedOf = (cloud: VendorName, index: number) => {
		const share = Math.floor(count / CLOUDS.length) + (index < count % CLOUDS.length ? 1 : 0);
		const own = where === 'all' ? share : where === cloud ? count : 0;
		const regions = where === 'all' ? REGIONS[cloud] : [EXAMPLE[cloud].region];
		return Array.from({ length: own }, (_, i) => ({
			name: `orders-${i}`,
			region: regions[i % regions.length],
		}));
	};
	const seeds = Object.fromEntries(
		CLOUDS.map((cloud, index) => [cloud, { instances: seedOf(cloud, index) }]),
	);
	const emulator = await startEmulator({
		...seeds,
		accounts,
		rateLimits: true,
		keepRequests: 10_000,
	});
	emulator.faults.add({ times: 'always', effect: { kind: 'delay', ms: LATENCY_MS } });
	return emulator;
}

/** @returns How to read, which gives the number of instances */
async function byNode(emulator: Emulator, where: FleetCase['where']) {
	const clouds = where === 'all' ? CLOUDS : [where];
	const credentials = Object.fromEntries(
		clouds.map((cloud) => [VENDORS[cloud].credential, VENDORS[cloud].data(emulator)]),
	);
	const n8n = await createHarness({ credentials });
	const parameters = {
		resource: 'instance',
		operation: 'getAll',
		clouds,
		regions: where === 'all' ? 'all' : 'own',
		returnAll: true,
	};
	const fleet = node('Fleet', 'n8n-nodes-managed-kafka.kafkaFleet', parameters, {
		credentials: clouds.map((cloud) => VENDORS[cloud].credential),
	});
	return async () => {
		const outcome = await n8n.run(chain(fleet));
		if (outcome.error) throw outcome.error;
		const items = outcome.items('Fleet');
		return items.filter(({ kind }) => kind !== 'regionNotRead').length;
	};
}

/** A function that reads a page of a region: its instances, from an offset on. */
type ReadPage = (offset: number) => Promise<unknown[]>;

/** What each region of a cloud is read with, and how many instances a page has. */
const PAGES: Record<VendorName, { size: number; of(em: Emulator, region: string): ReadPage }> = {
	huawei: {
		size: 50,
		of(em, region) {
			const { projects } = accounts.huawei;
			const client = huaweiClient(em, projects.find((one) => one.region === region)?.id);
			return async (offset) => {
				const query = { engine: 'kafka', include_failure: 'true', limit: '50' };
				const asked = { ...query, offset: String(offset) };
				const { instances } = (await client.listInstances(asked)) as { instances?: unknown[] };
				return instances ?? [];
			};
		},
	},
	alibaba: {
		size: Infinity,
		of(em, regionId) {
			const client = alibabaClient(em);
			return async () => {
				const request = new models.GetInstanceListRequest({ regionId });
				const { body } = (await client.getInstanceList(request)) as {
					body?: { instanceList?: { instanceVO?: unknown[] } };
				};
				return body?.instanceList?.instanceVO ?? [];
			};
		},
	},
	tencent: {
		size: 20,
		of(em, region) {
			const client = tencentClient(em, region);
			return async (Offset) => {
				const { Result } = (await client.DescribeInstancesDetail({ Offset, Limit: 20 })) as {
					Result?: { InstanceList?: unknown[] };
				};
				return Result?.InstanceList ?? [];
			};
		},
	},
};

/** Calls of a script that failed. */
let failures = 0;

/** All instances of a region; what is refused is lost, as in a script without retries. */
async function readRegion(read: ReadPage, size: number): Promise<number> {
	let count = 0;
	for (;;) {
		const page = await read(count).catch(() => {
			failures++;
			return [];
		});
		count += page.length;
		if (page.length < size) return count;
	}
}

async function readCloud(em: Emulator, cloud: VendorName, atOnce: number): Promise<number> {
	const left = [...REGIONS[cloud]];
	let count = 0;
	const worker = async () => {
		for (let region = left.shift(); region !== undefined; region = left.shift()) {
			const { size, of } = PAGES[cloud];
			const read = await readRegion(of(em, region), size);
			count += read;
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return count;
}

const byScripts = (em: Emulator, atOnce: number) => async () => {
	const counts = CLOUDS.map(async (cloud) => await readCloud(em, cloud, atOnce));
	return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};

const megabytes = () => process.memoryUsage().heapUsed / 2 ** 20;

async function main() {
	const given = JSON.parse(process.argv[2]) as FleetCase & { instances: number };
	const [load] = loadavg();
	const em = await openClouds(given.where, given.instances);
	const read = given.atOnce ? byScripts(em, given.atOnce) : await byNode(em, given.where);
	globalThis.gc?.();
	const before = megabytes();
	let most = before;
	const sampling = setInterval(() => (most = Math.max(most, megabytes())), 50);
	const start = performance.now();
	const instances = await read();
	const seconds = (performance.now() - start) / 1000;
	clearInterval(sampling);
	most = Math.max(most, megabytes());
	const requests = em.requests.length;
	const refused = given.atOnce ? failures : refusedIn(em);
	await em.close();
	const figures: FleetFigures = { instances, seconds, requests, refused, before, most, load };
	done(figures);
}

/**
 * Requests that were refused: Tencent Cloud does that with status 200, after which the node repeats the request, and a
 * script counts a failure.
 */
function refusedIn({ requests }: Emulator): number {
	const seen = new Set<string>();
	return requests.filter(({ vendor, operation, status, body, headers }) => {
		const key = [vendor, operation, headers['x-tc-region'], body].join('|');
		const isRepeated = vendor === 'tencent' && seen.has(key);
		seen.add(key);
		return status >= 400 || isRepeated;
	}).length;
}

void main();
