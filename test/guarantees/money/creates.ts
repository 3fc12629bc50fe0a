import type { Cloud, VendorName } from '../../support/stage';
import { KINDS } from './kinds';
import { listen, openPlayground, play, type Result } from './play';

/** Runs with one emulator; after that a new one, as what is gone stays in its memory. */
const RUNS_AN_EMULATOR = 100;

/** What many runs came to. */
export interface Tally {
	runs: number;
	items: number;
	made: number;
	requests: number;
	hits: number;
	byNameOnly: number;
	byOrderOnly: number;
	/** A line for each run with a problem: the seed, how it was set up and what was wrong. */
	problems: string[];
}

const describe = ({ plan, problems }: Result, seed: number) =>
	`seed ${seed}: ${problems.join('; ')}\n  ${JSON.stringify({ ...plan, kind: plan.kind.operation })}`;

/** Plays the runs of the seeds from `first` on. */
export async function playMany(vendor: VendorName, first: number, runs: number): Promise<Tally> {
	const log = listen();
	const tally: Tally = {
		runs,
		items: 0,
		made: 0,
		requests: 0,
		hits: 0,
		byNameOnly: 0,
		byOrderOnly: 0,
		problems: [],
	};
	let cloud: Cloud | undefined;
	for (let i = 0; i < runs; i++) {
		if (i % RUNS_AN_EMULATOR === 0) {
			await cloud?.close();
			cloud = await openPlayground(vendor);
		}
		const seed = first + i;
		const result = await play(cloud as Cloud, seed, KINDS[vendor], log);
		tally.items += result.plan.names.length;
		for (const count of ['made', 'requests', 'hits', 'byNameOnly', 'byOrderOnly'] as const) {
			tally[count] += result[count];
		}
		if (result.problems.length > 0) tally.problems.push(describe(result, seed));
	}
	return tally;
}
