/**
 * Random histories of 1 to 5,000 instances with failed and partial lists, polls that overlap or take
 * too long, restarts, and polls whose result n8n failed to store: what lasts is reported, once where n8n
 * stored it, and nothing else is.
 */
import fc from 'fast-check';

import { isReplay, playPlans } from '../support/plans';
import { VirtualClock } from '../support/virtualClock';
import { History, World, noCounts, type Counts } from './history';
import { MOST, historyPlansOf, playedSteps, type HistoryPlan } from './historyPlans';
import { listedClouds, type ListedCloud } from './listedClouds';
import { telling } from './steps';

/** Histories of a pull request and at full breadth: of any size, and of the largest accounts. */
const HISTORIES: [number, number] = [20, 340];
const LARGEST: [number, number] = [1, 4];

const clock = new VirtualClock();
afterAll(() => clock.close());

async function run(cloud: ListedCloud, plan: HistoryPlan, counts: Counts): Promise<void> {
	await telling(async (tell) => {
		const world = new World(cloud, plan.size, tell);
		tell(`instances at first: ${plan.size}`);
		const history = new History(world, counts, cloud.events[plan.list], clock, tell);
		for (const step of playedSteps(plan)) await history.step(step);
		await history.end();
	});
}

/** Seconds that n8n gives a poll, and the part of them after which a poll ends itself. */
const BUDGET = 300 * 0.8;

const clouds = Object.entries(listedClouds);

test.each(clouds)(
	'in histories of any number of instances of %s nothing is lost, reported twice or made up',
	async (_, cloud) => {
		const counts = noCounts();
		await playPlans(
			historyPlansOf(cloud),
			HISTORIES,
			async (plan) => await run(cloud, plan, counts),
		);
		if (isReplay) return;
		const { histories, failed, overlapping, expired, restarts, unstored, manual } = counts;
		expect(counts.bytes).toBeLessThan(100);
		expect(Math.min(failed, overlapping, restarts, unstored, manual)).toBeGreaterThan(histories);
		expect(expired * 34).toBeGreaterThan(histories);
	},
	300_000,
);

test.each(clouds)(
	`in histories of ${MOST} instances of %s nothing is lost either, within n8n's time`,
	async (_, cloud) => {
		const counts = noCounts();
		const plans = historyPlansOf(cloud, fc.constant(MOST));
		await playPlans(plans, LARGEST, async (plan) => await run(cloud, plan, counts));
		if (isReplay) return;
		expect(counts.bytes).toBeLessThan(100);
		expect(counts.requests / cloud.perSecond).toBeLessThan(BUDGET);
		expect(counts.instances).toBeGreaterThan(MOST - 100);
	},
	300_000,
);
