import type { INodeParameters } from 'n8n-workflow';

import type { ActiveFault } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import type { Running } from '../../harness';
import { playPlans } from '../../support/plans';
import { until } from '../../support/until';
import { describePlan } from './describePlan';
import { problemsOf } from './judge';
import type { ItemJson } from '../../support/creates/kinds';
import { plansOfVendor, type Plan } from './plans';
import { homeOf, listen, openPlayground, readable, start } from '../../support/creates/play';

/** Random creates with faults, held against what has to be true afterwards. */

/** Plans for each vendor, of a pull request and at full breadth. */
const PLANS: [number, number] = [60, 700];

/** What many executions came to. */
interface Totals {
	/** Resources that were created. */
	made: number;
	/** Requests that a fault met. */
	hits: number;
}

function parametersOf({ kind, each, ifAbsent, maximumWait }: Plan, home: string): INodeParameters {
	return {
		...kind.parameters(home),
		...(each > 1 && kind.several?.(each)),
		...(ifAbsent && { createIfAbsent: true }),
		...(maximumWait !== undefined && {
			waitForCompletion: true,
			waitOptions: { pollInterval: 15, maximumWait },
		}),
	};
}

/** Stops an execution as its plan says, unless it ends before that. */
async function stopped({ em, clock }: Cloud, running: Running, { stop }: Plan): Promise<void> {
	if (!stop) return;
	let isOver = false;
	void running.ended.then(() => (isOver = true));
	await until(
		`${stop.requests} requests or the end of the run`,
		() => isOver || em.requests.length >= stop.requests,
	);
	if (stop.milliseconds > 0) await clock.sleep(stop.milliseconds);
	running.cancel();
}

const itemsOf = (names: string[]): ItemJson[] => names.map((n) => ({ n }));

/**
 * Carries out a plan, and holds the cloud against what came out of the node.
 *
 * @param cloud A new one, so that nothing is remembered of other plans
 */
async function carryOut(cloud: Cloud, plan: Plan, log: string[], totals: Totals): Promise<void> {
	const { kind, names, existing, settings, stop } = plan;
	const { em, clock } = cloud;
	const { vendor, operation } = kind;
	log.length = 0;
	const home = homeOf(cloud, vendor, operation.startsWith('acl/') ? names : []);
	if (existing.length > 0) {
		await start(cloud, vendor, operation, kind.parameters(home), itemsOf(existing));
		em.clock.advance(60 * 60_000);
	}
	const before = kind.held(em, home);
	const known = new Set(before.map(({ key }) => key));
	const active: ActiveFault[] = plan.faults.map((rule) => em.faults.add({ vendor, ...rule }));
	em.requests.length = 0;
	const parameters = parametersOf(plan, home);
	const running = start(cloud, vendor, operation, parameters, itemsOf(names), settings);
	await stopped(cloud, running, plan);
	const run = await running;
	await running.ended;
	// A request that was under way when it was stopped still ends, and is written to the log.
	if (stop) await clock.sleep(1_000);
	const text = readable(run) + (stop ? log.join('\n') : '');
	const held = kind.held(em, home).filter(({ key }) => !known.has(key));
	totals.made += held.length;
	totals.hits += active.reduce((sum, { hits }) => sum + hits, 0);
	const problems = problemsOf(plan, { before, held, text, run });
	if (problems.length > 0) throw new Error(`${problems.join('\n')}\n\n${describePlan(plan)}`);
}

/** Plays random creates of a vendor, each in a cloud of its own, until one fails. */
export async function playCreates(vendor: VendorName): Promise<Totals> {
	const log = listen();
	const totals: Totals = { made: 0, hits: 0 };
	let cloud = await openPlayground(vendor);
	await playPlans(plansOfVendor(vendor), PLANS, async (plan) => {
		cloud = await cloud.renew();
		await carryOut(cloud, plan, log, totals);
	});
	return totals;
}
