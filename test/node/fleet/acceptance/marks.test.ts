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
			Array(3).fill(['marked', '2030-01-22']),
		);
		const writes = fleet.writes().length;
		expect(writes).toBe(3);
		expect((await mark()).map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
		expect(fleet.writes()).toHaveLength(writes);
		const unmarked = await fleet.items('cleanUp/unmark', {}, { json: keys });
		expect(unmarked.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unmarked'));
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
});
