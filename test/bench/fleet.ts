import { apart } from './apart';
import type { FleetCase, FleetFigures } from './fleetOf';
import { median, rounded } from './measure';
import type { Cell, Table } from './table';

const ROUNDS = 3;

/** Instances of the fleet, as many in each cloud, over all regions or in one. */
const INSTANCES = 1_000;

const script = (atOnce: number): FleetCase => ({
	name: `SDK scripts, ${atOnce} ${atOnce === 1 ? 'region' : 'regions'} at once per cloud`,
	where: 'all',
	atOnce,
});

/** What is compared: the node, and scripts on the SDKs that do the same. */
const SPREAD: FleetCase[] = [
	{ name: 'Kafka Fleet', where: 'all' },
	script(1),
	script(4),
	script(16),
];

/** What one region of each cloud takes. */
const SINGLE = (['huawei', 'alibaba', 'tencent'] as const).map(
	(where): FleetCase => ({ name: 'Kafka Fleet', where }),
);

/** An inventory of three clouds, beside scripts on the official SDKs; the runs take turns. */
export async function bench(): Promise<Table> {
	const all = [...SPREAD, ...SINGLE];
	const found = new Map(all.map((one) => [one, [] as FleetFigures[]]));
	for (let round = 0; round < ROUNDS; round++) {
		for (const one of all) {
			const args = [JSON.stringify({ ...one, instances: INSTANCES })];
			found.get(one)?.push(await apart<FleetFigures>('fleetOf.ts', args));
		}
	}
	return {
		title: 'Fleet',
		about: `An inventory of ${INSTANCES} instances by the node Kafka Fleet (Instance: Get Many), in comparison with scripts that read the same lists with the official SDKs: over all regions of three clouds, or in one region of one cloud. Run in turns against the emulator with 50 ms of latency and its rate limits on; median of ${ROUNDS} rounds, each in a process of its own. The emulator runs in the same process, so memory includes it.`,
		columns: [
			'Run',
			'regions',
			'instances read',
			'seconds',
			'requests',
			'refused',
			'heap MB before',
			'maximum',
			'load at the start',
		],
		rows: all.map((one) => rowOf(one, found.get(one) ?? [])),
		meaning:
			'A nightly inventory of all clouds and regions takes seconds. A script that only lists is faster with many regions at once, but leaves out what a clean-up has to know: recycle bins, and whether a list is complete.',
		goal: 'All regions within 15 seconds, and no request refused; 21 list requests for 1,000 instances in one region of Huawei Cloud, 1 of Alibaba Cloud, 53 of Tencent Cloud.',
		notes: [
			'The node asks for more than the lists: the projects of the account, the recycle bin of each project, and the regions of Tencent Cloud; and it checks the lists of Alibaba Cloud against the IDs of the whole account. The scripts are given the projects and regions, and read the lists only.',
			'The node and the scripts read three clouds simultaneously. The node reads four regions of a cloud at once and keeps to the limits of each operation by itself; the SDKs neither pace nor retry.',
		],
	};
}

function rowOf({ name, where }: FleetCase, figures: FleetFigures[]): Cell[] {
	const of = (member: keyof FleetFigures) => median(figures.map((one) => one[member]));
	const region = where === 'all' ? 'all of three clouds' : `one of ${LABELS[where]}`;
	return [
		name,
		region,
		of('instances'),
		rounded(of('seconds')),
		of('requests'),
		Math.max(...figures.map(({ refused }) => refused)),
		rounded(of('before')),
		rounded(of('most')),
		rounded(of('load')),
	];
}

const LABELS = { huawei: 'Huawei Cloud', alibaba: 'Alibaba Cloud', tencent: 'Tencent Cloud' };
