/**
 * Responses that come a byte at a time and never end, as by a stuck proxy: n8n's own time-out counts only
 * the time without a byte. Whatever waits for one has to end, and nobody else may wait with it.
 */
import type { INodeParameters } from 'n8n-workflow';

import type { Cloud, VendorName } from '../../support/stage';
import { told } from '../../support/stage';
import { VENDORS as CLOUDS } from '../../support/clouds';
import { until } from '../../support/until';
import { KINDS } from '../../support/creates/kinds';
import { listen, openPlayground, start } from '../../support/creates/play';

const MINUTE = 60_000;

/** `Request Options > Timeout`, milliseconds. */
const within = (timeout: number): INodeParameters => ({ requestOptions: { timeout } });

/** A list of instances, and what it is read with. */
const VENDORS: Array<[VendorName, string]> = [
	['huawei', 'ListInstances'],
	['alibaba', 'GetInstanceList'],
	['tencent', 'DescribeInstances'],
];

describe.each(VENDORS)('%s', (vendor, list) => {
	const [kind] = KINDS[vendor];
	let cloud: Cloud;
	const create = (name: string, more: INodeParameters = {}) =>
		start(cloud, vendor, kind.operation, { ...kind.parameters(''), ...more }, [{ n: name }]);
	const creates = () => cloud.sent(kind.api).length;
	const trickle = (operation: string, times: number | 'always' = 1) =>
		cloud.em.faults.add({ operation, times, effect: { kind: 'trickle' } });

	beforeEach(async () => {
		cloud = await openPlayground(vendor);
	});

	test.each([
		['the time-out of the node', within(20_000), 20_000],
		['5 minutes', {}, 5 * MINUTE],
	])('a create is lost after %s, and looked for', async (_, more, time) => {
		trickle(kind.api);
		const run = await create('orders', more);
		expect(told(run.error)).toBe('');
		expect(run.items('K')).toEqual([expect.objectContaining({ recovered: true })]);
		expect(creates()).toBe(1);
		expect(kind.held(cloud.em, '')).toHaveLength(1);
		expect(cloud.clock.passed).toBeGreaterThanOrEqual(time);
		expect(cloud.clock.passed).toBeLessThan(time + 2 * MINUTE);
	});

	test('a read ends, and says in which time no response came back', async () => {
		trickle(list, 'always');
		const run = await start(cloud, vendor, 'instance/getAll', within(20_000));
		expect(told(run.error)).toMatch(
			/no complete response came back from .* within 20 seconds \| .*'Timeout' in 'Request Options'/,
		);
		expect(cloud.clock.passed).toBeLessThan(3 * MINUTE);
	});

	test('a read that trickles once succeeds at its second try', async () => {
		trickle(list);
		const run = await start(cloud, vendor, 'instance/getAll', within(20_000));
		expect(told(run.error)).toBe('');
	});

	test('a stop ends a create within its time, and the log says what is open', async () => {
		const log = listen();
		trickle(kind.api);
		const running = create('stopped-one', within(20_000));
		await until('the create', () => kind.held(cloud.em, '').length === 1);
		running.cancel();
		await running;
		// n8n calls it over at once; what is under way goes on.
		await cloud.clock.sleep(25_000);
		expect(log.join('\n')).toMatch(/The execution was stopped/);
		expect(creates()).toBe(1);
	});

	test('a stop ends a read at once', async () => {
		trickle(list, 'always');
		const running = start(cloud, vendor, 'instance/getAll', {});
		await until('the read', () => cloud.sent(list).length === 1);
		running.cancel();
		await running;
		expect(cloud.clock.passed).toBeLessThan(1_000);
	});

	test('creates of other workflows go out beside ones that hang', async () => {
		trickle(kind.api, 8);
		const hanging = Array.from({ length: 8 }, (_, n) => create(`hung-${n}`, within(20_000)));
		const other = await create('innocent');
		expect(told(other.error)).toBe('');
		expect(cloud.clock.passed).toBeLessThan(12 * MINUTE);
		await Promise.all(hanging);
	});

	test('the next execution of the same name gets its turn', async () => {
		trickle(kind.api);
		const hanging = create('orders', { ...within(20_000), createIfAbsent: true });
		await until('the create', () => creates() === 1);
		// Orders have no names, so one waits for every other.
		const name = vendor === 'alibaba' ? 'payments' : 'orders';
		const next = await create(name, { createIfAbsent: true });
		expect(told(next.error)).toBe('');
		expect(told((await hanging).error)).toBe('');
		expect(kind.held(cloud.em, '')).toHaveLength(vendor === 'alibaba' ? 2 : 1);
	});
});

describe('huawei: IAM', () => {
	let cloud: Cloud;
	const read = (more: INodeParameters = {}) => start(cloud, 'huawei', 'instance/getAll', more);
	const trickle = () =>
		cloud.em.faults.add({ vendor: 'iam', times: 'always', effect: { kind: 'trickle' } });
	const asked = () => cloud.em.requests.filter(({ vendor }) => vendor === 'iam').length;

	beforeEach(async () => {
		cloud = await openPlayground('huawei');
		// An account of its own: what is found out of one outlives a test.
		const data = cloud.n8n.credentials[CLOUDS.huawei.credential];
		Object.assign(data, {
			projectId: '',
			iamEndpoint: `${String(data.iamEndpoint)}/`.slice(0, -1),
		});
	});

	test('a read ends with the time-out of the node', async () => {
		trickle();
		expect(told((await read(within(10_000))).error)).toContain('did not respond in time');
		expect(cloud.clock.passed).toBeLessThan(11_000);
	});

	test('a create that could not sign in has sent nothing, and ends after 30 seconds', async () => {
		trickle();
		const [kind] = KINDS.huawei;
		const run = await start(cloud, 'huawei', kind.operation, kind.parameters(''), [
			{ n: 'orders' },
		]);
		expect(told(run.error)).toContain('did not respond in time');
		expect(cloud.sent(kind.api)).toBeSent(0);
		expect(cloud.clock.passed).toBeLessThan(60_000);
	});

	test.each(['read', 'create'])('a stop ends a %s at once, and the others go on', async (what) => {
		trickle();
		const [kind] = KINDS.huawei;
		const running =
			what === 'read'
				? read()
				: start(cloud, 'huawei', kind.operation, kind.parameters(''), [{ n: 'orders' }]);
		await until('IAM is asked', () => asked() === 1);
		const other = read();
		cloud.em.faults.clear();
		running.cancel();
		await running;
		expect(cloud.clock.passed).toBeLessThan(1_000);
		expect(told((await other).error)).toBe('');
		expect(asked()).toBe(2);
		expect(cloud.sent(kind.api)).toBeSent(0);
	});

	test('once IAM is well again, nobody waits for what was asked before', async () => {
		trickle();
		const stuck = read();
		await until('IAM is asked', () => asked() === 1);
		cloud.em.faults.clear();
		await cloud.clock.sleep(6_000);
		const before = cloud.clock.passed;
		expect(told((await read()).error)).toBe('');
		expect(cloud.clock.passed - before).toBeLessThan(1_000);
		await stuck;
	});
});
