/** The Tencent Cloud trigger's instance events, through n8n-core and against the emulated cloud. */
import { fault, type EmulatorOptions } from '../../emulator';
import { STATUS } from '../../emulator/tencent/model/status';
import { ALL_INSTANCE_EVENTS, DAY, MINUTE, NOW, openPolls } from '../support/pollStage';

const start = async (state: EmulatorOptions['tencent'] = {}) => await openPolls('tencent', state);

const names = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `kafka-${i}` }));

describe('an event of a Tencent Cloud instance', () => {
	test('comes out of the polls after the first one, which only takes note', async () => {
		const { em, watch } = await start({ instances: [{ name: 'old' }] });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });

		expect(await orders.tick()).toBeNull();
		const { id } = em.tencent.state.seed({ name: 'orders', status: STATUS.creating });
		expect(await orders.events()).toEqual(['orders instanceAppeared null>creating']);
		expect(await orders.events()).toEqual([]);
		em.clock.advance(10 * MINUTE);

		expect(await orders.tick()).toEqual([
			{
				event: 'instanceStatusChanged',
				provider: 'tencentCloud',
				region: 'ap-guangzhou',
				instanceId: id,
				instanceName: 'orders',
				previousStatus: 'creating',
				status: 'running',
				statusKind: 'ready',
				observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				instance: {
					InstanceId: id,
					InstanceName: 'orders',
					Status: 1,
					IfCommunity: false,
					status: 'running',
				},
			},
		]);
		expect(await orders.events()).toEqual([]);
	});

	test('tells a deletion as long as the instance is listed, and its end once', async () => {
		const { em, watch, requests } = await start({ instances: names(2) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const [instance] = em.tencent.state.instances;
		const reported: string[] = [];
		for (const status of [STATUS.deleting, STATUS.deleteFailed, STATUS.deleting, STATUS.deleted]) {
			instance.status = status;
			reported.push(...(await all.events()), ...(await all.events()));
		}
		expect(reported).toEqual([
			'kafka-0 instanceStatusChanged running>deleting',
			'kafka-0 instanceStatusChanged deleting>deletion failed',
			'kafka-0 instanceStatusChanged deletion failed>deleting',
			'kafka-0 instanceStatusChanged deleting>deleted',
		]);
		instance.gone = true;
		requests();

		expect(await all.tick()).toMatchObject([
			{
				event: 'instanceDisappeared',
				instanceId: instance.id,
				instanceName: 'kafka-0',
				previousStatus: 'deleted',
				status: null,
				statusKind: 'gone',
				instance: null,
			},
		]);
		expect(await all.events()).toEqual([]);
		expect(all.stored).not.toContain(instance.id);
		// The first of both looks a second time.
		expect(requests()).toEqual({ DescribeInstances: 3 });
	});

	test('comes out only if event, status and name are the chosen ones', async () => {
		const { em, watch } = await start({
			instances: [{ name: 'orders-a' }, { name: 'orders-b' }, { name: 'billing' }],
		});
		const { state } = em.tencent;
		const failing = watch({
			events: ['instanceStatusChanged'],
			statuses: ['isolated'],
			options: { nameFilter: 'orders-' },
		});
		await failing.tick();
		for (const instance of state.instances) instance.status = STATUS.upgrading;
		state.seed({ name: 'orders-c', status: STATUS.isolated });
		expect(await failing.events()).toEqual([]);
		for (const instance of state.instances) instance.status = STATUS.isolated;
		expect((await failing.events()).sort()).toEqual([
			'orders-a instanceStatusChanged upgrading>isolated',
			'orders-b instanceStatusChanged upgrading>isolated',
		]);
	});

	test.each([
		[STATUS.createFailed, 'creation failed', 'failed'],
		[STATUS.upgrading, 'upgrading', 'pending'],
		[STATUS.isolated, 'isolated', 'failed'],
		[STATUS.deleted, 'deleted', 'gone'],
		[6, 'status 6', 'unknown'],
		[-7, 'status -7', 'unknown'],
	])('passes on the status %i as %p, %p', async (code, status, statusKind) => {
		const { em, watch } = await start({ instances: [{ name: 'orders' }] });
		const orders = watch({ events: ['instanceStatusChanged'] });
		await orders.tick();
		em.tencent.state.instances[0].status = code as never;
		expect(await orders.tick()).toMatchObject([{ status, statusKind, instance: { Status: code } }]);
	});
});

describe('the first poll of Tencent Cloud instances', () => {
	const mixed = {
		instances: [{ name: 'good' }, { name: 'bad', status: STATUS.createFailed }],
	};

	test.each([
		[['instanceStatusChanged'], [], ['bad', 'good']],
		[['instanceStatusChanged'], ['creation failed'], ['bad']],
		[['instanceStatusChanged', 'instanceAppeared'], ['creation failed'], ['bad', 'good']],
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

	test('is the next one after a change of region or credential, and not after one of the key', async () => {
		const { em, n8n, watch, credential, setCredential } = await start(mixed);
		em.tencent.state.seed({ name: 'far', region: 'ap-shanghai' });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();

		all.set({ options: { region: 'ap-shanghai' } });
		expect(await all.tick()).toBeNull();
		em.tencent.state.seed({ name: 'farther', region: 'ap-shanghai' });
		expect(await all.tick()).toMatchObject([{ instanceName: 'farther', region: 'ap-shanghai' }]);
		expect(em.requests.at(-1)?.headers['x-tc-region']).toBe('ap-shanghai');
		all.set({ options: {} });
		expect(await all.tick()).toBeNull();

		for (const keys of [em.credentials.tencent.temporary, em.credentials.tencent.permanent]) {
			setCredential({ ...keys });
			em.tencent.state.seed({ name: keys.secretId });
			expect(await all.events()).toEqual([`${keys.secretId} instanceAppeared null>running`]);
		}

		Object.assign(n8n.credentials, { 'managedKafkaTencentCloudApi:2': credential() });
		all.workflow.nodes.Watch.credentials = {
			managedKafkaTencentCloudApi: { id: '2', name: 'other' },
		};
		em.tencent.state.seed({ name: 'of another account' });
		expect(await all.tick()).toBeNull();
		expect(await all.tick()).toBeNull();
	});
});

describe('the expiry of a Tencent Cloud instance', () => {
	const inDays = (days: number) => ({ prePaid: true, expiresAt: NOW + days * DAY });
	const expiring = { events: ['instanceExpiring'] };

	test('is reported once, at the first poll, too, and not of pay-as-you-go instances', async () => {
		const { em, watch, requests } = await start({
			instances: [
				{ name: 'soon', ...inDays(3) },
				{ name: 'later', ...inDays(30) },
				{ name: 'hourly' },
			],
		});
		const { state } = em.tencent;
		const soon = watch(expiring);
		const [{ id, expiresAt }, later] = state.instances;
		expect(await soon.tick()).toMatchObject([
			{
				event: 'instanceExpiring',
				instanceId: id,
				status: 'running',
				statusKind: 'ready',
				// In whole seconds, as the API tells it.
				expiresAt: new Date(Math.floor(expiresAt / 1000) * 1000).toISOString(),
				daysLeft: 3,
				instance: { InstanceId: id, RenewFlag: expect.any(Number) },
			},
		]);
		expect(requests()).toEqual({ DescribeInstancesDetail: 1 });
		expect(await soon.tick()).toBeNull();
		soon.restart();
		expect(await soon.tick()).toBeNull();

		soon.set({ options: { expiryDays: 40 } });
		const again = (await soon.events()).sort();
		expect(again.map((line) => line.split(' ')[0])).toEqual(['later', 'soon']);
		later.expiresAt += 2 * DAY;
		expect(await soon.events()).toEqual(['later instanceExpiring running>running']);
		soon.restart();
		expect(await soon.events()).toEqual([]);
	});

	test('together with the other events takes one list, the one with details', async () => {
		const { em, watch, requests } = await start({ instances: names(50) });
		const brief = watch({ events: ALL_INSTANCE_EVENTS });
		await brief.tick();
		expect(requests()).toEqual({ DescribeInstances: 1 });

		// What is known stays known when the list changes.
		brief.set({ events: [...ALL_INSTANCE_EVENTS, 'instanceExpiring'] });
		em.tencent.state.seed({ name: 'new', ...inDays(1) });
		expect((await brief.events()).sort()).toEqual([
			'new instanceAppeared null>running',
			'new instanceExpiring running>running',
		]);
		expect(requests()).toEqual({ DescribeInstancesDetail: 3 });
		brief.set({ events: ALL_INSTANCE_EVENTS });
		expect(await brief.events()).toEqual([]);
	});

	test('stands in an example', async () => {
		const { watch } = await start({ instances: [{ name: 'a', ...inDays(9) }, { name: 'b' }] });
		expect(await watch(expiring).tick({ mode: 'manual' })).toMatchObject([
			{ instanceName: 'a', expiresAt: expect.stringMatching(/Z$/), daysLeft: 9 },
		]);
	});

	test.each([0, -1, 'soon', 1001])('cannot be reported %p days before', async (expiryDays) => {
		const { watch, requests } = await start();
		await expect(watch({ ...expiring, options: { expiryDays } }).tick()).rejects.toThrow(
			"'Days Before Expiry' is not a valid number of days",
		);
		expect(requests()).toEqual({});
	});
});

describe('a poll of Tencent Cloud instances', () => {
	test('takes one request for each page of 100, however many events there are', async () => {
		const { em, watch, requests } = await start({ instances: names(250) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		expect(requests()).toEqual({ DescribeInstances: 3 });
		for (const instance of em.tencent.state.instances.slice(0, 60)) instance.gone = true;
		expect(await all.events()).toHaveLength(60);
		// What is gone is believed after a second look.
		expect(requests()).toEqual({ DescribeInstances: 4 });
	});

	test('keeps less than 100 bytes for each of 1,000 instances', async () => {
		const instances = names(1000).map(({ name }) => ({ name: `orders-production-${name}` }));
		const { watch, requests } = await start({ instances });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		expect([10, 11]).toContain(requests().DescribeInstances);
		expect(all.stored.length).toBeGreaterThan(40 * 1000);
		expect(all.stored.length).toBeLessThan(100 * 1000);
	});
});

describe('a list of Tencent Cloud instances that cannot be read whole', () => {
	const first = { operation: 'DescribeInstances', times: 'always' } as const;
	const second = { ...first, nth: 2 };
	const answer = (Response: unknown) =>
		({ kind: 'answer', status: 200, body: { Response } }) as const;
	const list = (InstanceList: unknown, TotalCount?: unknown) =>
		answer({ RequestId: 'r', Result: { InstanceList, TotalCount } });
	const row = { InstanceId: 'ckafka-a', InstanceName: 'a', Status: 1 };

	test.each([
		['a fault on page 2', { ...second, effect: fault.serverError(503) }],
		['page 2 cut off', { ...second, effect: { kind: 'truncate' } as const }],
		['page 2 without JSON', { ...second, effect: { kind: 'malformed' } as const }],
		['page 2 without rows', { ...second, effect: list([], 120) }],
		[
			'a refusal with status 200',
			{ ...first, effect: answer({ RequestId: 'r', Error: { Code: 'UnauthorizedOperation' } }) },
		],
		[
			'a return code',
			{ ...first, effect: answer({ RequestId: 'r', Result: { ReturnCode: '10004' } }) },
		],
		['an empty body', { ...first, effect: { kind: 'empty' } as const }],
		['an answer without result', { ...first, effect: answer({ RequestId: 'r' }) }],
		['an empty result', { ...first, effect: answer({ RequestId: 'r', Result: {} }) }],
		['a result that is null', { ...first, effect: answer({ RequestId: 'r', Result: null }) }],
		['a list that is null', { ...first, effect: list(null, 2) }],
		['a list without count', { ...first, effect: list([]) }],
		['a count of more than is listed', { ...first, effect: list([row], 2) }],
		['a count of less than is listed', { ...first, effect: list([row], 0) }],
		['an entry without ID', { ...first, effect: list([{ ...row, InstanceId: '' }], 1) }],
		['an entry without status', { ...first, effect: list([{ ...row, Status: null }], 1) }],
		['an entry that is null', { ...first, effect: list([null], 1) }],
	])('because of %s changes nothing and emits nothing', async (_what, rule) => {
		const { em, watch } = await start({ instances: names(120) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const { state } = em.tencent;
		const [gone, changed] = state.instances;
		gone.gone = true;
		changed.status = STATUS.isolated;
		state.seed({ name: 'new' });
		const before = all.stored;

		em.faults.add(rule);
		await expect(all.tick()).rejects.toThrow(/^Poll did not succeed: /);
		expect(all.stored).toBe(before);
		em.faults.clear();

		expect((await all.events()).sort()).toEqual([
			`${gone.name} instanceDisappeared running>null`,
			`${changed.name} instanceStatusChanged running>isolated`,
			'new instanceAppeared null>running',
		]);
		expect(await all.tick()).toBeNull();
	});

	test('is not taken for the state at the first poll either', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		em.faults.add({ ...first, effect: list(undefined, 0) });
		await expect(all.tick()).rejects.toThrow("it is not the 'InstanceList' that the API returns");
		em.faults.clear();
		expect(await all.tick()).toBeNull();
		expect(await all.tick()).toBeNull();
	});

	// Many lists of this API are null where they have no rows.
	test('unless it is null and counts none, as in an empty account', async () => {
		const { em, watch } = await start({});
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		em.faults.add({ ...first, times: 'always', effect: list(null, 0) });
		expect(await all.tick()).toBeNull();
		em.faults.clear();
		em.tencent.state.seed({ name: 'new' });
		expect(await all.events()).toEqual(['new instanceAppeared null>running']);
	});

	test('because it lacks an instance for a moment does not say that the instance disappeared', async () => {
		const { em, watch } = await start({ instances: names(2) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const [{ id }] = em.tencent.state.instances;
		const lacking = list([{ ...row, InstanceId: id, InstanceName: 'kafka-0' }], 1);
		em.faults.add({ operation: 'DescribeInstances', effect: lacking });
		expect(await all.events()).toEqual([]);
		expect(await all.events()).toEqual([]);
	});

	test('is not meant by the empty one of a region without instances', async () => {
		const { em, watch } = await start();
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		expect(await all.tick()).toBeNull();
		const { name } = em.tencent.state.seed({ name: 'first' });
		expect(await all.events()).toEqual([`${name} instanceAppeared null>running`]);
		em.tencent.state.instances[0].gone = true;
		expect(await all.events()).toEqual(['first instanceDisappeared running>null']);
	});
});

describe('the Tencent Cloud trigger in n8n', () => {
	test('neither loses nor repeats a change over a restart between polls', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		all.restart();
		const [gone, changed] = em.tencent.state.instances;
		changed.status = STATUS.upgrading;
		expect(await all.events()).toHaveLength(1);
		all.restart();
		expect(await all.events()).toEqual([]);
		gone.gone = true;
		changed.status = STATUS.running;
		all.restart();
		expect(await all.events()).toHaveLength(2);
		expect(await all.events()).toEqual([]);
		all.restart();
		expect(await all.events()).toEqual([]);
	});

	test('shows what is there when it is tested in the editor, and keeps nothing', async () => {
		const { watch, requests } = await start({ instances: names(130) });
		const all = watch({ events: ['instanceStatusChanged'], statuses: ['isolated'] });
		const items = await all.tick({ mode: 'manual' });
		expect(items).toHaveLength(5);
		expect(items?.[0]).toMatchObject({
			event: 'instanceStatusChanged',
			previousStatus: 'creating',
			status: 'running',
			statusKind: 'ready',
			instance: { Status: 1 },
		});
		expect(requests()).toEqual({ DescribeInstances: 1 });
		expect(all.stored).toBe('{}');
		await all.tick();
		const before = all.stored;
		await all.tick({ mode: 'manual' });
		expect(all.stored).toBe(before);
	});

	test('has examples in the shape of the chosen event, which fit the filters', async () => {
		const { watch } = await start({
			instances: [{ name: 'x', status: STATUS.isolated }, ...names(130)],
		});
		const gone = watch({ events: ['instanceDisappeared'], options: { nameFilter: 'x' } });
		expect(await gone.tick({ mode: 'manual' })).toMatchObject([
			{ instanceName: 'x', previousStatus: 'isolated', status: null, statusKind: 'gone' },
		]);
		const nothing = watch({ events: ['instanceAppeared'], options: { nameFilter: 'none' } });
		await expect(nothing.tick({ mode: 'manual' })).rejects.toMatchObject({
			message: expect.stringContaining('there is nothing to show'),
		});
	});
});
