/** What operations that read give: an instance by each way of naming it, activity, regions, lists, and options. */
import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import type { EmulatorOptions } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { ALL_CLOUDS, DAY, FLEET, NOW, named, openFleet } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;

const ONE_EACH: EmulatorOptions = {
	huawei: { instances: [{ name: 'h-1', createdAt: OLD }] },
	alibaba: {
		instances: [
			{
				name: 'a-1',
				createdAt: OLD,
				tags: [
					{ Key: 'team', Value: 'core' },
					{ Key: 'contact', Value: 'ada' },
				],
				topics: [{ name: 'used' }, { name: 'silent' }],
				groups: [{ name: 'g-1' }],
				metrics: {
					'topic_message_input/used': 3,
					'topic_message_input/silent': 0,
					'topic_message_output/silent': 0,
				},
			},
		],
	},
	tencent: { instances: [{ name: 't-1', createdAt: OLD }] },
};

const CHOSEN = {
	regions: 'chosen',
	huaweiRegions: ['cn-north-4'],
	alibabaRegions: ['cn-hangzhou', 'cn-beijing'],
	tencentRegions: ['ap-guangzhou'],
};

const unreachable = (region: string) =>
	({
		vendor: 'alibaba',
		operation: 'GetInstanceList',
		region,
		times: 'always',
		effect: { kind: 'cut', when: 'before' },
	}) as const;

describe('Get', () => {
	test('by key, by the list, and by ID gives the same instance', async () => {
		const fleet = await openFleet(ONE_EACH);
		for (const cloud of ALL_CLOUDS) {
			const [{ key, id }] = await fleet.items('instance/getAll', { clouds: [cloud] });
			const get = async (mode: string, value: unknown) => {
				const instance = { __rl: true, mode, value: value as string };
				const [item] = await fleet.items('instance/get', {
					clouds: [cloud],
					instance,
					output: 'all',
				});
				const { readAt: _, ...rest } = item;
				return rest;
			};
			const byKey = await get('key', key);
			expect(byKey).toMatchObject({ cloud, key, id });
			expect((await get('list', key)).key).toBe(key);
			const byId = await get('id', id);
			expect(byId).toMatchObject({ cloud, id, name: byKey.name, region: byKey.region });
		}
	});

	test('an ID with several clouds is refused before any request', async () => {
		const fleet = await openFleet(ONE_EACH);
		const instance = { __rl: true, mode: 'id', value: 'ckafka-1' };
		const { told } = await fleet.run('instance/get', { instance });
		expect(told).toContain("'Instance' is an ID, which needs one cloud and one region");
		expect(fleet.lines()).toEqual([]);
	});

	test('one that is not there says so', async () => {
		const fleet = await openFleet(ONE_EACH);
		const { told } = await fleet.run('instance/get', {
			instance: 'tencent:ap-guangzhou::ckafka-none',
		});
		expect(told).toContain('there is no instance ckafka-none in ap-guangzhou');
	});

	test.each(['instance/get', 'instance/getActivity', 'cleanUp/mark', 'cleanUp/unmark'])(
		'%s by an ID alone says in which region one is not there',
		async (operation) => {
			const fleet = await openFleet(ONE_EACH);
			const { told } = await fleet.run(operation, {
				clouds: ['tencent'],
				instance: { __rl: true, mode: 'id', value: 'ckafka-none' },
				reason: 'not needed',
			});
			expect(told).toContain('there is no instance ckafka-none in ap-guangzhou');
		},
	);

	test('the list of the form has the instances of all clouds, and finds by any part', async () => {
		const fleet = await openFleet(ONE_EACH);
		const search = async (filter: string) =>
			await fleet.n8n.loadOptions<INodeListSearchResult>('listSearch', 'searchInstances', {
				type: FLEET,
				parameters: { clouds: ALL_CLOUDS, regions: 'own' },
				credentials: ALL_CLOUDS.map((cloud) => VENDORS[cloud].credential),
				args: [filter],
			});
		const { results } = await search('');
		expect(results.map(({ name }) => name.split(',')[0])).toEqual(['a-1', 'h-1', 't-1']);
		const [found, ...more] = (await search('HANGZHOU')).results;
		expect(more).toEqual([]);
		const [{ key }] = await fleet.items('instance/getAll', { clouds: ['alibaba'] });
		expect(found.value).toBe(key);
	});
});

describe('Get Activity', () => {
	test('of an instance, with the evidence', async () => {
		const fleet = await openFleet(ONE_EACH);
		const [{ key }] = await fleet.items('instance/getAll', { clouds: ['alibaba'] });
		const [item] = await fleet.items('instance/getActivity', { window: 2 }, { json: [{ key }] });
		expect(item).toMatchObject({ key, name: 'a-1', verdict: 'idle', confidence: 'high' });
		expect(item).toMatchObject({ source: 'metrics', granularitySeconds: 3600, warnings: [] });
	});

	test('of its topics: one item each', async () => {
		const fleet = await openFleet(ONE_EACH);
		const [{ key }] = await fleet.items('instance/getAll', { clouds: ['alibaba'] });
		const parameters = { window: 2, detail: 'topics' };
		const items = await fleet.items('instance/getActivity', parameters, { json: [{ key }] });
		expect(Object.fromEntries(items.map(({ topic, verdict }) => [topic, verdict]))).toEqual({
			used: 'active',
			silent: 'idle',
		});
	});

	test.each(ALL_CLOUDS)('of groups and topics in %s: items with a verdict each', async (cloud) => {
		const fleet = await openFleet({
			huawei: {
				instances: [
					{ name: 'x', createdAt: OLD, topics: [{ name: 't' }], groups: [{ name: 'g' }] },
				],
			},
			alibaba: {
				instances: [
					{ name: 'x', createdAt: OLD, topics: [{ name: 't' }], groups: [{ name: 'g' }] },
				],
			},
			tencent: {
				instances: [
					{ name: 'x', createdAt: OLD, topics: [{ name: 't' }], groups: [{ name: 'g' }] },
				],
			},
		});
		const json = await fleet.items('instance/getAll', { clouds: [cloud] });
		for (const [detail, part, name] of [
			['topics', 'topic', 't'],
			['groups', 'group', 'g'],
		]) {
			const items = await fleet.items('instance/getActivity', { window: 1, detail }, { json });
			expect(items.map((item) => item[part])).toEqual([name]);
			expect(items[0]).toMatchObject({
				key: json[0].key,
				verdict: expect.stringMatching(/^(active|idle|unknown)$/),
			});
			if (items[0].verdict === 'unknown') expect(items[0].reason).toEqual(expect.any(String));
		}
		expect(fleet.writes()).toEqual([]);
	});
});

describe('Region: Get Many', () => {
	test('lists what was read and what was not, with the number of instances', async () => {
		const fleet = await openFleet(ONE_EACH);
		fleet.em.faults.add(unreachable('cn-beijing'));
		const items = await fleet.items('region/getAll', CHOSEN);
		const rows = items.map(({ region, read, instances, reason }) => [
			region,
			read,
			instances,
			reason,
		]);
		expect(rows.sort()).toEqual([
			['ap-guangzhou', true, 1, null],
			['cn-beijing', false, null, 'unreachable'],
			['cn-hangzhou', true, 1, null],
			['cn-north-4', true, 1, null],
		]);
		expect(new Set(items.map((item) => Object.keys(item).sort().join())).size).toBe(1);
	});
});

describe('options', () => {
	test('Regions Not Read: Fail names each with what to do', async () => {
		const fleet = await openFleet(ONE_EACH);
		fleet.em.faults.add(unreachable('cn-beijing'));
		const options = { regionsNotRead: 'fail' };
		const { told } = await fleet.run('instance/getAll', { ...CHOSEN, options });
		expect(told).toContain(
			"1 of the regions could not be read, and 'Regions Not Read' is set to fail",
		);
		expect(told).toMatch(/alibaba cn-beijing: unreachable, .*\. \w/);
	});

	test('Exclude Regions leaves a region out without a row', async () => {
		const fleet = await openFleet(ONE_EACH);
		fleet.em.faults.add({ ...unreachable('cn-beijing'), optional: true });
		const options = { excludeRegions: 'cn-beijing' };
		const items = await fleet.items('instance/getAll', { ...CHOSEN, options });
		expect(items.map(({ name }) => name).sort()).toEqual(['a-1', 'h-1', 't-1']);
	});

	test('Owner Tags: the first one found counts, in the order given', async () => {
		const fleet = await openFleet(ONE_EACH);
		const ownerOf = async (ownerTags?: string) => {
			const options = ownerTags === undefined ? {} : { ownerTags };
			const parameters = { clouds: ['alibaba'], output: 'all', options };
			return (await fleet.items('instance/getAll', parameters))[0].owner;
		};
		expect(await ownerOf()).toBe('core');
		expect(await ownerOf('contact, team')).toBe('ada');
		expect(await ownerOf('cost-center')).toBeNull();
	});

	test('Price Rows: the first that fits, sums by currency, and how many have a price', async () => {
		const fleet = await openFleet(ONE_EACH);
		const items = await fleet.items('instance/getAll', {
			output: 'all',
			summary: true,
			options: {
				priceRows: {
					entry: [
						{
							cloud: 'huawei',
							contains: 'nothing-like-it',
							perMonth: 1,
							perGb: 0,
							currency: 'USD',
						},
						{ cloud: 'huawei', contains: '', perMonth: 100.5, perGb: 0, currency: 'USD' },
						{ cloud: 'tencent', contains: 'profession', perMonth: 10, perGb: 0.1, currency: 'CNY' },
					],
				},
			},
		});
		const price = (name: string) => named(items, name).price;
		const { storageGb } = named(items, 't-1') as { storageGb: number };
		const tencent = 10 + storageGb / 10;
		expect(price('h-1')).toMatchObject({ amount: 100.5, currency: 'USD', per: 'month' });
		expect(price('t-1')).toMatchObject({ amount: tencent, currency: 'CNY' });
		expect(price('a-1')).toBeNull();
		expect(items.at(-1)).toMatchObject({
			priceSums: { USD: 100.5, CNY: tencent },
			priced: '2 of 3',
		});
	});

	test('Limit leaves out, and the summary says how many', async () => {
		const fleet = await openFleet(ONE_EACH);
		const items = await fleet.items('instance/getAll', { limit: 1, summary: true });
		expect(items).toHaveLength(2);
		expect((items[1] as { warnings: string[] }).warnings.join()).toContain(
			"'Limit' left out 2 of 3",
		);
	});
});

describe('several items', () => {
	test('equal ones share a reading, different ones have their own', async () => {
		const fleet = await openFleet(ONE_EACH);
		const json = [{ c: 'huawei' }, { c: 'huawei' }, { c: 'tencent' }];
		const clouds = '={{ [$json.c] }}';
		const { output, told } = await fleet.run('instance/getAll', { clouds }, { json });
		expect(told).toBe('');
		expect(output.map(({ json: { name }, pairedItem }) => [name, pairedItem])).toEqual([
			['h-1', { item: 0 }],
			['t-1', { item: 2 }],
		]);
	});

	test('one that fails is an item under Continue, beside what the others give', async () => {
		const fleet = await openFleet(ONE_EACH);
		const json = [{ key: 'nonsense' }, ...(await fleet.items('instance/getAll'))];
		const node = { onError: 'continueRegularOutput' as const };
		const { items } = await fleet.run('instance/get', {}, { json, node });
		expect((items[0] as IDataObject).error).toContain("'Instance' is not a key");
		expect(items.slice(1).map(({ name }) => name)).toEqual(['a-1', 'h-1', 't-1']);
		const errorOutput = { onError: 'continueErrorOutput' as const };
		const second = await fleet.run('instance/get', {}, { json, node: errorOutput });
		expect(second.items).toHaveLength(3);
		expect(second.failed).toHaveLength(1);
	});
});
