/** n8n ends in the middle of a poll: what it reads back is what it had stored before. */
import { openAlibaba } from './alibabaSupport';
import { ALL_INSTANCE_EVENTS, open, Watch } from './support';
import { openTencent } from './tencentSupport';

describe.each([
	{ vendor: 'huawei', start: open, list: 'ListInstances' },
	{ vendor: 'alibaba', start: openAlibaba, list: 'GetInstanceList' },
	{ vendor: 'tencent', start: openTencent, list: 'DescribeInstances' },
] as const)('$vendor', ({ vendor, start, list }) => {
	test('a poll that a shutdown cuts off keeps and loses nothing; the next one tells it once', async () => {
		const { em, n8n, watch, close } = await start();
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		expect(await all.tick()).toBeNull();
		const before = all.stored;

		em[vendor].state.seed({ name: 'new' });
		const late = em.faults.add({
			operation: list,
			effect: { kind: 'delay', ms: 200, clock: 'real' },
		});
		const cutOff = all.tick();
		while (late.hits === 0) await new Promise((resolve) => setTimeout(resolve, 1));
		expect(all.stored).toBe(before);
		const next = new Watch(n8n, n8n.restart(all.workflow));
		// In the process that has ended, this would have come to nothing.
		await cutOff;

		expect(next.stored).toBe(before);
		expect((await next.news()).map((told) => told.split(' ').slice(0, 2))).toEqual([
			['new', 'instanceAppeared'],
		]);
		expect(await next.tick()).toBeNull();
		await close();
	});
});
