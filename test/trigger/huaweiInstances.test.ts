/** The trigger's instance events, through n8n-core and against the emulated cloud. */
import { fault, type EmulatorOptions } from '../../emulator';
import { ALL_INSTANCE_EVENTS, MINUTE, byId, openPolls } from '../support/pollStage';
import { until } from '../support/until';

const start = async (state: EmulatorOptions['huawei'] = {}) => await openPolls('huawei', state);

const names = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `kafka-${i}` }));

describe('an event of a Huawei Cloud instance', () => {
	test('comes out of the polls after the first one, which only takes note', async () => {
		const { em, watch } = await start({ instances: [{ name: 'old' }] });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });

		expect(await orders.tick()).toBeNull();
		const { id } = em.huawei.state.seed({ name: 'orders', status: 'CREATING' });
		expect(await orders.events()).toEqual(['orders instanceAppeared null>CREATING']);
		expect(await orders.events()).toEqual([]);
		em.clock.advance(10 * MINUTE);

		const items = await orders.tick();
		expect(items).toEqual([
			{
				event: 'instanceStatusChanged',
				provider: 'huaweiCloud',
				region: 'cn-north-4',
				instanceId: id,
				instanceName: 'orders',
				previousStatus: 'CREATING',
				status: 'RUNNING',
				statusKind: 'ready',
				observedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
				instance: expect.objectContaining({ instance_id: id, status: 'RUNNING', engine: 'kafka' }),
			},
		]);
		expect(await orders.events()).toEqual([]);
	});

	test('tells a deletion as DELETING first and then as gone, once each', async () => {
		const { em, watch } = await start({ instances: [{ name: 'orders' }, { name: 'other' }] });
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();
		const instance = em.huawei.state.named('orders');
		if (!instance) throw new Error('not there');
		// As the emulator begins a deletion: out of the list, still in the detail.
		Object.assign(instance, { deleting: true, status: 'DELETING' });

		expect(await orders.events()).toEqual(['orders instanceStatusChanged RUNNING>DELETING']);
		expect(await orders.events()).toEqual([]);
		instance.gone = true;

		expect(await orders.tick()).toMatchObject([
			{
				event: 'instanceDisappeared',
				instanceId: instance.id,
				instanceName: 'orders',
				previousStatus: 'DELETING',
				status: null,
				statusKind: 'gone',
				instance: null,
			},
		]);
		expect(await orders.events()).toEqual([]);
		expect(orders.stored).not.toContain(instance.id);
	});

	test('comes out only if event, status and name are the chosen ones', async () => {
		const { em, watch } = await start({
			instances: [{ name: 'orders-a' }, { name: 'orders-b' }, { name: 'billing' }],
		});
		const { state } = em.huawei;
		const failing = watch({
			events: ['instanceStatusChanged'],
			statuses: ['ERROR'],
			options: { nameFilter: 'orders-' },
		});
		await failing.tick();
		for (const instance of state.instances) instance.status = 'RESTARTING';
		state.seed({ name: 'orders-c', status: 'ERROR' });
		expect(await failing.events()).toEqual([]);
		for (const instance of state.instances) instance.status = 'ERROR';
		expect((await failing.events()).sort()).toEqual([
			'orders-a instanceStatusChanged RESTARTING>ERROR',
			'orders-b instanceStatusChanged RESTARTING>ERROR',
		]);
	});

	test('tells a failed creation, without a request for the instance alone', async () => {
		const { em, watch, requests } = await start();
		const orders = watch({ events: ALL_INSTANCE_EVENTS });
		await orders.tick();
		em.huawei.state.seed({ name: 'orders', status: 'CREATEFAILED' });
		requests();

		expect(await orders.tick()).toMatchObject([
			{ event: 'instanceAppeared', status: 'CREATEFAILED', statusKind: 'failed' },
		]);
		expect(await orders.events()).toEqual([]);
		expect(requests()).toEqual({ ListInstances: 2 });
	});

	test.each(['SOMETHINGNEW', '__proto__', 'constructor'])(
		'passes on a status that no document has as unknown: %s',
		async (status) => {
			const { em, watch } = await start({ instances: [{ name: 'orders' }] });
			const orders = watch({ events: ['instanceStatusChanged'] });
			await orders.tick();
			em.huawei.state.instances[0].status = status as never;
			expect(await orders.tick()).toMatchObject([{ status, statusKind: 'unknown' }]);
		},
	);
});

describe('the first poll of Huawei Cloud instances', () => {
	const mixed = { instances: [{ name: 'good' }, { name: 'bad', status: 'ERROR' as const }] };

	test.each([
		[['instanceStatusChanged'], [], ['bad', 'good']],
		[['instanceStatusChanged'], ['ERROR'], ['bad']],
		[['instanceStatusChanged', 'instanceAppeared'], ['ERROR'], ['bad', 'good']],
		[['instanceDisappeared'], [], []],
	])(
		'emits what is there if it is asked to: %p of statuses %p',
		async (events, statuses, expected) => {
			const { watch } = await start(mixed);
			const orders = watch({ events, statuses, options: { emitCurrent: true } });
			const items = (await orders.tick()) ?? [];
			expect(items.map(({ instanceName }) => instanceName).sort()).toEqual(expected);
			const event = events.includes('instanceAppeared') ? 'instanceAppeared' : events[0];
			for (const item of items) expect(item).toMatchObject({ event, previousStatus: null });
			expect(await orders.tick()).toBeNull();
		},
	);

	test('is the next one after a change of region, project or user, and not after another key or other events', async () => {
		const { em, setCredential, watch } = await start(mixed);
		em.huawei.state.seed({ name: 'far', region: 'ap-southeast-1' });
		const orders = watch({ events: ['instanceAppeared'] });
		await orders.tick();

		orders.set({ options: { region: 'ap-southeast-1' } });
		expect(await orders.tick()).toBeNull();
		orders.set({ options: {} });
		expect(await orders.tick()).toBeNull();

		const { temporary } = em.credentials.huawei;
		setCredential({ projectId: '' });
		expect(await orders.tick()).toBeNull();
		setCredential({
			accessKeyId: temporary.accessKey,
			secretAccessKey: temporary.secretKey,
			securityToken: temporary.securityToken,
		});
		expect(await orders.tick()).toBeNull();

		// Another key of the same project goes on where the last one was.
		setCredential({});
		em.huawei.state.seed({ name: 'new' });
		orders.set({ events: ALL_INSTANCE_EVENTS });
		expect(await orders.events()).toEqual(['new instanceAppeared null>RUNNING']);
	});
});

describe('a poll of Huawei Cloud instances', () => {
	test('believes no end before it has looked again', async () => {
		const { em, watch } = await start({ instances: names(2) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const gone = { error_code: 'DMS.00404022', error_msg: 'This instance does not exist.' };
		const late = [
			['ListInstances', 200, { instances: [], instance_num: 0 }, 1],
			['ShowInstance', 404, gone, 4],
		] as const;
		for (const [operation, status, body, times] of late) {
			em.faults.add({ operation, times, effect: { kind: 'answer', status, body } as never });
		}
		expect(await all.events()).toEqual([]);
	});

	test('tells of what was moved to the recycle bin that it is not gone', async () => {
		const { em, watch } = await start({ instances: names(1) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const [instance] = em.huawei.state.instances;
		Object.assign(instance, { deleting: true, status: 'RECYCLE' });
		expect(await all.tick()).toMatchObject([
			{
				event: 'instanceStatusChanged',
				status: 'RECYCLE',
				statusKind: 'idle',
				instance: { recycled: true, note: expect.stringContaining('storage is billed') },
			},
		]);
		instance.gone = true;
		expect(await all.tick()).toMatchObject([{ event: 'instanceDisappeared', statusKind: 'gone' }]);
	});

	test('takes one request for each page, and none for each instance', async () => {
		const { watch, requests } = await start({ instances: names(120) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		await all.tick();
		expect(requests()).toEqual({ ListInstances: 6 });
	});

	test('looks up some of many instances that are missing from the list, and the others next time', async () => {
		const { em, watch, requests } = await start({ instances: names(50) });
		const all = watch({ events: ['instanceDisappeared'] });
		await all.tick();
		const { instances } = em.huawei.state;
		for (const instance of instances) Object.assign(instance, { deleting: true });
		for (const instance of instances.slice(-5)) instance.gone = true;
		requests();

		const gone = [];
		const lookups = [];
		for (let poll = 0; poll < 3; poll++) {
			gone.push(...(await all.events()));
			lookups.push(requests().ShowInstance);
		}
		// What is not there is looked for 4 times more, as records can be late.
		expect(lookups.sort((a, b) => a - b)).toEqual([20, 20, 20 + 5 * 4]);
		expect(gone).toHaveLength(5);
		expect(new Set(gone).size).toBe(5);
	});

	test('keeps less than 100 bytes for each of 1,000 instances', async () => {
		const instances = names(1000).map(({ name }) => ({ name: `orders-production-${name}` }));
		const { watch, requests } = await start({ instances });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		expect([20, 21]).toContain(requests().ListInstances);
		expect(all.stored.length).toBeGreaterThan(50 * 1000);
		expect(all.stored.length).toBeLessThan(100 * 1000);
	});
});

describe('a list of Huawei Cloud instances that cannot be read whole', () => {
	const first = { operation: 'ListInstances', times: 'always' } as const;
	const second = { ...first, nth: 2 };
	const detail = { ...first, operation: 'ShowInstance' };
	const page = (body: unknown) => ({ kind: 'answer', status: 200, body }) as const;

	test.each([
		['a fault on page 2', { ...second, effect: fault.serverError(503) }],
		['page 2 cut off', { ...second, effect: { kind: 'truncate' } as const }],
		['page 2 without JSON', { ...second, effect: { kind: 'malformed' } as const }],
		['an empty body', { ...first, effect: { kind: 'empty' } as const }],
		['an object without list', { ...first, effect: page({ instance_num: 0 }) }],
		['a list without count', { ...first, effect: page({ instances: [] }) }],
		[
			'an entry without ID',
			{ ...first, effect: page({ instances: [{ status: 'RUNNING' }], instance_num: 1 }) },
		],
		[
			'an entry without status',
			{ ...first, effect: page({ instances: [{ instance_id: 'a' }], instance_num: 1 }) },
		],
		['a refused detail', { ...detail, effect: fault.serverError() }],
		['a detail without status', { ...detail, effect: page({ instance_id: 'a' }) }],
	])('because of %s changes nothing and emits nothing', async (_what, rule) => {
		const { em, watch } = await start({ instances: names(60) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		const { state } = em.huawei;
		const [gone, changed] = state.instances;
		gone.gone = true;
		changed.status = 'ERROR';
		state.seed({ name: 'new' });
		const before = all.stored;

		em.faults.add(rule);
		await expect(all.tick()).rejects.toMatchObject({
			message: expect.stringMatching(/^Poll did not succeed: /),
			description: expect.stringMatching(/\w/),
		});
		expect(all.stored).toBe(before);
		em.faults.clear();

		expect((await all.events()).sort()).toEqual([
			`${gone.name} instanceDisappeared RUNNING>null`,
			`${changed.name} instanceStatusChanged RUNNING>ERROR`,
			'new instanceAppeared null>RUNNING',
		]);
		expect(await all.tick()).toBeNull();
	});

	describe('because an instance left it which may not be looked up', () => {
		const body = { error_code: 'DMS.00403007', error_msg: 'Not yours.' };
		const forbidden = { ...detail, effect: { kind: 'answer', status: 403, body } as const };

		test('holds up no other instance, and reports that one when it is gone', async () => {
			const { em, watch, requests } = await start({ instances: names(3) });
			const all = watch({ events: ALL_INSTANCE_EVENTS });
			await all.tick();
			const [hidden, changed, other] = em.huawei.state.instances;
			hidden.deleting = true;
			em.faults.add({ ...forbidden, path: hidden.id });

			other.gone = true;
			expect(await all.events()).toEqual([`${other.name} instanceDisappeared RUNNING>null`]);
			requests();
			expect(await all.tick()).toBeNull();
			expect(requests()).toEqual({ ListInstances: 1, ShowInstance: 2 });
			changed.status = 'RESTARTING';
			expect(await all.events()).toEqual([
				`${changed.name} instanceStatusChanged RUNNING>RESTARTING`,
			]);

			em.faults.clear();
			hidden.gone = true;
			expect(await all.events()).toEqual([`${hidden.name} instanceDisappeared RUNNING>null`]);
			expect(await all.tick()).toBeNull();
		});

		test('lets the others have their turn, however many such instances there are', async () => {
			const { em, watch } = await start({ instances: names(30) });
			const all = watch({ events: ALL_INSTANCE_EVENTS });
			await all.tick();
			const { instances } = em.huawei.state;
			for (const hidden of instances.slice(2, 28)) {
				hidden.deleting = true;
				em.faults.add({ ...forbidden, path: hidden.id });
			}
			for (const gone of [instances[0], instances[29]]) gone.gone = true;
			const reported = [...(await all.events()), ...(await all.events())];
			expect(reported.sort()).toEqual([
				'kafka-0 instanceDisappeared RUNNING>null',
				'kafka-29 instanceDisappeared RUNNING>null',
			]);
		});

		test.each([1, 2])('is an error when none of %p may be looked up', async (count) => {
			const { em, watch } = await start({ instances: names(count) });
			const all = watch({ events: ALL_INSTANCE_EVENTS });
			await all.tick();
			em.huawei.state.instances[0].gone = true;
			const before = all.stored;
			em.faults.add(forbidden);
			await expect(all.tick()).rejects.toMatchObject({
				message: 'Poll did not succeed: the action is not allowed',
				description: expect.stringContaining("Check the permissions of the credential's user"),
			});
			expect(all.stored).toBe(before);
			em.faults.clear();
			expect(await all.events()).toEqual(['kafka-0 instanceDisappeared RUNNING>null']);
		});
	});

	test('is not taken for the state at the first poll either', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		em.faults.add({ ...first, effect: { kind: 'empty' } });
		await expect(all.tick()).rejects.toThrow(/^Poll did not succeed: /);
		em.faults.clear();
		expect(await all.tick()).toBeNull();
		expect(await all.tick()).toBeNull();
	});
});

describe('the Huawei Cloud trigger in n8n', () => {
	test('neither loses nor repeats a change over a restart between polls', async () => {
		const { em, watch } = await start({ instances: names(3) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		all.restart();
		const [gone, changed] = em.huawei.state.instances;
		changed.status = 'RESTARTING';
		expect(await all.events()).toHaveLength(1);
		all.restart();
		expect(await all.events()).toEqual([]);
		gone.gone = true;
		changed.status = 'RUNNING';
		all.restart();
		expect(await all.events()).toHaveLength(2);
		expect(await all.events()).toEqual([]);
		all.restart();
		expect(await all.events()).toEqual([]);
	});

	test('shows what is there when it is tested in the editor, and keeps nothing', async () => {
		const { watch } = await start({ instances: names(8) });
		const all = watch({ events: ['instanceStatusChanged'], statuses: ['ERROR'] });
		const items = await all.tick({ mode: 'manual' });
		expect(items).toHaveLength(5);
		expect(items?.[0]).toMatchObject({
			event: 'instanceStatusChanged',
			previousStatus: 'CREATING',
			status: 'RUNNING',
			statusKind: 'ready',
			instance: { engine: 'kafka' },
		});
		expect(all.stored).toBe('{}');
		await all.tick();
		const before = all.stored;
		await all.tick({ mode: 'manual' });
		expect(all.stored).toBe(before);
	});

	test('takes its statuses from an expression, too', async () => {
		const { em, watch } = await start({ instances: names(1) });
		const all = watch({ events: ['instanceStatusChanged'], statuses: '={{ "RESTARTING" }}' });
		await all.tick();
		em.huawei.state.instances[0].status = 'RESTARTING';
		expect(await all.events()).toEqual(['kafka-0 instanceStatusChanged RUNNING>RESTARTING']);
	});

	test.each(['null', '""', '[]', '{}', '" "'])(
		'does not watch more than was meant for an expression that gives %s',
		async (nothing) => {
			const { em, watch } = await start({ instances: names(1) });
			const requests = em.requests.length;
			const expression = `={{ ${nothing} }}`;
			for (const [parameters, label] of [
				[{ statuses: expression }, 'Statuses'],
				[{ events: expression }, 'Trigger On'],
				[{ options: { region: expression } }, 'Region'],
				[{ options: { nameFilter: expression } }, 'Instance Name Contains'],
				[{ options: { emitCurrent: expression } }, 'Emit Current State'],
			] as const) {
				const all = watch({ events: ['instanceStatusChanged'], ...parameters });
				await expect(all.tick()).rejects.toThrow(`'${label}' `);
			}
			expect(em.requests).toHaveLength(requests);
		},
	);

	test.each([
		['region', 'Region', '["cn-north-4"]'],
		['nameFilter', 'Instance Name Contains', '["kafka"]'],
		['emitCurrent', 'Emit Current State', '[true]'],
		['emitCurrent', 'Emit Current State', '"yes"'],
	])('refuses what is no value for %s', async (name, label, value) => {
		const { watch } = await start({ instances: names(1) });
		const options = { [name]: `={{ ${value} }}` };
		await expect(watch({ events: ['instanceAppeared'], options }).tick()).rejects.toThrow(
			`'${label}' is n`,
		);
	});

	test('prefers examples of the chosen statuses, in the shape of the chosen event', async () => {
		const { watch } = await start({ instances: [...names(8), { name: 'x', status: 'ERROR' }] });
		const failed = watch({ events: ['instanceStatusChanged'], statuses: ['ERROR'] });
		expect(await failed.tick({ mode: 'manual' })).toMatchObject([
			{ instanceName: 'x', previousStatus: 'RUNNING' },
		]);
		const deleted = watch({ events: ['instanceDisappeared'], options: { nameFilter: 'x' } });
		expect(await deleted.tick({ mode: 'manual' })).toMatchObject([
			{ previousStatus: 'ERROR', status: null, statusKind: 'gone', instance: null },
		]);
		const nothing = watch({ events: ['instanceAppeared'], options: { nameFilter: 'none' } });
		await expect(nothing.tick({ mode: 'manual' })).rejects.toMatchObject({
			message: expect.stringContaining('there is nothing to show'),
		});
	});

	test('does nothing at a tick during a slow poll', async () => {
		const { em, watch, clock } = await start({ instances: names(1) });
		const all = watch({ events: ALL_INSTANCE_EVENTS });
		await all.tick();
		em.huawei.state.seed({ name: 'new' });
		const refused = em.faults.add({
			operation: 'ListInstances',
			effect: fault.tooManyRequests(1),
		});
		// Past what the pace of requests would hold it back for.
		clock.advance(MINUTE);
		clock.auto = false;
		const slow = all.events();
		await until('the first request of the slow poll', () => refused.hits === 1);
		expect(await all.tick()).toBeNull();
		clock.auto = true;
		expect(await slow).toEqual(['new instanceAppeared null>RUNNING']);
		expect(await all.tick()).toBeNull();
	});
});

describe('the Huawei Cloud trigger says clearly what is wrong', () => {
	const secret = 'not-the-secret-of-anyone-0000';

	test.each([
		[
			'a wrong key',
			{ secretAccessKey: secret },
			{},
			/^Poll did not succeed: .*did not accept the credential$/,
			/Secret Access Key/,
		],
		[
			'an unreachable host',
			{ endpoint: 'http://127.0.0.1:1', secretAccessKey: secret },
			{},
			/^Poll did not succeed: 127\.0\.0\.1:1 is unreachable/,
			/Region/,
		],
		[
			'a region that is none',
			{ secretAccessKey: secret },
			{ options: { region: 'evil.com/#' } },
			/'Region' is not a region ID/,
			/./,
		],
		['no event', {}, { events: [] }, /^'Trigger On' is empty$/, /Select at least one event/],
		[
			'no event by an expression',
			{},
			{ events: '={{ null }}' },
			/^'Trigger On' is empty$/,
			/check the expression/,
		],
		[
			'an event that there is not',
			{},
			{ events: '={{ "instanceAppeared,instanceDisappeared" }}' },
			/^'Trigger On' contains instanceAppeared,instanceDisappeared, which is not an event of this trigger$/,
			/instanceAppeared, .*taskFinished/,
		],
		[
			'an event of another cloud',
			{},
			{ events: ['instanceAppeared', 'instanceExpiring'] },
			/^'Trigger On' contains instanceExpiring, which/,
			/list/,
		],
		[
			'tasks without instance',
			{},
			{ events: ['taskFinished'] },
			/^'Instance' is empty$/,
			/background tasks/,
		],
		[
			'an instance that leads elsewhere',
			{},
			{ events: ['taskFinished'], instanceId: byId('..') },
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
