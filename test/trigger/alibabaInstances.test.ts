/** The Alibaba trigger's instance events, through n8n-core and against the emulated cloud. */
import type { IDataObject } from 'n8n-workflow';

import { fault, type AlibabaInstance, type EmulatorOptions } from '../../emulator';
import { enter } from '../../emulator/alibaba/model/lifecycle';
import { chain, node } from '../harness';
import {
	ALL_INSTANCE_EVENTS,
	DAY,
	MINUTE,
	NOW,
	byId,
	openPolls,
	type PollStage,
} from '../support/pollStage';

let stage: PollStage;
const start = async (state: EmulatorOptions['alibaba'] = {}, credential: IDataObject = {}) => {
	stage = await openPolls('alibaba', state, credential);
	return stage;
};

const names = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `kafka-${i}` }));
const named = (name: string) => {
	const found = stage.em.alibaba.state.named(name);
	if (!found) throw new Error(`${name} is not there`);
	return found;
};

/** What the node's own Instance: Get says. */
async function get(id: string): Promise<IDataObject> {
	const operation = { resource: 'instance', operation: 'get', simplify: false };
	const type = 'n8n-nodes-managed-kafka.alibabaCloudKafka';
	const parameters = { ...operation, instanceId: byId(id), options: {} };
	const K = node('K', type, parameters, { credentials: ['managedKafkaAlibabaCloudApi'] });
	const { items, error } = await stage.n8n.run(chain(K));
	if (error) throw new Error(error.message);
	return items('K')[0];
}

describe('an event of an AliKafka instance', () => {
	test.each(['ACS3-HMAC-SHA256', '1.0'])(
		'comes out of the polls after the first one, which only takes note; signature %s',
		async (signatureVersion) => {
			const { em, watch, requests } = await start(
				{ instances: [{ name: 'old' }] },
				{ signatureVersion },
			);
			const orders = watch({ events: ALL_INSTANCE_EVENTS });

			expect(await orders.tick()).toBeNull();
			const { id } = em.alibaba.state.seed({ name: 'orders', phase: 'preparing' });
			expect(await orders.events()).toEqual(['orders instanceAppeared null>deploying']);
			expect(await orders.events()).toEqual([]);
			enter(named('orders'), 'serving');

			expect(await orders.tick()).toEqual([
				{
					event: 'instanceStatusChanged',
					provider: 'alibabaCloud',
					region: 'cn-hangzhou',
					instanceId: id,
					instanceName: 'orders',
					previousStatus: 'deploying',
					status: 'running',
					statusKind: 'ready',
					observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
					instance: expect.objectContaining({
						InstanceId: id,
						ServiceStatus: 5,
						status: 'running',
						statusKind: 'ready',
						Tags: [],
					}),
				},
			]);
			expect(await orders.events()).toEqual([]);
			expect(requests()).toEqual({ GetInstanceList: 5 });
		},
	);

	test.each([true, false])(
		'tells every part of its life from order to deletion, with a second status code: %p',
		async (viewStatus) => {
			const { em, watch } = await start({ rules: { viewStatus } });
			const orders = watch({ events: ALL_INSTANCE_EVENTS });
			await orders.tick();
			const { state } = em.alibaba;
			const { id } = state.seed({ name: 'orders', phase: 'waiting' });
			const seen: string[] = [];
			for (const phase of [
				'waiting',
				'preparing',
				'initializing',
				'starting',
				'serving',
				'changing',
				'upgrading',
				'serving',
				'stopping',
				'stopped',
				'reopening',
				'serving',
				'releasing',
				'released',
				'deleting',
			] as const) {
				enter(named('orders'), phase);
				const items = await orders.tick();
				const [{ status, statusKind }] = items ?? [{ status: '=' }];
				seen.push(String(status));
				const { status: own, statusKind: ownKind } = await get(id);
				if (items) expect([status, statusKind]).toEqual([own, ownKind]);
			}
			named('orders').gone = true;
			expect(await orders.tick()).toMatchObject([
				{
					event: 'instanceDisappeared',
					instanceId: id,
					instanceName: 'orders',
					previousStatus: 'released',
					status: null,
					statusKind: 'gone',
					instance: null,
				},
			]);
			expect(await orders.events()).toEqual([]);
			expect(orders.stored).not.toContain(id);
			expect(seen.join(', ')).toBe(
				viewStatus
					? 'waiting for deployment, deploying, =, =, running, upgrading, =, running, stopping, stopped, starting, running, releasing, released, ='
					: 'waiting for deployment, deploying, initializing, starting, running, changing, upgrading, running, =, out of service, =, running, =, out of service, released',
			);
		},
	);

	test('says once that an instance disappeared which kept the status 15 until then', async () => {
		const { em, watch } = await start({
			instances: [{ name: 'orders', phase: 'expired' }],
			rules: { viewStatus: false },
		});
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();
		expect(await orders.events()).toEqual([]);
		em.alibaba.state.instances[0].gone = true;
		expect(await orders.events()).toEqual(['orders instanceDisappeared out of service>null']);
		expect(await orders.events()).toEqual([]);
	});

	test('follows a stop and a release through both status codes', async () => {
		const { em, watch } = await start({ instances: [{ name: 'orders' }] });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();
		const operate = async (operation: string) => {
			const type = 'n8n-nodes-managed-kafka.alibabaCloudKafka';
			const parameters = { instanceId: byId(named('orders').id), options: {} };
			const K = node(
				'K',
				type,
				{ resource: 'instance', operation, ...parameters },
				{
					credentials: ['managedKafkaAlibabaCloudApi'],
				},
			);
			const { error } = await stage.n8n.run(chain(K));
			expect(error).toBeUndefined();
		};
		const news: string[] = [];
		const pass = async (ms: number) => {
			news.push(...(await orders.events()));
			em.clock.advance(ms);
		};
		await operate('stop');
		await pass(5 * MINUTE);
		await pass(0);
		await operate('release');
		await pass(5 * MINUTE);
		await pass(0);
		await operate('delete');
		await pass(5 * MINUTE);
		await pass(0);
		expect(news).toEqual([
			'orders instanceStatusChanged running>stopping',
			'orders instanceStatusChanged stopping>stopped',
			'orders instanceStatusChanged stopped>releasing',
			'orders instanceStatusChanged releasing>released',
			'orders instanceDisappeared released>null',
		]);
	});

	test('comes out only if event, status and name are the chosen ones', async () => {
		const { em, watch } = await start({
			instances: [{ name: 'orders-a' }, { name: 'orders-b' }, { name: 'billing' }],
		});
		const { state } = em.alibaba;
		const failing = watch({
			events: ['instanceStatusChanged'],
			statuses: ['upgrade failed'],
			options: { nameFilter: 'orders-' },
		});
		await failing.tick();
		for (const instance of state.instances) enter(instance, 'changing');
		state.seed({ name: 'orders-c', phase: 'upgradeFailed' });
		expect(await failing.events()).toEqual([]);
		for (const instance of state.instances) enter(instance, 'upgradeFailed');
		expect((await failing.events()).sort()).toEqual([
			'orders-a instanceStatusChanged upgrading>upgrade failed',
			'orders-b instanceStatusChanged upgrading>upgrade failed',
		]);
	});

	test.each([
		[{ serviceStatus: 99 }, 'ServiceStatus 99'],
		[{ viewStatus: 99 }, 'ViewInstanceStatusCode 99'],
		[
			{ serviceStatus: 'constructor' as never, viewStatus: null as never },
			'ServiceStatus constructor',
		],
	])('passes on a status that no document has as unknown: %p', async (codes, status) => {
		const { em, watch } = await start({ instances: [{ name: 'orders' }] });
		const orders = watch({ events: ['instanceStatusChanged'] });
		await orders.tick();
		Object.assign(em.alibaba.state.instances[0], codes);
		expect(await orders.tick()).toMatchObject([{ status, statusKind: 'unknown' }]);
		expect(await orders.tick()).toBeNull();
	});

	test('takes a renamed instance for the same one, and a second one of its name for another', async () => {
		const { em, watch } = await start({ instances: [{ name: 'orders' }] });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();
		const { id } = named('orders');
		named('orders').name = 'orders-old';
		expect(await orders.events()).toEqual([]);
		em.alibaba.state.seed({ name: 'orders', phase: 'waiting' });
		expect(await orders.events()).toEqual(['orders instanceAppeared null>waiting for deployment']);
		named('orders-old').gone = true;
		expect(await orders.tick()).toMatchObject([
			{ event: 'instanceDisappeared', instanceId: id, instanceName: 'orders-old' },
		]);
	});

	test('calls an instance without a name by its ID', async () => {
		const { em, watch } = await start();
		const orders = watch({ events: ['instanceAppeared'] });
		await orders.tick();
		const { id } = em.alibaba.state.seed({ name: '', phase: 'waiting' });
		expect(await orders.tick()).toMatchObject([{ instanceId: id, instanceName: id }]);
	});
});

describe('an AliKafka instance that is about to expire', () => {
	const inDays = (days: number) => NOW + days * DAY;
	const subscription = (name: string, days: number, more: object = {}) => ({
		name,
		paidType: 0,
		expiresAt: inDays(days),
		...more,
	});

	test('is reported once within its last days, and again after a renewal', async () => {
		const { watch, requests } = await start({
			instances: [subscription('soon', 2.5), subscription('later', 8)],
		});
		const expiring = watch({ events: ['instanceExpiring'] });
		const { id, expiresAt } = named('soon');
		expect(await expiring.tick()).toMatchObject([
			{
				event: 'instanceExpiring',
				instanceId: id,
				instanceName: 'soon',
				status: 'running',
				statusKind: 'ready',
				expiresAt: new Date(expiresAt).toISOString(),
				daysLeft: 2.5,
				instance: { InstanceId: id, PaidType: 0, ExpiredTime: expiresAt },
			},
		]);
		expect(await expiring.tick()).toBeNull();
		expiring.restart();
		expect(await expiring.tick()).toBeNull();

		named('later').expiresAt = inDays(6);
		expect(await expiring.events()).toEqual(['later instanceExpiring running>running']);
		named('soon').expiresAt = inDays(33);
		expect(await expiring.events()).toEqual([]);
		expiring.restart();
		named('soon').expiresAt = inDays(1);
		expect(await expiring.events()).toEqual(['soon instanceExpiring running>running']);
		expect(await expiring.events()).toEqual([]);
		expect(requests()).toEqual({ GetInstanceList: 7 });

		expiring.set({ options: { expiryDays: 3 } });
		expect(await expiring.events()).toEqual(['soon instanceExpiring running>running']);
		expect(await expiring.events()).toEqual([]);
	});

	test('is not reported if it is paid by use, whatever expiry it shows', async () => {
		const { em, watch } = await start({
			instances: [
				subscription('pay-as-you-go', 1, { paidType: 1 }),
				subscription('serverless', 1, { paidType: 3 }),
				subscription('confluent', 1, { paidType: 4 }),
				subscription('released', 1, { phase: 'released' }),
			],
		});
		const expiring = watch({ events: ['instanceExpiring'], options: { expiryDays: 1000 } });
		expect(await expiring.events()).toEqual(['confluent instanceExpiring running>running']);

		// One that is made a subscription is.
		Object.assign(em.alibaba.state.named('pay-as-you-go') as AlibabaInstance, { paidType: 0 });
		expect(await expiring.events()).toEqual(['pay-as-you-go instanceExpiring running>running']);
	});

	test.each([0, null, '', 'soon', 1e20])(
		'is not reported with the expiry %p, which says nothing',
		async (expiresAt) => {
			const { watch } = await start({ instances: [subscription('orders', 1)] });
			Object.assign(named('orders'), { expiresAt });
			const expiring = watch({ events: ['instanceExpiring'] });
			expect(await expiring.tick()).toBeNull();
			expect(await expiring.tick({ mode: 'manual' })).toMatchObject([{ expiresAt: null }]);
		},
	);

	test('is shown by a test in the editor, the next one first, which keeps nothing', async () => {
		const { watch } = await start({
			instances: [subscription('b', 90), { name: 'x' }, subscription('a', 3)],
		});
		const expiring = watch({ events: ['instanceExpiring'] });
		const items = await expiring.tick({ mode: 'manual' });
		expect(items?.map(({ instanceName, daysLeft }) => [instanceName, daysLeft])).toEqual([
			['a', 3],
			['b', 90],
		]);
		expect(expiring.stored).toBe('{}');
		expect(await expiring.events()).toEqual(['a instanceExpiring running>running']);
	});
});

describe('the first poll of AliKafka instances', () => {
	const mixed = { instances: [{ name: 'good' }, { name: 'bad', phase: 'upgradeFailed' as const }] };

	test.each([
		[['instanceStatusChanged'], [], ['bad', 'good']],
		[['instanceStatusChanged'], ['upgrade failed'], ['bad']],
		[['instanceStatusChanged', 'instanceAppeared'], ['upgrade failed'], ['bad', 'good']],
		[['instanceDisappeared'], [], []],
	])(
		'emits what is there if it is asked to: %p of statuses %p',
		async (events, statuses, expected) => {
			const { watch } = await start(mixed);
			const orders = watch({ events, statuses, options: { emitCurrent: true } });
			const items = (await orders.tick()) ?? [];
			expect(items.map(({ instanceName }) => instanceName).sort()).toEqual(expected);
			expect(await orders.tick()).toBeNull();
		},
	);

	test('is the next one after a change of the region, and not after one of the keys', async () => {
		const { em, setCredential, watch } = await start(mixed);
		em.alibaba.state.seed({ name: 'far', region: 'eu-central-1' });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();

		orders.set({ options: { region: 'eu-central-1' } });
		expect(await orders.tick()).toBeNull();
		em.alibaba.state.seed({ name: 'farther', region: 'eu-central-1' });
		expect(await orders.tick()).toMatchObject([
			{ instanceName: 'farther', region: 'eu-central-1', instance: { RegionId: 'eu-central-1' } },
		]);
		orders.set({ options: {} });
		expect(await orders.tick()).toBeNull();

		setCredential({ ...em.credentials.alibaba.temporary });
		em.alibaba.state.seed({ name: 'new' });
		expect(await orders.events()).toEqual(['new instanceAppeared null>running']);
	});
});

describe('a list of AliKafka instances that cannot be read', () => {
	const answer = (body: unknown, status = 200) => ({ kind: 'answer', status, body }) as const;
	const row = (more: object) => ({
		Success: true,
		Code: 200,
		InstanceList: { InstanceVO: [{ InstanceId: 'a', ServiceStatus: 5 }, more] },
	});

	test.each([
		['a fault', fault.serverError(503)],
		['half an answer', { kind: 'truncate' } as const],
		['no JSON', { kind: 'malformed' } as const],
		['an empty body', { kind: 'empty' } as const],
		['an answer without the list', answer({ Success: true, Code: 200, RequestId: 'R' })],
		['a list of null', answer({ Success: true, InstanceList: null })],
		['a list without its rows', answer({ Success: true, InstanceList: {} })],
		['a failure in a success', answer({ Success: false, Code: 'ONS_SYSTEM_ERROR' })],
		['a failure that lists nothing', answer({ Code: 500, InstanceList: { InstanceVO: [] } })],
		['a row of nothing', answer(row(null as never))],
		['a row without an ID', answer(row({ ServiceStatus: 5 }))],
		['a row without a status', answer(row({ InstanceId: 'b' }))],
		['a row with an empty status', answer(row({ InstanceId: 'b', ServiceStatus: '' }))],
	])('because of %s changes nothing and emits nothing', async (_what, effect) => {
		const { em, watch } = await start({ instances: names(4) });
		const all = watch({ events: [...ALL_INSTANCE_EVENTS, 'instanceExpiring'] });
		await all.tick();
		const { state } = em.alibaba;
		const [gone, changed] = state.instances;
		gone.gone = true;
		enter(changed, 'stopped');
		state.seed({ name: 'new', paidType: 0, expiresAt: NOW + DAY });
		const before = all.stored;

		em.faults.add({ operation: 'GetInstanceList', times: 'always', effect });
		await expect(all.tick()).rejects.toThrow(/^Poll did not succeed: /);
		expect(all.stored).toBe(before);
		em.faults.clear();

		expect((await all.events()).sort()).toEqual([
			`${gone.name} instanceDisappeared running>null`,
			`${changed.name} instanceStatusChanged running>stopped`,
			'new instanceAppeared null>running',
			'new instanceExpiring running>running',
		]);
		expect(await all.tick()).toBeNull();
	});

	test('is not taken for the state at the first poll either', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		const effect = answer({ Success: true, Code: 200 });
		em.faults.add({ operation: 'GetInstanceList', times: 'always', effect });
		await expect(all.tick()).rejects.toThrow(/^Poll did not succeed: /);
		em.faults.clear();
		expect(await all.tick()).toBeNull();
		expect(await all.tick()).toBeNull();
	});

	test('because it lacks an instance for a moment does not say that the instance disappeared', async () => {
		const { em, watch, requests } = await start({
			instances: [{ name: 'soon', paidType: 0, expiresAt: NOW + DAY }, { name: 'other' }],
		});
		const all = watch({ events: [...ALL_INSTANCE_EVENTS, 'instanceExpiring'] });
		expect(await all.events()).toEqual(['soon instanceExpiring running>running']);
		const { id } = em.alibaba.state.instances[1];
		const lacking = { InstanceVO: [{ InstanceId: id, Name: 'other', ServiceStatus: 5 }] };
		requests();
		for (let poll = 0; poll < 2; poll++) {
			const effect = answer({ Success: true, Code: 200, InstanceList: lacking });
			em.faults.add({ operation: 'GetInstanceList', effect });
			expect(await all.events()).toEqual([]);
			expect(requests()).toEqual({ GetInstanceList: 2 });
		}
		expect(await all.events()).toEqual([]);
		expect(requests()).toEqual({ GetInstanceList: 1 });
	});

	test('is not meant by an empty one, wrapped or bare', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		em.alibaba.state.rules.bareLists = true;
		expect(await all.tick()).toBeNull();
		for (const instance of em.alibaba.state.instances) instance.gone = true;
		expect(await all.events()).toHaveLength(3);
		em.alibaba.state.rules.bareLists = false;
		expect(await all.tick()).toBeNull();
	});
});

describe('the AliKafka trigger in n8n', () => {
	test('neither loses nor repeats a change over a restart between polls', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		all.restart();
		const [gone, changed] = em.alibaba.state.instances;
		enter(changed, 'stopping');
		expect(await all.events()).toHaveLength(1);
		all.restart();
		expect(await all.events()).toEqual([]);
		gone.gone = true;
		enter(changed, 'stopped');
		all.restart();
		expect(await all.events()).toHaveLength(2);
		all.restart();
		expect(await all.events()).toEqual([]);
	});

	test('shows what is there when it is tested in the editor, and keeps nothing', async () => {
		const { watch } = await start({
			instances: [...names(8), { name: 'x', phase: 'stopped' }],
		});
		const all = watch({ events: ['instanceStatusChanged'] });
		expect(await all.tick({ mode: 'manual' })).toHaveLength(5);
		expect(all.stored).toBe('{}');
		await all.tick();
		const before = all.stored;
		all.set({ statuses: ['stopped'] });
		expect(await all.tick({ mode: 'manual' })).toMatchObject([
			{
				event: 'instanceStatusChanged',
				instanceName: 'x',
				previousStatus: 'running',
				status: 'stopped',
				statusKind: 'idle',
			},
		]);
		expect(all.stored).toBe(before);
	});

	test('keeps less than 100 bytes for each of 1,000 instances, with one request for a poll', async () => {
		const instances = names(1000).map(({ name }) => ({ name: `orders-production-${name}` }));
		const { watch, requests } = await start({ instances });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		await all.tick();
		expect(requests()).toEqual({ GetInstanceList: 2 });
		expect(all.stored.length).toBeGreaterThan(50 * 1000);
		expect(all.stored.length).toBeLessThan(100 * 1000);
	});
});

describe('the AliKafka trigger says clearly what is wrong', () => {
	const secret = 'not-the-secret-of-anyone-0000';

	test.each([
		['a wrong key', { accessKeySecret: secret }, {}, /^Poll did not succeed: /, /Secret/i],
		[
			'an unreachable host',
			{ endpoint: 'http://127.0.0.1:1', accessKeySecret: secret },
			{},
			/^Poll did not succeed: 127\.0\.0\.1:1 is unreachable/,
			/Region/,
		],
		[
			'a region that is none',
			{ accessKeySecret: secret },
			{ options: { region: 'evil.com/#' } },
			/'Region' is not a region ID/,
			/./,
		],
		['no event', {}, { events: [] }, /^'Trigger On' is empty$/, /Select at least one event/],
		[
			'no days',
			{},
			{ options: { expiryDays: 0 } },
			/^'Days Before Expiry' is not a valid number of days$/,
			/from 1 to 1000/,
		],
		[
			'topics without instance',
			{},
			{ events: ['topicCreated'] },
			/^'Instance' is empty$/,
			/Select the instance whose topics/,
		],
		[
			'an instance that leads elsewhere',
			{},
			{ events: ['topicDeleted'], instanceId: byId('../x') },
			/^'Instance' /,
			/Select the instance/,
		],
	])('with %s', async (_what, credential, parameters, message, description) => {
		const { setCredential, watch } = await start();
		setCredential(credential);
		const all = watch({ events: ALL_INSTANCE_EVENTS, ...parameters });
		const error = await all.tick().then(
			() => undefined,
			(caught: Error & { description?: string }) => caught,
		);
		expect(error?.message).toMatch(message);
		expect(error?.description ?? error?.message).toMatch(description);
		expect(JSON.stringify(error) + String(error?.stack)).not.toContain(secret);
		expect(all.stored).not.toContain('scope');
	});
});
