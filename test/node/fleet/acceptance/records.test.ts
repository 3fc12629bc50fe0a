/** Checks 7 to 12: what records of three clouds mean, and how many requests a fleet of 1,000 takes. */
import { ALIBABA_REGIONS } from '../../../../credentials/regions/alibaba';
import { countOf, DAY, named, NOW, openFleet } from '../../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const ALL = { output: 'all', returnAll: true };

describe('fleet/acceptance', () => {
	test.each([false, true])(
		'7. an ID that no region lists is a row, in both shapes of the answer (list: %s)',
		async (idsInList) => {
			const fleet = await openFleet({
				alibaba: {
					rules: { idsInList },
					instances: [
						{ name: 'a-1' },
						{ name: 'a-2', region: 'cn-new-1' },
						{ name: 'a-3', id: 'alikafka_post-cn-3', region: 'cn-beijing', unlisted: true },
					],
				},
			});
			const parameters = { clouds: ['alibaba'], regions: 'all', returnAll: true };
			const items = await fleet.items('instance/getAll', parameters);
			const rows = items.filter(({ kind }) => kind === 'regionNotRead');
			expect(rows).toEqual([
				expect.objectContaining({
					region: 'cn-beijing',
					reason: 'missingFromRegion',
					message: expect.stringContaining('alikafka_post-cn-3'),
					whatToDo: expect.stringContaining('console'),
				}),
			]);
			const others = items.filter(({ kind }) => kind !== 'regionNotRead');
			expect(others.map(({ name }) => name)).toEqual(['a-1', 'a-2']);
		},
	);

	test.each([
		[0, null],
		[-62_170_009_580, null],
		[1_734_837_392, '2024-12-22T03:16:32.000Z'],
		[253_402_271_999, null],
		['0000-00-00 00:00:00', null],
	])('8. ExpireTime %j comes out as %j', async (ExpireTime, expiresAt) => {
		const instances = [{ name: 't-1', prePaid: true, printed: { ExpireTime } }];
		const fleet = await openFleet({ tencent: { instances } });
		for (const readDetails of [false, true]) {
			const parameters = { clouds: ['tencent'], ...ALL, readDetails };
			expect((await fleet.items('instance/getAll', parameters))[0].expiresAt).toBe(expiresAt);
		}
	});

	test('8. 0000-00-00 is no time of creation either', async () => {
		const printed = { CreateTime: '0000-00-00 00:00:00' };
		const fleet = await openFleet({
			tencent: { instances: [{ name: 't-1', printed }] },
			huawei: { instances: [{ name: 'h-1', shown: { created_at: '0000-00-00 00:00:00' } }] },
		});
		const parameters = { clouds: ['huawei', 'tencent'], ...ALL };
		for (const item of await fleet.items('instance/getAll', parameters)) {
			expect([item.createdAt, item.ageDays]).toEqual([null, null]);
		}
	});

	test('9. what is only a number is no end and no size', async () => {
		const fleet = await openFleet({
			alibaba: {
				instances: [
					{ name: 'a-paid', paidType: 1, expiresAt: NOW + 3_650 * DAY },
					{ name: 'a-serverless', paidType: 3, listedAs: { DiskSize: 0 } },
				],
			},
			tencent: { instances: [{ name: 't-elastic', elasticStorage: true }] },
		});
		const items = await fleet.items('instance/getAll', { clouds: ['alibaba', 'tencent'], ...ALL });
		const paid = { expiresAt: null, billing: 'payAsYouGo' };
		expect(named(items, 'a-paid')).toMatchObject(paid);
		expect(named(items, 'a-serverless')).toMatchObject({ ...paid, storageGb: null });
		expect(named(items, 't-elastic')).toMatchObject({ ...paid, storageGb: null });
	});

	test('10. out of service is stopped where the cloud says so, and never a candidate to finish', async () => {
		const listedAs = { ViewInstanceStatusCode: undefined };
		const fleet = await openFleet({
			alibaba: {
				instances: [
					{ name: 'a-stopped', phase: 'stopped', createdAt: OLD },
					{ name: 'a-unclear', phase: 'stopped', createdAt: OLD, listedAs },
					{ name: 'a-released', phase: 'released', createdAt: OLD },
				],
			},
		});
		const find = async (rules: object) =>
			await fleet.items('cleanUp/find', {
				clouds: ['alibaba'],
				output: 'all',
				show: 'all',
				rules: rules as never,
			});
		const items = await find({ releasedButListed: true, stoppedOrExpired: true });
		const found = items.map(({ name, state, judgement }) => [
			name,
			state,
			(judgement as { action: string }).action,
		]);
		expect(Object.fromEntries(found.map(([name, ...rest]) => [name, rest]))).toEqual({
			'a-stopped': ['stopped', 'mark'],
			'a-unclear': ['outOfService', 'none'],
			'a-released': ['released', 'finish'],
		});
		const parameters = { clouds: ['alibaba'], dryRun: false, scope: 'nameMatches' };
		await fleet.items('cleanUp/deleteMarked', { ...parameters, scopeName: 'a-*' });
		expect(fleet.writes()).toEqual(['alibaba DeleteInstance']);
	});

	test('11. what lies in the recycle bin is released, with its end and what it costs, and not gone', async () => {
		const fleet = await openFleet({
			huawei: {
				rules: { recycleDays: 3, recycleCost: 0.05 },
				instances: [{ name: 'h-1' }, { name: 'h-binned', createdAt: OLD }],
			},
		});
		const { state } = fleet.em.huawei;
		const binned = { status: 'RECYCLE', deleting: true, recycledAt: state.now - DAY };
		const { id } = Object.assign(state.named('h-binned') as { id: string }, binned);
		const parameters = { clouds: ['huawei'], ...ALL };
		const listed = named(await fleet.items('instance/getAll', parameters), 'h-binned');
		const [read] = await fleet.items('instance/get', {
			...parameters,
			instance: { mode: 'key', value: String(listed.key), __rl: true },
		});
		const recycle = { deletesAt: new Date(NOW + 2 * DAY).toISOString(), costPerHour: 0.05 };
		for (const item of [listed, read]) {
			expect(item).toMatchObject({ id, state: 'released', recycle });
		}
	});

	test('12. 1,000 instances in one region: 21, 1, and 53 requests for lists', async () => {
		const thousand = (prefix: string) =>
			Array.from({ length: 1_000 }, (_, index) => ({ name: `${prefix}-${index}` }));
		const fleet = await openFleet({
			huawei: { instances: thousand('h') },
			alibaba: { instances: thousand('a') },
			tencent: { instances: thousand('t') },
		});
		const items = await fleet.items('instance/getAll', { returnAll: true });
		expect(new Set(items.map(({ key }) => key)).size).toBe(3_000);
		expect(countOf(fleet.lines())).toEqual({
			'huawei ListInstances': 21,
			'huawei ShowRecycleInstances': 1,
			'alibaba GetInstanceList': 1,
			'tencent DescribeInstancesDetail': 53,
		});
	});

	test('12. all regions of Alibaba Cloud: one request each, and one for all IDs', async () => {
		const fleet = await openFleet({ alibaba: { instances: [{ name: 'a-1' }] }, rateLimits: true });
		await fleet.items('instance/getAll', { clouds: ['alibaba'], regions: 'all' });
		expect(countOf(fleet.lines())).toEqual({
			'alibaba GetInstanceList': ALIBABA_REGIONS.length,
			'alibaba GetAllInstanceIdList': 1,
		});
		expect(fleet.em.requests.filter(({ status }) => status !== 200)).toEqual([]);
	});
});
