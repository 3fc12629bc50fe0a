/** Random executions of every create of Alibaba Cloud with faults. */
import { isReplay } from '../../support/plans';
import { playCreates } from './creates';

test('nothing is created twice, and nothing without being named', async () => {
	const { hits, made } = await playCreates('alibaba');
	if (isReplay) return;
	expect(hits).toBeGreaterThan(0);
	expect(made).toBeGreaterThan(0);
}, 600_000);
