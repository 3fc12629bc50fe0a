/** Stopping an execution: nothing more is sent, and what was made can still be read. */
import type { INodeParameters } from 'n8n-workflow';

import { fault } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import type { Running } from '../../harness';
import { until } from '../../support/until';
import { KINDS } from '../../support/creates/kinds';
import { homeOf, listen, openPlayground, start } from '../../support/creates/play';

const MINUTE = 60_000;

/** Longer than any pause, milliseconds. */
const A_WHILE = 60 * MINUTE;

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
		waitOptions: { pollInterval: 20, maximumWait: 60 },
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
	/** Requests that are sent after a run was stopped and what was under way has come back. */
	const afterwards = async (running: Running) => {
		await running;
		await cloud.clock.sleep(1);
		const before = cloud.em.requests.length;
		await cloud.clock.sleep(A_WHILE);
		return cloud.em.requests.slice(before).map(({ operation }) => operation);
	};
	const ids = () =>
		kind.held(cloud.em, '').flatMap(({ key, alsoKnownAs = [] }) => [[key, ...alsoKnownAs]]);
	const logged = () => ids().every((forms) => forms.some((id) => log.join('\n').includes(id)));

	beforeEach(async () => {
		log = listen();
		cloud = await openPlayground(vendor);
	});

	test.each([
		['the stop button', undefined],
		['the time-out of the workflow', 3 * MINUTE],
	])('%s ends the waiting for a new instance, whose ID is in the log', async (_, timeoutMs) => {
		Object.assign(cloud.em[vendor].state.durations, { create: 1e9, deploy: 1e9 });
		const running = create(wait, ['stopped-one'], timeoutMs);
		await until('four looks', () => sent(look) >= 4);
		if (timeoutMs === undefined) running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect((await running).result.status).toBe('canceled');
		expect(ids()).toHaveLength(1);
		expect(logged()).toBe(true);
	});

	test('a stop lets no further item be created', async () => {
		cloud.em.faults.add({
			operation: kind.api,
			times: 'always',
			effect: { kind: 'delay', ms: 40 },
		});
		const running = create({}, ['one-of-many', 'two-of-many', 'three-of-many', 'four-of-many']);
		await until('the second create', () => sent(kind.api) >= 2);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(ids()).toHaveLength(2);
		expect(logged()).toBe(true);
	});

	test.each([0, 1])(
		'a stop ends the look-ups for a lost create after %d of them, and the log says that it is open',
		async (count) => {
			cloud.em.faults.add({ operation: kind.api, effect: fault.answerLost() });
			const running = create();
			const lookUps = () => {
				const operations = cloud.em.requests.map(({ operation }) => operation);
				return operations.length - operations.indexOf(kind.api) - 1;
			};
			await until(`${count} look-ups`, () => ids().length === 1 && lookUps() === count);
			running.cancel();
			expect(await afterwards(running)).toEqual([]);
			expect([sent(kind.api), lookUps()]).toEqual([1, count]);
			expect(log.join('\n')).toMatch(/The execution was stopped/);
			if (vendor !== 'alibaba') expect(log.join('\n')).toContain('stopped-one');
		},
	);

	test.each([
		['a read', 'instance/getAll'],
		['the look before a create', undefined],
	])('a stop ends the retries of %s', async (_, operation) => {
		cloud.em.faults.add({ operation: list, times: 'always', effect: fault.serverError(503) });
		const api = vendor === 'tencent' && operation ? 'DescribeInstances' : list;
		if (api !== list) {
			cloud.em.faults.add({ operation: api, times: 'always', effect: fault.serverError(503) });
		}
		const running = operation ? start(cloud, vendor, operation, {}) : create();
		await until('the first retry', () => sent(api) + sent(list) >= 2);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(sent(kind.api)).toBe(0);
	});

	test('a stop empties the queue of many paced items', async () => {
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
		await until('the fifth read', () => sent(readApi) >= 5);
		running.cancel();
		expect(await afterwards(running)).toEqual([]);
		expect(sent(readApi)).toBe(5);
	});
});
