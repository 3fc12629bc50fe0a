/** Waiting: not a moment longer than asked, and not ended by what only looks like the end. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Cloud, VendorName } from '../../support/stage';
import { until } from '../../support/until';
import { KINDS } from '../../support/creates/kinds';
import { openPlayground, readable, start } from '../../support/creates/play';

const MINUTE = 60_000;

/** A look at an instance, and how an answer is made to show another status. */
interface Vendor {
	vendor: VendorName;
	look: string;
	/** An answer of the cloud in which the instance has this status. */
	showing(cloud: Cloud, status: unknown): unknown;
	ready: unknown;
	unheardOf: unknown;
	/** How the unknown status is told. */
	told: string;
	/** A status of before. */
	early: unknown;
}

const made = (cloud: Cloud, vendor: VendorName) => {
	const [instance] = cloud.em[vendor].state.instances;
	return instance;
};

const VENDORS: Vendor[] = [
	{
		vendor: 'huawei',
		look: 'ShowInstance',
		showing: (cloud, status) => ({
			instance_id: made(cloud, 'huawei').id,
			name: 'orders',
			status,
			connect_address: '192.168.0.2',
		}),
		ready: 'RUNNING',
		unheardOf: 'HIBERNATING',
		told: 'HIBERNATING',
		early: 'CREATING',
	},
	{
		vendor: 'tencent',
		look: 'DescribeInstancesDetail',
		showing: (cloud, Status) => ({
			Response: {
				Result: {
					TotalCount: 1,
					InstanceList: [{ InstanceId: made(cloud, 'tencent').id, InstanceName: 'orders', Status }],
				},
				RequestId: 'r',
			},
		}),
		ready: 1,
		unheardOf: 99,
		told: '99',
		early: 0,
	},
];

describe.each(VENDORS)('$vendor', ({ vendor, look, showing, ready, unheardOf, told, early }) => {
	const [kind] = KINDS[vendor];
	let cloud: Cloud;
	beforeEach(async () => {
		cloud = await openPlayground(vendor, { speed: 0 });
	});

	/** Creates and waits; from then on each look shows the next of these, the last one for ever. */
	const created = async (statuses: unknown[], options: INodeParameters) => {
		const parameters: INodeParameters = {
			...kind.parameters(''),
			waitForCompletion: true,
			waitOptions: { pollInterval: 30, ...options },
		};
		const running = start(cloud, vendor, kind.operation, parameters, [{ n: 'orders' }]);
		await until('the instance is created', () => made(cloud, vendor));
		for (const [i, status] of statuses.entries()) {
			cloud.em.faults.add({
				operation: look,
				times: i === statuses.length - 1 ? 'always' : 1,
				nth: 1,
				effect: { kind: 'answer', status: 200, body: showing(cloud, status) },
			});
		}
		return await running;
	};
	/** What was sent after the create. */
	const afterwards = () => {
		const operations = cloud.em.requests.map(({ operation }) => operation);
		return operations.slice(operations.indexOf(kind.api) + 1);
	};
	const item = (run: Awaited<ReturnType<typeof created>>): IDataObject => run.items('K')[0];

	test('a status that nobody knows is told, and is not the end', async () => {
		const run = await created([unheardOf], { maximumWait: 3, whenTimeRunsOut: 'passOn' });
		expect(item(run)).toMatchObject({ completed: false, status: expect.stringContaining(told) });
		expect(cloud.clock.passed).toBe(3 * MINUTE);
	});

	test('when the time runs out with it, the error tells both it and the ID', async () => {
		const text = readable(await created([unheardOf], { maximumWait: 3 }));
		expect(text).toContain(told);
		expect(text).toContain(made(cloud, vendor).id);
	});

	test('a maximum of 0 looks once', async () => {
		const run = await created([early], { maximumWait: 0, whenTimeRunsOut: 'passOn' });
		expect(item(run)).toMatchObject({ completed: false });
		expect(afterwards()).toEqual([look]);
		// Nothing but the pace between two reads of a list.
		expect(cloud.clock.passed).toBeLessThan(100);
	});

	test('the last look is at the end of the time, however long the interval', async () => {
		await created([early], { maximumWait: 4, pollInterval: 3600, whenTimeRunsOut: 'passOn' });
		expect(afterwards()).toEqual([look]);
		expect(cloud.clock.passed).toBe(4 * MINUTE);
	});

	test('ready is the end', async () => {
		expect(item(await created([ready], {}))).toMatchObject({ completed: true });
	});
});

describe('many that are waited for share the reads of the list', () => {
	const WAIT = { waitForCompletion: true, waitOptions: { pollInterval: 15 } };
	const names = Array.from({ length: 10 }, (_, n) => `orders-${n}`);

	test('Alibaba Cloud', async () => {
		const cloud = await openPlayground('alibaba');
		const ids = names.map((name) => cloud.em.alibaba.state.seed({ name }).id);
		const instanceId = { __rl: true as const, mode: 'id', value: '={{ $json.n }}' };
		const run = await start(
			cloud,
			'alibaba',
			'instance/stop',
			{ instanceId, ...WAIT },
			ids.map((n) => ({ n })),
		);
		expect(run.items('K').map(({ completed }) => completed)).toEqual(ids.map(() => true));
		const all = cloud.sent('GetInstanceList').filter(({ url }) => !url.includes('InstanceId.1'));
		expect(all.length).toBeGreaterThan(0);
		expect(cloud.sent('GetInstanceList').length - all.length).toBeLessThan(2 * ids.length);
	});

	test('Tencent Cloud', async () => {
		const cloud = await openPlayground('tencent');
		const [kind] = KINDS.tencent;
		const run = await start(
			cloud,
			'tencent',
			kind.operation,
			{ ...kind.parameters(''), ...WAIT },
			names.map((n) => ({ n })),
		);
		expect(run.items('K').map(({ completed }) => completed)).toEqual(names.map(() => true));
		const looks = cloud.sent('DescribeInstancesDetail');
		const all = looks.filter(({ body }) => !body.includes('"InstanceId"'));
		expect(all.length).toBeGreaterThan(0);
		expect(looks.length - all.length).toBeLessThan(2 * names.length);
	});
});
