/** Checks 18, 21, and 22: what has changed is kept, subscriptions stay, and what broke off is finished once. */
import { fault } from '../../../../emulator';
import { DAY, named, NOW, openFleet } from '../../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const DUE = { env: 'dev', 'fleet-delete-after': '2030-01-14' };
const REAL = { dryRun: false, scope: 'mustHaveTag', scopeTag: 'env=dev' };

const huaweiDue = Object.entries(DUE).map(([key, value]) => ({ key, value }));
const alibabaDue = Object.entries(DUE).map(([Key, Value]) => ({ Key, Value }));
const tencentDue = Object.entries(DUE).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

describe('fleet/acceptance', () => {
	test('18. a name that changes right before the deletion keeps the instance, in each cloud', async () => {
		const fleet = await openFleet({
			huawei: { instances: [{ name: 'h-1', createdAt: OLD, tags: huaweiDue }] },
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD, tags: alibabaDue }] },
			tencent: { instances: [{ name: 't-1', createdAt: OLD, tags: tencentDue }] },
		});
		const { em } = fleet;
		const rename = (what: unknown, to: string) => Object.assign(what as object, { name: to });
		// Lists are answered first; whoever asks for one instance sees the new name.
		const { huawei, alibaba, tencent } = em;
		const push = em.requests.push.bind(em.requests);
		em.requests.push = (...requests) => {
			for (const { operation } of requests) {
				const at = {
					ShowRecycleInstances: () => rename(huawei.state.named('h-1'), 'h-new'),
					GetInstanceList: () => rename(alibaba.state.named('a-1'), 'a-new'),
					DescribeInstancesDetail: () => rename(tencent.state.named('t-1'), 't-new'),
				}[String(operation)];
				if (at && !renamed.has(String(operation))) {
					renamed.add(String(operation));
					setImmediate(at);
				}
			}
			return push(...requests);
		};
		const renamed = new Set<string>();
		const items = await fleet.items('cleanUp/deleteMarked', REAL);
		expect(items.map(({ outcome, message }) => `${String(outcome)}: ${String(message)}`)).toEqual([
			'kept: Its name was a-1, and is a-new now.',
			'kept: Its name was h-1, and is h-new now.',
			'kept: Its name was t-1, and is t-new now.',
		]);
		expect(fleet.writes()).toEqual([]);
	});

	test('18. a keep tag, a protected name, or one that left the pattern since the mark keeps the instance', async () => {
		const fleet = await openFleet({
			alibaba: {
				instances: ['dev-1', 'dev-2', 'dev-3', 'dev-4'].map((name) => ({ name, createdAt: OLD })),
			},
		});
		const clouds = ['alibaba'];
		const keys = (await fleet.items('instance/getAll', { clouds })).map(({ key }) => ({ key }));
		await fleet.items('cleanUp/mark', { clouds, days: 0, reason: 'old' }, { json: keys });
		const { state } = fleet.em.alibaba;
		Object.assign(state.named('dev-1') as object, { name: 'dev-prod-1' });
		Object.assign(state.named('dev-2') as object, { name: 'orders' });
		state.named('dev-4')?.tags.push({ Key: 'fleet-keep', Value: 'yes' });
		const writes = fleet.writes().length;
		fleet.clock.advance(DAY);
		const parameters = { clouds, dryRun: false, scope: 'nameMatches', scopeName: 'dev-*' };
		const deleteOptions = { mostPercent: 100 };
		const items = await fleet.items('cleanUp/deleteMarked', { ...parameters, deleteOptions });
		const told = (name: string) => [named(items, name).outcome, named(items, name).message];
		expect(told('dev-prod-1')).toEqual(['kept', "Its name contains the protected word 'prod'."]);
		expect(told('orders')).toEqual([
			'kept',
			"Its name does not match dev-*, as 'Delete Only If' asks for.",
		]);
		expect(told('dev-4')).toEqual(['kept', 'The tag fleet-keep=yes keeps it.']);
		expect(told('dev-3')[0]).toBe('releasedOnly');
		expect(fleet.writes().slice(writes)).toEqual(['alibaba ReleaseInstance']);
	});

	const subscriptions = async () =>
		await openFleet({
			huawei: {
				instances: [{ name: 'h-sub', createdAt: OLD, prePaid: true, tags: huaweiDue }],
			},
			alibaba: {
				instances: [
					{ name: 'a-sub', createdAt: OLD, paidType: 0, tags: alibabaDue },
					{ name: 'a-over', createdAt: OLD, paidType: 0, phase: 'expired', tags: alibabaDue },
				],
			},
			tencent: {
				instances: [
					{ name: 't-sub', createdAt: OLD, prePaid: true, tags: tencentDue },
					{ name: 't-over', createdAt: OLD, prePaid: true, status: 5, tags: tencentDue },
				],
			},
		});

	test('21. a subscription is never deleted, and what to do fits the cloud', async () => {
		const fleet = await subscriptions();
		const items = await fleet.items('cleanUp/deleteMarked', REAL);
		expect(items.map(({ outcome }) => outcome)).toEqual(Array(5).fill('kept'));
		const whatToDo = (name: string) =>
			(named(items, name).judgement as { whatToDo: string }).whatToDo;
		expect(whatToDo('h-sub')).toContain('unsubscribe it in the Billing Center');
		expect(whatToDo('a-sub')).toContain('Unsubscribe in the console, or let it expire');
		expect(whatToDo('a-over')).toContain("Turn on 'Also Expired Subscriptions'");
		expect(whatToDo('t-sub')).toContain("Use 'Delete Subscription'");
		expect(fleet.writes()).toEqual([]);
	});

	test('21. Also Expired Subscriptions deletes only those that have expired', async () => {
		const fleet = await subscriptions();
		const deleteOptions = { expiredSubscriptions: true, mostPercent: 100 };
		const items = await fleet.items('cleanUp/deleteMarked', { ...REAL, deleteOptions });
		const outcomes = Object.fromEntries(items.map(({ name, outcome }) => [name, outcome]));
		expect(outcomes).toEqual({
			'h-sub': 'kept',
			'a-sub': 'kept',
			'a-over': 'deletionStarted',
			't-sub': 'kept',
			't-over': 'deletionStarted',
		});
		expect(fleet.writes().sort()).toEqual(['alibaba DeleteInstance', 'tencent DeleteInstancePre']);
	});

	test('22. n8n ends while the release is answered: the next run finishes it, without a second release', async () => {
		const fleet = await openFleet({
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD, tags: alibabaDue }] },
			tencent: { instances: [{ name: 't-1', createdAt: OLD, tags: tencentDue }] },
		});
		fleet.em.faults.add({ operation: 'ReleaseInstance', effect: fault.answerLost() });
		// The look after a lost answer comes to no end, as the process is gone.
		fleet.em.faults.add({
			vendor: 'alibaba',
			operation: 'GetInstanceList',
			nth: 3,
			effect: { kind: 'delay', ms: 20_000 },
		});
		const end = new AbortController();
		const push = fleet.em.requests.push.bind(fleet.em.requests);
		fleet.em.requests.push = (...requests) => {
			const isReleased = fleet.em.requests.some((one) => one.operation === 'ReleaseInstance');
			if (isReleased) end.abort();
			return push(...requests);
		};
		const parameters = { ...REAL, clouds: ['alibaba', 'tencent'] };
		const ran = await fleet.run('cleanUp/deleteMarked', parameters, { signal: end.signal });
		expect(end.signal.aborted).toBe(true);
		expect(ran.items).toEqual([]);
		fleet.em.requests.push = push;
		fleet.em.faults.clear();
		fleet.clock.advance(5 * 60_000);
		fleet.em.clock.advance(5 * 60_000);
		const items = await fleet.items('cleanUp/deleteMarked', parameters);
		expect(named(items, 'a-1').outcome).toBe('deletionStarted');
		const writes = fleet.writes();
		expect(writes.filter((line) => line.startsWith('alibaba'))).toEqual([
			'alibaba ReleaseInstance',
			'alibaba DeleteInstance',
		]);
		expect(writes.filter((line) => line.startsWith('tencent'))).toEqual([
			'tencent DeleteInstancePost',
		]);
	});

	test('22. a lost answer of the release alone is no second release either', async () => {
		const fleet = await openFleet({
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD, tags: alibabaDue }] },
		});
		fleet.em.faults.add({ operation: 'ReleaseInstance', effect: fault.answerLost() });
		const parameters = { ...REAL, clouds: ['alibaba'] };
		const [first] = await fleet.items('cleanUp/deleteMarked', parameters);
		expect(['deletionStarted', 'releasedOnly']).toContain(first.outcome);
		fleet.clock.advance(5 * 60_000);
		fleet.em.clock.advance(5 * 60_000);
		const [second] = await fleet.items('cleanUp/deleteMarked', parameters);
		expect(second.outcome).toBe('deletionStarted');
		expect(fleet.writes()).toEqual(['alibaba ReleaseInstance', 'alibaba DeleteInstance']);
	});
});
