/** Remind, and marks over several items. */
import type { IDataObject } from 'n8n-workflow';

import { DAY, NOW, openFleet, type FleetStage } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;

const due = (date: string, more: Record<string, string> = {}) =>
	Object.entries({ 'fleet-delete-after': date, ...more });
const hTags = (tags: string[][]) => tags.map(([key, value]) => ({ key, value }));
const aTags = (tags: string[][]) => tags.map(([Key, Value]) => ({ Key, Value }));
const tTags = (tags: string[][]) => tags.map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

const threeClouds = async (): Promise<FleetStage> =>
	await openFleet({
		huawei: {
			instances: [
				{ name: 'h-soon', createdAt: OLD, tags: hTags(due('2030-01-17')) },
				{ name: 'h-later', createdAt: OLD, tags: hTags(due('2030-01-19')) },
				{
					name: 'h-kept',
					createdAt: OLD,
					tags: hTags(due('2030-01-16', { 'fleet-keep': 'yes' })),
				},
				{ name: 'h-none', createdAt: OLD },
			],
		},
		alibaba: { instances: [{ name: 'a-soon', createdAt: OLD, tags: aTags(due('2030-01-16')) }] },
		tencent: {
			instances: [{ name: 't-due', createdAt: OLD, tags: tTags(due('2030-01-14')) }],
			durations: { tagsListed: 0 },
		},
	});

const told = (items: IDataObject[]) =>
	Object.fromEntries(items.map(({ name, daysLeft, reminded }) => [name, [daysLeft, reminded]]));

describe('Remind', () => {
	test('tells each marked instance once for its date, and anew for another one', async () => {
		const fleet = await threeClouds();
		expect(told(await fleet.items('cleanUp/remind'))).toEqual({
			'h-soon': [2, true],
			'a-soon': [1, true],
			't-due': [0, true],
		});
		expect(fleet.writes()).toHaveLength(3);
		expect(await fleet.items('cleanUp/remind')).toEqual([]);
		expect(fleet.writes()).toHaveLength(3);

		const [{ key }] = (await fleet.items('instance/getAll')).filter(
			({ name }) => name === 'h-soon',
		);
		const moved = { deleteAfter: 'date', date: '2030-01-16', reason: '', overwrite: true };
		const json = [{ key }];
		const [marked] = await fleet.items('cleanUp/mark', moved, { json });
		expect(marked).toMatchObject({ outcome: 'marked', deleteAfter: '2030-01-16' });
		expect(told(await fleet.items('cleanUp/remind'))).toEqual({ 'h-soon': [1, true] });
		expect(await fleet.items('cleanUp/remind')).toEqual([]);
	});

	test('without Once writes nothing, and tells again', async () => {
		const fleet = await threeClouds();
		for (const _ of [1, 2]) {
			expect(told(await fleet.items('cleanUp/remind', { once: false }))).toEqual({
				'h-soon': [2, false],
				'a-soon': [1, false],
				't-due': [0, false],
			});
		}
		expect(fleet.writes()).toEqual([]);
	});

	test('with Regions Not Read: Fail, nobody is noted as reminded who is not told', async () => {
		const fleet = await threeClouds();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'DescribeInstancesDetail',
			region: 'ap-beijing',
			times: 'always',
			effect: { kind: 'cut', when: 'before' },
		});
		const { told: text } = await fleet.run('cleanUp/remind', {
			regions: 'chosen',
			alibabaRegions: ['cn-hangzhou'],
			huaweiRegions: ['cn-north-4'],
			tencentRegions: ['ap-guangzhou', 'ap-beijing'],
			options: { regionsNotRead: 'fail' },
		});
		expect(text).toContain("1 of the regions could not be read, and 'Regions Not Read'");
		expect(text).toContain('tencent ap-beijing: unreachable');
		expect(fleet.writes()).toEqual([]);
	});

	test('a reminder that cannot be noted is given all the same, and again', async () => {
		const fleet = await threeClouds();
		fleet.em.faults.add({
			vendor: 'tencent',
			operation: 'ModifyResourceTags',
			times: 2,
			effect: {
				kind: 'answer',
				status: 200,
				body: { Response: { Error: FORBIDDEN, RequestId: 'r-1' } },
			},
		});
		const parameters = { clouds: ['tencent'], summary: true };
		const [item, summary] = await fleet.items('cleanUp/remind', parameters);
		expect(told([item])).toEqual({ 't-due': [0, false] });
		expect(String(summary.warnings)).toContain('t-due: it could not be noted');
		expect(told([(await fleet.items('cleanUp/remind', parameters))[0]])).toEqual({
			't-due': [0, false],
		});
	});
});

describe('Mark', () => {
	const clouds = ['tencent'];
	const open = async (tags: string[][] = []) =>
		await openFleet({
			tencent: {
				instances: [{ name: 't-1', createdAt: OLD, tags: tTags(tags) }],
				durations: { tagsListed: 0 },
			},
		});
	const keyIn = async (fleet: FleetStage) =>
		(await fleet.items('instance/getAll', { clouds }))[0].key as string;

	test('takes an item without a judgement, and gives it no reason', async () => {
		const fleet = await open();
		const json = [{ key: await keyIn(fleet) }];
		const [item] = await fleet.items('cleanUp/mark', { clouds }, { json });
		expect(item).toMatchObject({ outcome: 'marked', deleteAfter: '2030-01-23', why: null });
	});

	test.each(['simplified', 'flat'])(
		'takes the rule of an item of Find Candidates: %s',
		async (output) => {
			const fleet = await open();
			const rules = { olderThanDays: 30, namePattern: 't-*' };
			const json = await fleet.items('cleanUp/find', { clouds, rules, output });
			const [item] = await fleet.items('cleanUp/mark', { clouds }, { json });
			expect(item).toMatchObject({ outcome: 'marked', why: 'olderThan' });
		},
	);

	test('refuses an expression of its own that returns nothing', async () => {
		const fleet = await open();
		const json = [{ key: await keyIn(fleet) }];
		const parameters = { clouds, reason: '={{ $json.why }}' };
		const { told: text } = await fleet.run('cleanUp/mark', parameters, { json });
		expect(text).toContain("'Reason' has an expression that returns nothing");
		expect(fleet.writes()).toEqual([]);
	});

	test.each(['2030-01-17', '2030-02-28'])(
		'leaves a mark for %s, unless it is to be overwritten',
		async (date) => {
			const fleet = await open(due(date));
			const json = [{ key: await keyIn(fleet) }];
			const mark = async (overwrite: boolean) =>
				(await fleet.items('cleanUp/mark', { clouds, reason: 'old', overwrite }, { json }))[0];
			expect(await mark(false)).toMatchObject({ outcome: 'unchanged', deleteAfter: date });
			expect(fleet.writes()).toEqual([]);
			expect(await mark(true)).toMatchObject({ outcome: 'marked', deleteAfter: '2030-01-23' });
		},
	);
});

test('Remind leaves out what its Keep keeps, as it stays beyond its date', async () => {
	const fleet = await openFleet({
		tencent: {
			instances: ['t-1', 't-2', 't-3', 't-prod'].map((name) => ({
				name,
				createdAt: OLD,
				tags: tTags(due('2030-01-16', { env: name })),
			})),
		},
	});
	const clouds = ['tencent'];
	const [{ id }] = await fleet.items('instance/getAll', { clouds });
	const keep = { keepIds: String(id), keepTags: { entry: [{ key: 'env', value: 't-2' }] } };
	const items = await fleet.items('cleanUp/remind', { clouds, once: false, keep });
	expect(items.map(({ name }) => name)).toEqual(['t-3']);
});

const FORBIDDEN = { Code: 'UnauthorizedOperation', Message: 'not allowed' };

describe('items', () => {
	test('one that is refused leaves the others under Continue, and has its key', async () => {
		const fleet = await threeClouds();
		const all = await fleet.items('instance/getAll', { output: 'all' });
		const key = (name: string) => all.find((one) => one.name === name)?.key as string;
		const gone = key('h-none')
			.replace(/.$/, '0')
			.replace(/:[^:]*$/, ':00000000-0000-4000-8000-000000000000');
		const json = [
			{ key: key('h-none') },
			{ key: gone },
			{ key: 'nonsense' },
			{ key: key('a-soon') },
		];
		const { output } = await fleet.run(
			'cleanUp/mark',
			{ reason: '' },
			{ json, node: { onError: 'continueRegularOutput' } },
		);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		const [marked, missing, nonsense, stays] = output.map((one) => one.json);
		expect(marked).toMatchObject({ name: 'h-none', outcome: 'marked' });
		expect(missing.error).toContain('there is no instance');
		expect(missing.key).toBe(gone);
		expect(nonsense.error).toContain("'Instance' is not a key");
		expect(stays).toMatchObject({ outcome: 'unchanged', deleteAfter: '2030-01-16' });
	});

	test('with Stop, a key that is none stops before any request of any item', async () => {
		const fleet = await threeClouds();
		const key = 'huawei:cn-north-4:0123:x';
		const { told: text } = await fleet.run(
			'cleanUp/unmark',
			{},
			{ json: [{ key }, { key: 'nonsense' }] },
		);
		expect(text).toContain("'Instance' is not a key");
		expect(fleet.lines()).toEqual([]);
	});
});
