/** Create If Absent, run twice: one after the other, and at the same time. */
import { fault, type AlibabaInstance } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import { until } from '../../support/until';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf, openPlayground, readable, start } from '../../support/creates/play';

const VENDORS: VendorName[] = ['huawei', 'alibaba', 'tencent'];

describe.each(VENDORS)('%s', (vendor) => {
	let cloud: Cloud;
	beforeAll(async () => {
		// Where a list lags, a second request is sent, and the service itself refuses or merges it.
		cloud = await openPlayground(vendor, {
			huawei: { durations: { topicListed: 0 } },
			tencent: { durations: { topicListed: 0, rowListed: 0 } },
		});
	});
	beforeEach(() => cloud.forget());

	const kinds = KINDS[vendor].filter(({ ifAbsent }) => ifAbsent);
	/** An ACL for several topics is one for each. */
	const one = ({ operation }: Kind) => (operation === 'acl/createMany' ? 2 : 1);
	const setting = (kind: Kind, name: string) => {
		const home = homeOf(cloud, vendor, kind.operation.startsWith('acl/') ? [name] : []);
		const before = new Set(kind.held(cloud.em, home).map(({ key }) => key));
		const run = () =>
			start(cloud, vendor, kind.operation, { ...kind.parameters(home), createIfAbsent: true }, [
				{ n: name },
			]);
		return { run, made: () => kind.held(cloud.em, home).filter(({ key }) => !before.has(key)) };
	};

	test.each(kinds)('$operation, twice in sequence, makes one', async (kind) => {
		const { run, made } = setting(kind, `twice${kinds.indexOf(kind)}x`);
		const [first, second] = [await run(), await run()];
		expect(first.items('K').map(({ created }) => created)).toEqual([true]);
		expect(second.items('K').map(({ created }) => created)).toEqual([false]);
		expect(made()).toExist(one(kind));
	});

	test.each(kinds)('$operation, by two workflows at the same time, makes one', async (kind) => {
		// Of a list that lags, the service refuses the second one, as above.
		cloud.em.alibaba.state.durations.partListed = 0;
		cloud.em.faults.add({
			operation: kind.api,
			times: 'always',
			effect: { kind: 'delay', ms: 20 },
		});
		const { run, made } = setting(kind, `both${kinds.indexOf(kind)}x`);
		const runs = await Promise.all([run(), run()]);
		const created = runs.flatMap((each) => each.items('K').map((json) => json.created));
		expect(created.sort()).toEqual([false, true]);
		expect(cloud.sent(kind.api)).toBeSent(1);
		expect(made()).toExist(one(kind));
	});
});

test('one that was made and deleted within a minute is made again', async () => {
	const cloud = await openPlayground('huawei');
	const [kind] = KINDS.huawei;
	const create = async () =>
		await start(cloud, 'huawei', kind.operation, { ...kind.parameters(''), createIfAbsent: true }, [
			{ n: 'short-lived' },
		]);
	const [made] = (await create()).items('K');
	const instanceId = { __rl: true as const, mode: 'id', value: String(made.instance_id) };
	// Until it runs: before, the service does not delete it.
	cloud.em.clock.advance(60 * 60_000);
	await cloud.items('instance/delete', { instanceId });
	const [again] = (await create()).items('K');
	expect(again).toMatchObject({ created: true });
	expect(again.instance_id).not.toBe(made.instance_id);
});

test('one that was only found is not kept in mind: deleted in the console, it is made', async () => {
	const cloud = await openPlayground('huawei');
	const [kind] = KINDS.huawei;
	const create = async () =>
		await start(cloud, 'huawei', kind.operation, { ...kind.parameters(''), createIfAbsent: true }, [
			{ n: 'orders' },
		]);
	const found = cloud.em.huawei.state.seed({ name: 'orders' });
	expect((await create()).items('K')).toMatchObject([{ created: false }]);
	found.gone = true;
	expect((await create()).items('K')).toMatchObject([{ created: true }]);
});

test('a topic that was made and deleted in the console within a minute is made again', async () => {
	const cloud = await openPlayground('huawei');
	const home = homeOf(cloud, 'huawei', []);
	const kind = KINDS.huawei.find(({ operation }) => operation === 'topic/create') as Kind;
	const create = async () =>
		await start(
			cloud,
			'huawei',
			kind.operation,
			{ ...kind.parameters(home), createIfAbsent: true },
			[{ n: 'orders' }],
		);
	expect((await create()).items('K')).toMatchObject([{ created: true }]);
	for (const instance of cloud.em.huawei.state.instances) instance.topics.length = 0;
	expect((await create()).items('K')).toMatchObject([{ created: true }]);
});

describe('instances that the lists do not show yet', () => {
	test('are known to the next run', async () => {
		// Nothing becomes visible while the clock stands still.
		const cloud = await openPlayground('tencent', { speed: 0 });
		const [kind] = KINDS.tencent;
		const parameters = { ...kind.parameters(''), createIfAbsent: true };
		const run = async () =>
			await start(cloud, 'tencent', kind.operation, parameters, [{ n: 'orders' }]);
		const [first, second] = [await run(), await run()];
		const { InstanceId } = first.items('K')[0];
		expect(second.items('K')).toEqual([{ InstanceId, InstanceName: 'orders', created: false }]);
		expect(kind.held(cloud.em, '')).toExist(1);
	});

	test('one of the same name that is made meanwhile is not taken for a lost one', async () => {
		const cloud = await openPlayground('tencent', {
			speed: 0,
			tencent: { durations: { listed: 1 } },
		});
		const [kind] = KINDS.tencent;
		cloud.em.faults.add({ operation: kind.api, nth: 2, effect: { kind: 'cut', when: 'before' } });
		const parameters = kind.parameters('');
		await start(cloud, 'tencent', kind.operation, parameters, [{ n: 'orders' }]);
		const lost = start(cloud, 'tencent', kind.operation, parameters, [{ n: 'orders' }]);
		await until('the second create', () => cloud.sent(kind.api).length === 2);
		cloud.em.clock.advance(10);
		const run = await lost;
		expect(kind.held(cloud.em, '')).toExist(1);
		expect(readable(run)).toContain('not found by name afterwards');
	});
});

describe('orders of Alibaba Cloud, which carry no name', () => {
	const [deployed, , byOrder] = KINDS.alibaba;
	let cloud: Cloud;
	const held = () => cloud.em.alibaba.state.instances as AlibabaInstance[];
	const order = (kind: Kind, ...names: string[]) =>
		start(
			cloud,
			'alibaba',
			kind.operation,
			kind.parameters(''),
			names.map((n) => ({ n })),
			{ onError: 'continueRegularOutput' },
		);

	beforeEach(async () => {
		cloud = await openPlayground('alibaba');
	});

	test('one that is lost is not taken for another that is placed at the same time', async () => {
		cloud.em.faults.add({
			operation: deployed.api,
			nth: 1,
			effect: { kind: 'cut', when: 'before' },
		});
		const runs = await Promise.all([order(deployed, 'first'), order(deployed, 'second')]);
		expect(held()).toExist(1);
		const saying = runs.filter((run) => JSON.stringify(run.items('K')).includes(held()[0].id));
		expect(saying).toHaveLength(1);
		expect(runs.map(readable).join()).toContain('The order was not sent again');
	});

	test('nor where one of the two names the region that the other leaves to the credential', async () => {
		cloud.em.faults.add({
			operation: deployed.api,
			nth: 1,
			effect: { kind: 'cut', when: 'before' },
		});
		const lost = order(deployed, 'first');
		await until('the first order', () => cloud.sent(deployed.api).length > 0);
		const { region } = cloud.em.credentials.alibaba;
		const beside = start(cloud, 'alibaba', deployed.operation, {
			...deployed.parameters(''),
			name: 'second',
			options: { region },
		});
		const ids = [await lost, await beside].flatMap((run) =>
			run.items('K').flatMap(({ InstanceId }) => InstanceId ?? []),
		);
		expect(ids).toEqual([held()[0].id]);
		expect(held()).toExist(1);
	});

	test('two whose answers are both lost are told apart', async () => {
		cloud.em.faults.add({ operation: deployed.api, times: 2, effect: fault.answerLost() });
		const runs = await Promise.all([order(deployed, 'first'), order(deployed, 'second')]);
		const ids = runs.flatMap((run) => run.items('K').map(({ InstanceId }) => InstanceId));
		expect(ids.sort()).toEqual(
			held()
				.map(({ id }) => id)
				.sort(),
		);
	});

	test('one that is lost is not taken for an earlier one that was not listed yet', async () => {
		// Listed when it is looked for the last time: then it is a minute old.
		cloud.em.alibaba.state.durations.orderListed = 59_000;
		cloud.em.faults.add({
			operation: byOrder.api,
			nth: 2,
			effect: { kind: 'cut', when: 'before' },
		});
		const run = await order(byOrder, 'first', 'second');
		expect(held()).toExist(1);
		expect(run.items('K')[0]).toMatchObject({ OrderId: held()[0].orderIds[0] });
		expect(run.items('K')[1]).toMatchObject({
			error: expect.stringContaining('no new instance'),
			details: expect.stringContaining('Order ID to Resume'),
		});
	});
});
