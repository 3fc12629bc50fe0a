/** The trigger with all regions: how many requests a poll makes, and that no region goes away without a word. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { exampleAccounts } from '../../../emulator';
import { chain, node } from '../../harness';
import { VENDORS, type VendorName } from '../../support/clouds';
import {
	DAY,
	FLEET_TRIGGER,
	HOUR,
	countOf,
	openFleet,
	type FleetStage,
} from '../../support/fleetStage';
import { withProjects } from '../../support/huaweiFleet';

const EVENTS = ['instanceAppeared', 'instanceDisappeared', 'regionNotReadable'];

function watching(fleet: FleetStage, clouds: VendorName[], more: INodeParameters = {}) {
	const parameters = { clouds, events: EVENTS, regions: 'all', ...more };
	const credentials = clouds.map((cloud) => VENDORS[cloud].credential);
	const workflow = fleet.n8n.makeWorkflow(
		chain(node('T', FLEET_TRIGGER, parameters, { credentials })),
	);
	return async () => {
		fleet.lines();
		const items = (await fleet.n8n.poll(workflow, 'T'))?.[0] ?? [];
		const events = items.map(
			({ json }: { json: IDataObject }) => `${json.event} ${json.name ?? json.region}`,
		);
		return { events, counts: countOf(fleet.lines()), items };
	};
}

test('Alibaba Cloud: one request for all regions, and one for each in use; all of them once an hour', async () => {
	const fleet = await openFleet({
		alibaba: {
			instances: [
				{ name: 'a-1', region: 'cn-hangzhou' },
				{ name: 'a-2', region: 'cn-beijing' },
			],
		},
	});
	const poll = watching(fleet, ['alibaba']);
	const sweep = (await poll()).counts;
	expect(sweep['alibaba GetInstanceList']).toBeGreaterThanOrEqual(34);
	expect(sweep['alibaba GetAllInstanceIdList']).toBe(1);
	const usual = { 'alibaba GetAllInstanceIdList': 1, 'alibaba GetInstanceList': 2 };
	expect((await poll()).counts).toEqual(usual);

	fleet.em.alibaba.state.seed({ name: 'a-3', region: 'cn-shanghai' });
	const appeared = await poll();
	expect(appeared.events).toEqual(['instanceAppeared a-3']);
	expect(appeared.counts['alibaba GetInstanceList']).toBe(3);

	await fleet.clock.advance(HOUR);
	expect((await poll()).counts['alibaba GetInstanceList']).toBe(sweep['alibaba GetInstanceList']);
	expect((await poll()).counts['alibaba GetInstanceList']).toBe(3);
});

test('Alibaba Cloud: a region that cannot be read is asked again, though nothing is in it', async () => {
	const fleet = await openFleet({ alibaba: { instances: [{ name: 'a-1' }] } });
	const poll = watching(fleet, ['alibaba']);
	await poll();
	const outage = fleet.em.faults.add({
		vendor: 'alibaba',
		operation: 'GetInstanceList',
		region: 'cn-hangzhou',
		times: 'always',
		effect: { kind: 'cut', when: 'before' },
	});
	fleet.em.alibaba.state.seed({ name: 'a-2', region: 'cn-beijing' });
	const seen: string[] = [];
	for (let count = 0; count < 4; count++) seen.push(...(await poll()).events);
	expect(seen.sort()).toEqual(['instanceAppeared a-2', 'regionNotReadable cn-hangzhou']);
	outage.remove();
	expect((await poll()).events).toEqual([]);
});

test('Tencent Cloud: the list of regions is read once a day', async () => {
	const fleet = await openFleet({ tencent: { instances: [{ name: 't-1' }] } });
	const poll = watching(fleet, ['tencent']);
	const first = (await poll()).counts;
	expect(first['tencent DescribeRegion']).toBe(1);
	const second = (await poll()).counts;
	expect(second['tencent DescribeRegion']).toBeUndefined();
	expect(second['tencent DescribeInstancesDetail']).toBe(first['tencent DescribeInstancesDetail']);
	await fleet.clock.advance(DAY);
	expect((await poll()).counts['tencent DescribeRegion']).toBe(1);
});

test('Huawei Cloud: a project that is not listed any more is told, and its instances did not disappear', async () => {
	const accounts = withProjects('cn-north-1');
	const fleet = await openFleet({
		accounts,
		huawei: { instances: [{ name: 'h-1' }, { name: 'h-2', region: 'cn-north-1' }] },
	});
	const poll = watching(fleet, ['huawei']);
	await poll();
	expect((await poll()).events).toEqual([]);
	accounts.huawei.projects.pop();
	await fleet.clock.advance(DAY);
	const seen: string[] = [];
	for (let count = 0; count < 5; count++) seen.push(...(await poll()).events);
	expect(seen).toEqual(['regionNotReadable cn-north-1']);
});

test('a region that the user excludes is forgotten without a word', async () => {
	const fleet = await openFleet({ tencent: { instances: [{ name: 't-1' }] } });
	const workflow = fleet.n8n.makeWorkflow(
		chain(
			node(
				'T',
				FLEET_TRIGGER,
				{ clouds: ['tencent'], events: EVENTS, regions: 'all' },
				{ credentials: [VENDORS.tencent.credential] },
			),
		),
	);
	await fleet.n8n.poll(workflow, 'T');
	const trigger = workflow.getNode('T');
	Object.assign(trigger?.parameters ?? {}, { options: { excludeRegions: 'ap-guangzhou' } });
	for (let count = 0; count < 4; count++) {
		expect(await fleet.n8n.poll(workflow, 'T')).toBeNull();
	}
});

/** So many instances of a cloud, spread over regions. */
const spread = (count: number, regions: readonly string[]) =>
	Array.from({ length: count }, (_, index) => ({
		name: `k-${index}`,
		region: regions[index % regions.length],
	}));

const USED = {
	huawei: ['cn-north-4', 'cn-north-1', 'cn-east-3', 'cn-south-1', 'ap-southeast-1'],
	alibaba: ['cn-hangzhou', 'cn-beijing', 'cn-shanghai', 'cn-shenzhen'],
	tencent: ['ap-guangzhou', 'ap-shanghai', 'ap-beijing'],
};

/** Requests of a usual poll by the number of instances in a cloud, whose regions are chosen. */
const USUAL: ReadonlyArray<[instances: number, counts: Record<string, number>]> = [
	[
		0,
		{
			'alibaba GetInstanceList': 4,
			'huawei ListInstances': 5,
			'huawei ShowRecycleInstances': 5,
			'tencent DescribeInstancesDetail': 3,
		},
	],
	[
		36,
		{
			'alibaba GetInstanceList': 4,
			'huawei ListInstances': 5,
			'huawei ShowRecycleInstances': 5,
			'tencent DescribeInstancesDetail': 3,
		},
	],
	[
		300,
		{
			'alibaba GetInstanceList': 4,
			'huawei ListInstances': 10,
			'huawei ShowRecycleInstances': 5,
			'tencent DescribeInstancesDetail': 18,
		},
	],
];

test.each(USUAL)(
	'all clouds, %i instances in each: a usual poll makes %j',
	async (count, usual) => {
		const { huawei, alibaba, tencent } = USED;
		const known = exampleAccounts().huawei.projects.map(({ region }) => region);
		const others = huawei.filter((region) => !known.includes(region));
		const fleet = await openFleet({
			accounts: withProjects(...others),
			huawei: { instances: spread(count, huawei) },
			alibaba: { instances: spread(count, alibaba) },
			tencent: { instances: spread(count, tencent) },
		});
		const poll = watching(fleet, ['alibaba', 'huawei', 'tencent'], {
			regions: 'chosen',
			huaweiRegions: huawei,
			alibabaRegions: alibaba,
			tencentRegions: tencent,
		});
		await poll();
		for (let again = 1; again <= 2; again++) {
			const { events, counts } = await poll();
			expect(events).toEqual([]);
			expect(counts).toEqual(usual);
		}
	},
);
