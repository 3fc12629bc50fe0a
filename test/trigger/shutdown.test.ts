/** n8n ends in the middle of a poll: what it reads back is what it had stored before. */
import { fault } from '../../emulator';
import { ALL_INSTANCE_EVENTS, MINUTE, Watch, openPolls } from '../support/pollStage';
import { until } from '../support/until';

describe.each([
	{ vendor: 'huawei', list: 'ListInstances' },
	{ vendor: 'alibaba', list: 'GetInstanceList' },
	{ vendor: 'tencent', list: 'DescribeInstances' },
] as const)('when n8n shuts down during a poll of $vendor', ({ vendor, list }) => {
	test('the poll keeps and loses nothing, and the next one reports the change once', async () => {
		const { em, n8n, watch, clock } = await openPolls(vendor);
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		expect(await all.tick()).toBeNull();
		const before = all.stored;

		em[vendor].state.seed({ name: 'new' });
		const refused = em.faults.add({ operation: list, effect: fault.tooManyRequests(1) });
		// Past what the pace of requests would hold it back for.
		clock.advance(MINUTE);
		clock.auto = false;
		const cutOff = all.tick();
		await until(`a request of ${list}`, () => refused.hits === 1);
		expect(all.stored).toBe(before);
		const next = new Watch(n8n, n8n.restart(all.workflow));
		clock.auto = true;
		// In the process that has ended, this would have come to nothing.
		await cutOff;

		expect(next.stored).toBe(before);
		expect((await next.events()).map((line) => line.split(' ').slice(0, 2))).toEqual([
			['new', 'instanceAppeared'],
		]);
		expect(await next.tick()).toBeNull();
	});
});
