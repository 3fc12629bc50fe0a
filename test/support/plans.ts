import { relative } from 'node:path';

import fc from 'fast-check';

import { breadth } from './breadth';
import { reword } from './reword';

/** The same plans each time, unless others are asked for. */
const SEED = 20_260;

/** Milliseconds after the first failure in which simpler plans are looked for. */
const SHRINKING = 60_000;

/** The seed and the path that a failure prints; the path alone names one plan, and the seed `new` none. */
const { SEED: seed, PLAN_PATH: path } = process.env;

/** Whether `SEED` or `PLAN_PATH` choose other plans than usual, so that totals say nothing. */
export const isReplay = seed !== undefined || path !== undefined;

function chosenSeed(): number | undefined {
	if (seed === 'new') return undefined;
	return seed === undefined ? SEED : Number(seed);
}

/** A regular expression for a text. */
const exactly = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '.');

/** The command that plays one plan of the test that runs. */
function command(usedSeed: number, planPath: string | null): string {
	const { testPath = '', currentTestName = '' } = expect.getState();
	return [
		`SEED=${usedSeed} PLAN_PATH=${planPath}`,
		`npx jest -i ${relative(process.cwd(), testPath)} -t "^${exactly(currentTestName)}$"`,
	].join(' ');
}

/**
 * Plays random plans, and looks for the simplest one that fails if one does.
 *
 * @param counts How many plans a pull request and full breadth get
 * @param play Throws what is wrong, in words that show the plan
 * @throws The failure of the simplest plan, with the command that plays it again
 */
export async function playPlans<T>(
	plans: fc.Arbitrary<T>,
	[quickCount, fullCount]: [quickCount: number, fullCount: number],
	play: (plan: T) => Promise<void>,
): Promise<void> {
	let deadline = Infinity;
	const property = fc.asyncProperty(plans, async (plan) => {
		if (performance.now() > deadline) return;
		try {
			await play(plan);
		} catch (error) {
			deadline = Math.min(deadline, performance.now() + SHRINKING);
			throw error;
		}
	});
	const details = await fc.check(property, {
		seed: chosenSeed(),
		path,
		numRuns: path === undefined ? breadth(quickCount, fullCount) : 1,
		endOnFailure: path !== undefined,
		// The shares of the arbitraries are meant as they are.
		unbiased: true,
	});
	if (!details.failed) return;
	const { errorInstance, numRuns, numShrinks, counterexamplePath } = details;
	const found = `Plan ${numRuns} failed; this is it after ${numShrinks} simplifications.`;
	throw reword(errorInstance, (problem) =>
		[
			problem,
			...(path === undefined ? [found] : []),
			`To play it again: ${command(details.seed, counterexamplePath)}`,
		].join('\n\n'),
	);
}
