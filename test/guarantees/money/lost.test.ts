/** Creates of instances whose answer is lost or says little: what was made is named, and nobody else's. */
import type { INodeParameters } from 'n8n-workflow';

import type { FaultEffect } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import { until } from '../../support/until';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf, listen, openPlayground, readable, start } from '../../support/creates/play';

const LOST: FaultEffect = { kind: 'cut', when: 'after' };
const NEVER_SENT: FaultEffect = { kind: 'cut', when: 'before' };

let cloud: Cloud;

const create = async ({ vendor, operation, parameters }: Kind, more: INodeParameters = {}) =>
	await start(cloud, vendor, operation, { ...parameters(''), ...more }, [{ n: 'orders' }]);
const named = (kind: Kind) => kind.held(cloud.em, '').filter(({ name }) => name === 'orders');

/** Successes that name an order, but no instance. */
const ORDERS: Array<[VendorName, string, unknown]> = [
	['huawei', 'CS2411222010ABCDE', { order_id: 'CS2411222010ABCDE' }],
	[
		'tencent',
		'20240501000000000012345',
		{
			Response: {
				Result: {
					ReturnCode: '0',
					ReturnMessage: 'ok',
					Data: { FlowId: 0, DealNames: ['20240501000000000012345'] },
				},
				RequestId: 'r',
			},
		},
	],
];

describe.each(ORDERS)('%s: an answer without an instance', (vendor, order, body) => {
	const [kind] = KINDS[vendor];

	test('says what was ordered', async () => {
		cloud = await openPlayground(vendor, { speed: 0 });
		const log = listen();
		const effect: FaultEffect = { kind: 'answer', status: 200, body };
		cloud.em.faults.add({ operation: kind.api, effect });
		expect(readable(await create(kind))).toContain(order);
		expect(log.join('\n')).toContain(order);
		expect(cloud.sent(kind.api)).toBeSent(1);
	});
});

describe.each(['huawei', 'tencent'] as const)('%s', (vendor) => {
	const [kind] = KINDS[vendor];

	test('one whose creation failed at once is named', async () => {
		cloud = await openPlayground(vendor, { speed: 0 });
		const { state } = cloud.em[vendor];
		Object.assign(state.durations, { create: 0, listed: 0 });
		state.plans.push({ createFails: true });
		cloud.em.faults.add({ operation: kind.api, effect: LOST });
		const run = await create(kind);
		expect(run.error).toBeDefined();
		expect(named(kind)).toExist(1);
		expect(readable(run)).toContain(named(kind)[0].key);
	});

	test('one that never arrived is not taken for that of another execution', async () => {
		cloud = await openPlayground(vendor);
		const { faults } = cloud.em;
		const late: FaultEffect = { kind: 'delay', ms: 100, after: true };
		faults.add({ operation: kind.api, nth: 1, effect: NEVER_SENT });
		faults.add({ operation: kind.api, nth: 2, effect: late });
		const runs = await Promise.all([create(kind), create(kind)]);
		expect(named(kind)).toExist(1);
		expect(runs.flatMap((run) => (run.error ? [] : run.items('K')))).toHaveLength(1);
		expect(runs.map(readable).join()).toContain('not found by name afterwards');
	});
});

test('of another process that is listed first it is not taken for good', async () => {
	// Its own is listed some requests after the other one.
	const tencent = { durations: { listed: 4_000 } };
	cloud = await openPlayground('tencent', { speed: 0, tick: 1_000, tencent });
	const [kind] = KINDS.tencent;
	const { state } = cloud.em.tencent;
	cloud.em.faults.add({
		operation: kind.api,
		effect: [{ kind: 'delay', ms: 30 }, LOST],
	});
	const running = create(kind, { createIfAbsent: true });
	await until('the create', () => cloud.sent(kind.api).length > 0);
	state.seed({ name: 'orders' });
	const run = await running;
	const ids = named(kind).map(({ key }) => key);
	expect(ids).toHaveLength(2);
	for (const id of ids) expect(readable(run)).toContain(id);
});

describe('what may be there is named', () => {
	const unreadable: FaultEffect = { kind: 'answer', status: 500 };

	test('by the error of another item, when that is the one that n8n reports', async () => {
		cloud = await openPlayground('alibaba', { speed: 0 });
		const kind = KINDS.alibaba.find(({ operation }) => operation === 'acl/create') as Kind;
		const home = homeOf(cloud, 'alibaba', []);
		cloud.em.faults.add({ operation: 'DescribeAcls', times: 'always', effect: unreadable });
		cloud.em.faults.add({ operation: kind.api, nth: 2, effect: LOST });
		const parameters = {
			...kind.parameters(home),
			waitForCompletion: true,
			waitOptions: { pollInterval: 5, maximumWait: 1 },
		};
		const run = await start(cloud, 'alibaba', kind.operation, parameters, [
			{ n: 'first' },
			{ n: 'second' },
		]);
		expect(kind.held(cloud.em, home).map(({ name }) => name)).toEqual(['first', 'second']);
		expect(run.error?.message).toContain('first');
		expect(readable(run)).toMatch(
			/It is not known whether these took effect: Create ACL entry \(.*second\)/,
		);
	});

	test('by the error of a later try, which could not even look', async () => {
		cloud = await openPlayground('huawei', { speed: 0 });
		const [kind] = KINDS.huawei;
		const { faults } = cloud.em;
		faults.add({ operation: 'ListInstances', nth: 2, times: 'always', effect: unreadable });
		faults.add({ operation: kind.api, effect: LOST });
		const parameters = { ...kind.parameters(''), createIfAbsent: true };
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const json = [{ n: 'orders' }];
		const run = await start(cloud, 'huawei', kind.operation, parameters, json, settings);
		expect(named(kind)).toExist(1);
		expect(readable(run)).toMatch(
			/not known whether these took effect: Create instance \(.*orders\)/,
		);
		expect(readable(run)).not.toMatch(/Nothing was created|This request created nothing/);
	});
});
