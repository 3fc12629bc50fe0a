/** Checks 17 to 22: what may be deleted, and what keeps it. */
import type { INodeParameters } from 'n8n-workflow';

import { DAY, NOW, named, openFleet, type FleetStage } from '../../../support/fleetStage';

const DUE = '2030-01-14';
const OLD = NOW - 60 * DAY;

const huaweiTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([key, value]) => ({ key, value }));
const alibabaTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tencentTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

const DUE_TAGS = { env: 'dev', 'fleet-delete-after': DUE };

/** One due instance in each cloud, and one in each that is not marked. */
const threeClouds = async (): Promise<FleetStage> =>
	await openFleet({
		huawei: {
			instances: [
				{ name: 'h-due', createdAt: OLD, tags: huaweiTags(DUE_TAGS) },
				{ name: 'h-used', createdAt: OLD, tags: huaweiTags({ env: 'dev' }) },
			],
		},
		alibaba: {
			instances: [
				{ name: 'a-due', createdAt: OLD, tags: alibabaTags(DUE_TAGS) },
				{ name: 'a-used', createdAt: OLD, tags: alibabaTags({ env: 'dev' }) },
			],
		},
		tencent: {
			instances: [
				{ name: 't-due', createdAt: OLD, tags: tencentTags(DUE_TAGS) },
				{ name: 't-used', createdAt: OLD, tags: tencentTags({ env: 'dev' }) },
			],
		},
	});

const REAL: INodeParameters = { dryRun: false, scope: 'mustHaveTag', scopeTag: 'env=dev' };
const DRY: INodeParameters = { ...REAL, dryRun: true };

const outcomes = (items: Array<Record<string, unknown>>) =>
	Object.fromEntries(items.map(({ name, outcome }) => [name, outcome]));

describe('fleet/acceptance', () => {
	test('17. a dry run judges as the real one does, and sends the same but for the writes', async () => {
		const fleet = await threeClouds();
		const dry = await fleet.items('cleanUp/deleteMarked', DRY);
		expect(outcomes(dry)).toEqual({
			'h-due': 'wouldDelete',
			'a-due': 'wouldDelete',
			't-due': 'wouldDelete',
		});
		expect(fleet.writes()).toEqual([]);
		const dryLines = fleet.lines().sort();
		const real = await fleet.items('cleanUp/deleteMarked', REAL);
		expect(outcomes(real)).toEqual({
			'h-due': 'deletionStarted',
			'a-due': 'releasedOnly',
			't-due': 'deletionStarted',
		});
		const judgements = (items: typeof dry) => items.map(({ judgement }) => judgement);
		expect(judgements(real)).toEqual(judgements(dry));
		const writes = fleet.writes();
		expect(writes.sort()).toEqual([
			'alibaba ReleaseInstance',
			'huawei BatchRestartOrDeleteInstances',
			'tencent DeleteInstancePost',
		]);
		const withoutWrites = fleet.lines().filter((line) => !writes.includes(line));
		expect(withoutWrites.sort()).toEqual(dryLines);
	});

	test('18. what has changed since the mark is kept, each with its sentence', async () => {
		const fleet = await openFleet({
			huawei: {
				instances: [
					{
						name: 'h-keep',
						createdAt: OLD,
						tags: huaweiTags({ ...DUE_TAGS, 'fleet-keep': 'yes' }),
					},
					{
						name: 'h-traffic',
						createdAt: OLD,
						tags: huaweiTags({ ...DUE_TAGS, 'fleet-delete-why': 'idle' }),
					},
					{ name: 'h-prod-1', createdAt: OLD, tags: huaweiTags(DUE_TAGS) },
					{ name: 'h-4', createdAt: OLD },
				],
			},
			tencent: {
				instances: [
					{
						name: 't-protected',
						createdAt: OLD,
						tags: tencentTags(DUE_TAGS),
						deleteProtection: 1,
					},
				],
			},
		});
		const traffic = fleet.em.huawei.state.named('h-traffic') as { id: string };
		for (const metric of ['instance_bytes_in_rate', 'instance_bytes_out_rate']) {
			const stretch = { from: NOW - 2 * DAY, to: NOW, value: 7 };
			fleet.em.huawei.state.metrics.report(traffic.id, metric, stretch);
		}
		const items = await fleet.items('cleanUp/deleteMarked', {
			...REAL,
			clouds: ['huawei', 'tencent'],
		});
		const message = (name: string) => [named(items, name).outcome, named(items, name).message];
		expect(message('h-keep')).toEqual(['kept', 'The tag fleet-keep=yes keeps it.']);
		expect(message('h-prod-1')).toEqual(['kept', "Its name contains the protected word 'prod'."]);
		expect(message('h-traffic')[0]).toBe('kept');
		expect(message('h-traffic')[1]).toMatch(
			/^It was marked as idle, but now: active: last traffic/,
		);
		expect(message('t-protected')).toEqual([
			'kept',
			"The cloud's deletion protection is on. Turn it off first if it is to be deleted.",
		]);
		expect(fleet.writes()).toEqual([]);
	});

	test('19. six due with a cap of five: nothing is deleted, and all six are named', async () => {
		const names = [1, 2, 3, 4, 5, 6].map((one) => `t-${one}`);
		const fleet = await openFleet({
			tencent: {
				instances: [
					...names.map((name, index) => ({
						name,
						createdAt: OLD + index * DAY,
						tags: tencentTags(DUE_TAGS),
					})),
					...names.map((name) => ({ name: `other-${name}`, createdAt: OLD })),
				],
			},
		});
		const none = await fleet.run('cleanUp/deleteMarked', { ...REAL, clouds: ['tencent'] });
		for (const name of names) expect(none.told).toContain(`${name} (tencent:`);
		expect(none.told).toContain("6 instances are due, but 'Maximum Deletions' is 5");
		expect(fleet.writes()).toEqual([]);
		const oldest = await fleet.items('cleanUp/deleteMarked', {
			...REAL,
			clouds: ['tencent'],
			deleteOptions: { whenTooMany: 'oldestFirst' },
		});
		expect(outcomes(oldest)).toEqual({
			...Object.fromEntries(names.slice(0, 5).map((name) => [name, 'deletionStarted'])),
			't-6': 'kept',
		});
		expect(fleet.writes()).toHaveLength(5);
	});

	test.each([
		['no scope', {}, "'Delete Only If' is empty"],
		['any name', { scope: 'nameMatches', scopeName: '*' }, 'would let every instance be deleted'],
		['no name', { scope: 'nameMatches', scopeName: '' }, 'would let every instance be deleted'],
		['any tag', { scope: 'mustHaveTag', scopeTag: '' }, 'would let every instance be deleted'],
	])('20. a real run with %s is refused before any request', async (_, scope, text) => {
		const fleet = await threeClouds();
		const { told } = await fleet.run('cleanUp/deleteMarked', { dryRun: false, ...scope });
		expect(told).toContain(text);
		expect(fleet.lines()).toEqual([]);
	});

	test('20. an account that is not in the list is refused after one identity request', async () => {
		const fleet = await threeClouds();
		const { told } = await fleet.run('cleanUp/deleteMarked', {
			...REAL,
			clouds: ['tencent'],
			deleteOptions: { onlyAccounts: '4711' },
		});
		expect(told).toMatch(/The account \d+ of Tencent Cloud is not in 'Only in Accounts'/);
		expect(fleet.lines()).toEqual(['tencent GetCallerIdentity']);
	});
});
