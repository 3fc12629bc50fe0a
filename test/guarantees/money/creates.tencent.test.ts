/** Random runs of every create of tencent with faults; a failing seed is printed and can be played alone. */
import { playMany } from './creates';

/** `MONEY_RUNS=700 MONEY_SEED=1` plays more, or one alone. */
const runs = Number(process.env.MONEY_RUNS ?? 700);
const first = Number(process.env.MONEY_SEED ?? 1);

test('nothing is made twice, and nothing without being named', async () => {
	const { problems, ...counts } = await playMany('tencent', first, runs);
	if (process.env.MONEY_RUNS) console.log(JSON.stringify(counts));
	expect(problems).toEqual([]);
	expect(counts.hits).toBeGreaterThan(0);
	expect(counts.made).toBeGreaterThan(0);
}, 600_000);
