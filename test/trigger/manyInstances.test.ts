/**
 * Random histories of 1 to 5,000 instances with failed and partial lists, polls that overlap or take
 * too long, restarts, and polls whose result n8n failed to store: what lasts is reported, once where n8n
 * stored it, and nothing else is.
 *
 * `TRIGGER_SEED=7 TRIGGER_RUNS=1` repeats one history; the counts are then printed.
 */
import { History, World, noCounts } from './history';
import { listedClouds, type ListedCloud } from './listedClouds';
import { randomOf, seedsOf } from '../support/random';
import { VirtualClock } from '../support/virtualClock';

const { seeds, isUsual } = seedsOf(340);
const MOST = 5000;

const clock = new VirtualClock();
afterAll(() => clock.close());

/** Most have few instances; every 80th has as many as there can be. */
function sizeOf(seed: number): number {
	if (seed % 80 === 0) return MOST;
	const share = randomOf(seed * 31).below(1000) / 1000;
	return Math.max(1, Math.round(MOST ** (share ** 1.5)));
}

async function run(cloud: ListedCloud, seed: number, counts = noCounts()): Promise<void> {
	const random = randomOf(seed);
	const size = sizeOf(seed);
	const world = new World(cloud, random, size);
	const events = cloud.events[random.below(cloud.events.length)];
	const history = new History(world, random, counts, events, clock);
	for (let steps = size > 200 ? 5 : 20; steps > 0; steps--) await history.step();
	await history.end();
}

/** Seconds that n8n gives a poll, and the part of them after which a poll ends itself. */
const BUDGET = 300 * 0.8;

test.each(Object.entries(listedClouds))(
	`in ${seeds.length} histories of up to ${MOST} instances of %s nothing is lost, reported twice or made up`,
	async (name, cloud) => {
		const counts = noCounts();
		for (const seed of seeds) {
			try {
				await run(cloud, seed, counts);
			} catch (error) {
				const repeat = `TRIGGER_SEED=${seed} TRIGGER_RUNS=1, ${name}, ${sizeOf(seed)} instances`;
				throw new Error(`${repeat}: ${(error as Error).message}`);
			}
		}
		if (!isUsual) console.log(name, JSON.stringify(counts));
		expect(counts.bytes).toBeLessThan(100);
		expect(counts.requests / cloud.perSecond).toBeLessThan(BUDGET);
		if (!isUsual) return;
		const { failed, overlapping, expired, restarts, unstored, manual, instances } = counts;
		expect(Math.min(failed, overlapping, restarts, unstored, manual)).toBeGreaterThan(seeds.length);
		expect(expired).toBeGreaterThan(10);
		expect(instances).toBeGreaterThan(MOST - 100);
	},
	300_000,
);
