/** Stopping an execution: nothing more is sent, and what was made can still be read. */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../emulator';
import type { Cloud, VendorName } from '../engine/supportApi';
import type { Running } from '../harness';
import { KINDS } from './kinds';
import { built, homeOf, listen, openPlayground, start } from './play';

const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** Longer than any pause goes on after a stop. */
const A_WHILE = 600;

interface Vendor {
	vendor: VendorName;
	/** What an instance is looked at with while it is waited for. */
	look: string;
	/** A list of instances. */
	list: string;
	/** A list of something that every item asks for. */
	reads: INodeParameters & { operation: string };
	readApi: string;
}

const VENDORS: Vendor[] = [
	{
		vendor: 'huawei',
		look: 'ShowInstance',
		list: 'ListInstances',
		reads: { operation: 'topic/getAll' },
		readApi: 'ListInstanceTopics',
	},
	{
		vendor: 'alibaba',
		look: 'GetInstanceList',
		list: 'GetInstanceList',
		reads: { operation: 'topic/getAll' },
		readApi: 'GetTopicList',
	},
	{
		vendor: 'tencent',
		look: 'DescribeInstancesDetail',
		list: 'DescribeInstancesDetail',
		reads: { operation: 'topic/getAll' },
		readApi: 'DescribeTopic',
	},
];

describe.each(VENDORS)('$vendor', ({ vendor, look, list, reads, readApi }) => {
	const [kind] = KINDS[vendor];
	let cloud: Cloud;
	let log: string[];
	const sent = (api: string) => cloud.sent(api).length;
	const wait: INodeParameters = {
		waitForCompletion: true,
		waitOptions: { pollInterval: 0.02, maximumWait: 60 },
	};
	const create = (more: INodeParameters = {}, names = ['stopped-one'], timeoutMs?: number) =>
		start(
			cloud,
			vendor,
			kind.operation,
			{ ...kind.parameters(''), ...more },
			names.map((n) => ({ n })),
			{},
			timeoutMs,
		);
	const until = async (condition: () => boolean) => {
		for (let i = 0; !condition() && i < 5000; i++) await pause(2);
		expect(condition()).toBe(true);
	};
	/** Requests that are sent after a run was stopped and what was under way has come back. */
	const afterwards = async (running: Running) => {
		await running;
		await pause(50);
		const before = cloud.em.requests.length;
		await pause(A_WHILE);
		return cloud.em.requests.slice(before).map(({ operation }) => operation);
	};
	const ids = () =>
		kind.held(cloud.em, '').flatMap(({ key, alsoKnownAs = [] }) => [[key, ...alsoKnownAs]]);
	const logged = () => ids().every((forms) => forms.some((id) => log.join('\n').includes(id)));

	beforeEach(async () => {
		log = listen();
		// Slow enough that nothing is done by itself.
		cloud = await openPlayground(vendor, { speed: 1000 });
	});
	afterEach(async () => await cloud.close());

	test.each(['the stop button', 'the time-out of the workflow'])(
		'%s ends the waiting for a new instance, whose ID is in the log',
		async (how) => {
			Object.assign(cloud.em[vendor].state.durations, { create: 1e9, deploy: 1e9 });
			const running = create(wait, ['stopped-one'], how.includes('time-out') ? 700 : undefined);
			await until(() => sent(look) >= 4);
			if (!how.includes('time-out')) running.cancel();
			expect(await afterwards(running)).toEqual([]);
			expect((await running).result.status).toBe('canceled');
			expect(ids()).toHaveLength(1);
			expect(logged()).toBe(true);
		},
	);

	test('a stop lets no further item be created', async () => {
		cloud.em.faults.add({
			operation: kind.api,
			times: 'always',
			effect: { kind: 'delay', ms: 40 },
		});
		const running = create({}, ['one-of-many', 'two-of-many', 'three-of-many', 'four-of-many']);
		await until(() => sent(kind.api) >= 2);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(ids()).toHaveLength(2);
		expect(logged()).toBe(true);
	});

	test('a stop ends the look-ups for a lost create, and the log says that it is open', async () => {
		const times = (
			vendor === 'alibaba'
				? built('AlibabaCloudKafka/orders/orders.js').orderTimes
				: built('shared/create/existing.js').searchTimes
		) as number[];
		times.splice(0, times.length, 300, 300, 300);
		cloud.em.faults.add({ operation: kind.api, effect: fault.answerLost() });
		const running = create();
		await until(() => sent(kind.api) === 1 && ids().length === 1);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(sent(kind.api)).toBe(1);
		expect(log.join('\n')).toMatch(/The execution was stopped/);
		if (vendor !== 'alibaba') expect(log.join('\n')).toContain('stopped-one');
	});

	test.each([
		['a read', 'instance/getAll'],
		['the look before a create', undefined],
	])('a stop ends the retries of %s', async (_, operation) => {
		const { retryTimes } = built('shared/request/retry.js') as {
			retryTimes: Record<string, number>;
		};
		Object.assign(retryTimes, { first: 200, longest: 400 });
		cloud.em.faults.add({ operation: list, times: 'always', effect: fault.serverError(503) });
		const api = vendor === 'tencent' && operation ? 'DescribeInstances' : list;
		if (api !== list) {
			cloud.em.faults.add({ operation: api, times: 'always', effect: fault.serverError(503) });
		}
		const running = operation ? start(cloud, vendor, operation, {}) : create();
		await until(() => sent(api) + sent(list) >= 2);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(sent(kind.api)).toBe(0);
		Object.assign(retryTimes, { first: 1, longest: 4 });
	});

	test('a stop empties the queue of many paced items', async () => {
		const own = built(
			`${{ huawei: 'HuaweiCloudKafka', alibaba: 'AlibabaCloudKafka', tencent: 'TencentCloudKafka' }[vendor]}/vendor.js`,
		)[vendor] as { pace: unknown };
		own.pace = () => ({ perSecond: 50, atOnce: 2 });
		const home = homeOf(cloud, vendor, []);
		cloud.forget();
		const { operation, ...parameters } = reads;
		const running = start(
			cloud,
			vendor,
			operation,
			{ instanceId: { __rl: true, mode: 'id', value: home }, ...parameters },
			Array.from({ length: 60 }, () => ({})),
		);
		await until(() => sent(readApi) >= 5);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(sent(readApi)).toBeLessThan(30);
	});
});
