/** Checks 20 to 23 that concern agents, subscriptions, released instances, and marks. */
import { DAY, NOW, openFleet } from '../../../support/fleetStage';

const OLD = NOW - 60 * DAY;

describe('fleet/acceptance', () => {
	test('23. a mark that is written twice is one write, and is read back in each cloud', async () => {
		const fleet = await openFleet({
			huawei: { instances: [{ name: 'h-1', createdAt: OLD }] },
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD }] },
			tencent: { instances: [{ name: 't-1', createdAt: OLD }], durations: { tagsListed: 0 } },
		});
		const keys = (await fleet.items('instance/getAll')).map(({ key }) => ({ key }));
		const mark = async () => await fleet.items('cleanUp/mark', { reason: 'idle' }, { json: keys });
		const first = await mark();
		expect(first.map(({ outcome, deleteAfter }) => [outcome, deleteAfter])).toEqual(
			Array(3).fill(['marked', '2030-01-23']),
		);
		const writes = fleet.writes().length;
		expect(writes).toBe(3);
		expect((await mark()).map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
		expect(fleet.writes()).toHaveLength(writes);
		const unmarked = await fleet.items('cleanUp/unmark', {}, { json: keys });
		expect(unmarked.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unmarked'));
	});

	test('23. where no more instances may have the date or the reason, the mark comes a day later, never earlier, and keeps its reason', async () => {
		const fleet = await openFleet({
			alibaba: {
				instances: ['1', '2', '3', '4', '5'].map((name) => ({ name, createdAt: OLD })),
				rules: { resourcesPerTag: 2 },
			},
		});
		const clouds = ['alibaba'];
		const keys = (await fleet.items('instance/getAll', { clouds })).map(({ key }) => ({ key }));
		const marked = await fleet.items('cleanUp/mark', { clouds, reason: 'idle' }, { json: keys });
		expect(marked.map(({ outcome, deleteAfter, why }) => [outcome, deleteAfter, why])).toEqual([
			['marked', '2030-01-23', 'idle'],
			['marked', '2030-01-23', 'idle'],
			['marked', '2030-01-24', 'idle 2030-01-24'],
			['marked', '2030-01-24', 'idle 2030-01-24'],
			['marked', '2030-01-25', 'idle 2030-01-25'],
		]);
		expect(marked[1].message).toBe('');
		expect(marked[2].message).toContain('fleet-delete-after=2030-01-23');
		const items = await fleet.items('instance/getAll', { clouds, output: 'all' });
		const days = items.map(({ mark }) => (mark as { deleteAfter: string }).deleteAfter).sort();
		expect(days).toEqual(marked.map(({ deleteAfter }) => deleteAfter));
		const again = await fleet.items(
			'cleanUp/mark',
			{ clouds, days: 9, overwrite: true, reason: 'other' },
			{ json: [keys[0]] },
		);
		expect(again).toMatchObject([{ deleteAfter: '2030-01-25', why: 'other', outcome: 'marked' }]);
	});

	test('23. where no day is free, the instance stays without a mark, and the item says why', async () => {
		const fleet = await openFleet({
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD }], rules: { resourcesPerTag: 0 } },
		});
		const clouds = ['alibaba'];
		const [{ key }] = await fleet.items('instance/getAll', { clouds });
		const { told } = await fleet.run('cleanUp/mark', { clouds, reason: '' }, { json: [{ key }] });
		expect(told).toContain('too many resources would have tags');
		expect(fleet.lines().filter((line) => line.endsWith('TagResources'))).toHaveLength(8);
	});

	test('22. what was released before n8n was killed is finished by the next run, without a second release', async () => {
		const tags = [
			{ Key: 'env', Value: 'dev' },
			{ Key: 'fleet-delete-after', Value: '2030-01-14' },
		];
		const fleet = await openFleet({
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD, tags, phase: 'released' as never }] },
		});
		const parameters = {
			clouds: ['alibaba'],
			dryRun: false,
			scope: 'mustHaveTag',
			scopeTag: 'env=dev',
		};
		const [done] = await fleet.items('cleanUp/deleteMarked', parameters);
		expect(done.outcome).toBe('deletionStarted');
		expect(fleet.writes()).toEqual(['alibaba DeleteInstance']);
	});

	test('23. a later date on a Huawei Cloud that does not overwrite tags is read back', async () => {
		const fleet = await openFleet({
			huawei: { rules: { tagsReplaced: false }, instances: [{ name: 'h-1', createdAt: OLD }] },
		});
		const clouds = ['huawei'];
		const [{ key }] = await fleet.items('instance/getAll', { clouds });
		const mark = async (days: number) =>
			await fleet.items(
				'cleanUp/mark',
				{ clouds, days, overwrite: true, reason: 'old' },
				{ json: [{ key }] },
			);
		expect((await mark(7))[0]).toMatchObject({ outcome: 'marked', deleteAfter: '2030-01-23' });
		expect((await mark(14))[0]).toMatchObject({ outcome: 'marked', deleteAfter: '2030-01-30' });
		const [now] = await fleet.items('instance/getAll', { clouds, output: 'all' });
		expect(now.mark).toMatchObject({ deleteAfter: '2030-01-30' });
	});

	test.each([
		['huawei', 'BatchCreateOrDeleteKafkaTag', 204, ''],
		['alibaba', 'TagResources', 200, { RequestId: 'r-1' }],
		['tencent', 'ModifyResourceTags', 200, { Response: { RequestId: 'r-1' } }],
	] as const)(
		'23. %s: a tag that has no effect is told as unconfirmed',
		async (cloud, operation, status, body) => {
			const fleet = await openFleet({ [cloud]: { instances: [{ name: 'x-1', createdAt: OLD }] } });
			const effect = { kind: 'answer', status, body } as const;
			fleet.em.faults.add({ vendor: cloud, operation, times: 'always', effect });
			const parameters = { clouds: [cloud], reason: 'old' };
			const [{ key }] = await fleet.items('instance/getAll', parameters);
			const [item] = await fleet.items('cleanUp/mark', parameters, { json: [{ key }] });
			expect(item).toMatchObject({ marked: 'unconfirmed', outcome: 'unconfirmed' });
			expect(item.message).toContain('does not show it yet');
			expect(fleet.clock.passed).toBeLessThan(60_000);
		},
	);
});
