/** Checks 13 to 16: who counts as idle, by which metrics, and in how many calls. */
import type { IDataObject } from 'n8n-workflow';

import { countOf, DAY, named, NOW, openFleet, type FleetStage } from '../../../support/fleetStage';

const OLD = NOW - 100 * DAY;
const IN = 'instance_bytes_in_rate';
const OUT = 'instance_bytes_out_rate';

const ACTIVE = { withActivity: true, returnAll: true, output: 'all', window: 14 };
const FIND = { rules: { idleFor: 14 }, show: 'all', output: 'all' };

const activityOf = ({ activity }: IDataObject) => activity as IDataObject;
const judgementOf = ({ judgement }: IDataObject) =>
	judgement as { candidate: boolean; rules: unknown[]; unclear: Array<{ because: string }> };

/** Has an instance of Huawei Cloud report a value for so many days until now, or until so many days ago. */
function reports(
	{ em: { huawei } }: FleetStage,
	name: string,
	value: number,
	[since, until = 0]: number[],
): void {
	const { id } = huawei.state.named(name) as { id: string };
	const stretch = { from: NOW - since * DAY, to: NOW - until * DAY, value };
	for (const metric of [IN, OUT]) huawei.state.metrics.report(id, metric, stretch);
}

/** Has an instance of Tencent Cloud report a value each hour of 20 days. */
function fills({ em: { tencent } }: FleetStage, name: string, value: number): void {
	const { id } = tencent.state.named(name) as { id: string };
	for (const metric of ['InstanceProCount', 'InstanceConCount']) {
		tencent.state.monitor.fill(metric, id, NOW - 20 * DAY, NOW, value);
	}
}

describe('fleet/acceptance', () => {
	test('13. 100 instances, 14 days, 80 % active: at most 1, 14, and 20 calls', async () => {
		const hundred = Array.from({ length: 100 }, (_, index) => index);
		const isActive = (index: number) => index < 80;
		const traffic = (value: number) => ({
			instance_message_input: value,
			instance_message_output: value,
		});
		const fleet = await openFleet({
			rateLimits: true,
			huawei: { instances: hundred.map((n) => ({ name: `h-${n}`, createdAt: OLD })) },
			tencent: { instances: hundred.map((n) => ({ name: `t-${n}`, createdAt: OLD })) },
			alibaba: {
				instances: hundred.map((n) => ({
					name: `a-${n}`,
					createdAt: OLD,
					metrics: traffic(isActive(n) ? 5 : 0),
				})),
			},
		});
		for (const n of hundred) {
			reports(fleet, `h-${n}`, isActive(n) ? 5 : 0, [20]);
			fills(fleet, `t-${n}`, isActive(n) ? 5 : 0);
		}
		const items = await fleet.items('instance/getAll', ACTIVE);
		const verdicts = countOf(
			items.map((item) => `${String(item.cloud)} ${String(activityOf(item).verdict)}`),
		);
		expect(verdicts).toEqual(
			Object.fromEntries(
				['alibaba', 'huawei', 'tencent'].flatMap((cloud) => [
					[`${cloud} active`, 80],
					[`${cloud} idle`, 20],
				]),
			),
		);
		const calls = countOf(fleet.lines());
		expect(calls['huawei BatchListMetricData']).toBe(1);
		expect(calls['alibaba DescribeMetricList']).toBeLessThanOrEqual(14);
		expect(calls['tencent GetMonitorData']).toBeLessThanOrEqual(20);
		expect(fleet.em.requests.filter(({ status }) => status !== 200)).toEqual([]);
	});

	test('13. one point above 0 on day 13 makes it active, in each cloud', async () => {
		const burst = NOW - 13 * DAY;
		const once = (start: number, end: number) => (start <= burst && burst < end ? 7 : 0);
		const metrics = { instance_message_input: once, instance_message_output: 0 };
		const fleet = await openFleet({
			huawei: { instances: [{ name: 'h-1', createdAt: OLD }] },
			alibaba: { instances: [{ name: 'a-1', createdAt: OLD, metrics }] },
			tencent: { instances: [{ name: 't-1', createdAt: OLD }] },
		});
		reports(fleet, 'h-1', 0, [20]);
		reports(fleet, 'h-1', 7, [13, 12.9]);
		fills(fleet, 't-1', 0);
		const { id } = fleet.em.tencent.state.named('t-1') as { id: string };
		fleet.em.tencent.state.monitor.add('InstanceConCount', id, { at: burst, value: 1 });
		for (const item of await fleet.items('cleanUp/find', FIND)) {
			expect(activityOf(item)).toMatchObject({ verdict: 'active', confidence: 'certain' });
			expect(judgementOf(item).candidate).toBe(false);
		}
	});

	describe('14. what is not known is unknown, and no rule fires', () => {
		type Case = [text: string, cloud: string, reason: string, prepare: (fleet: FleetStage) => void];
		const cases: Case[] = [
			['metrics without points', 'huawei', 'noData', () => undefined],
			[
				'metrics that are refused',
				'huawei',
				'noPermission',
				({ em }) => void em.huawei.state.denied.add('ces:metricData:list'),
			],
			[
				'a beginning that the service moved',
				'huawei',
				'noData',
				(fleet) => reports(fleet, 'huawei-1', 0, [9]),
			],
			[
				'a quota that is used up',
				'tencent',
				'quotaUsedUp',
				({ em }) => void (em.tencent.state.monitor.freeRequests = 0),
			],
			['no values', 'tencent', 'noData', () => undefined],
			['no points', 'alibaba', 'noData', () => undefined],
		];
		test.each(cases)('%s in %s: %s', async (_, cloud, reason, prepare) => {
			const metrics = { instance_message_input: null, instance_message_output: null };
			const instances = [{ name: `${cloud}-1`, createdAt: OLD }];
			const fleet = await openFleet({
				huawei: { instances },
				alibaba: { instances: instances.map((one) => ({ ...one, metrics })) },
				tencent: { instances },
			});
			prepare(fleet);
			const [item] = await fleet.items('cleanUp/find', { ...FIND, clouds: [cloud] });
			expect(activityOf(item)).toMatchObject({ verdict: 'unknown', confidence: 'none', reason });
			expect(judgementOf(item)).toMatchObject({ candidate: false, rules: [], action: 'none' });
			expect(judgementOf(item).unclear[0].because).toMatch(/^activity unknown: /);
			const shown = await fleet.items('cleanUp/find', { ...FIND, show: 'candidates' });
			expect(shown.filter((one) => one.cloud === cloud)).toEqual([]);
		});
	});

	test('15. an instance of 3 days is too young for a window of 14', async () => {
		const createdAt = NOW - 3 * DAY;
		const fleet = await openFleet({
			huawei: { instances: [{ name: 'h-1', createdAt }] },
			alibaba: { instances: [{ name: 'a-1', createdAt }] },
			tencent: { instances: [{ name: 't-1', createdAt }] },
		});
		reports(fleet, 'h-1', 0, [3]);
		fills(fleet, 't-1', 0);
		const items = await fleet.items('cleanUp/find', FIND);
		expect(items).toHaveLength(3);
		for (const item of items) {
			expect(activityOf(item)).toMatchObject({ verdict: 'unknown', reason: 'tooYoung' });
			expect(judgementOf(item)).toMatchObject({ candidate: false, rules: [] });
		}
	});

	test('16. without metrics of the instance, those of all its brokers decide, and that is told', async () => {
		const fleet = await openFleet({
			huawei: {
				instances: ['h-idle', 'h-used', 'h-half'].map((name) => ({ name, createdAt: OLD })),
			},
		});
		const { state } = fleet.em.huawei;
		const stretch = { from: NOW - 20 * DAY, to: NOW };
		for (const name of ['h-idle', 'h-used', 'h-half']) {
			const { id } = state.named(name) as { id: string };
			for (const broker of [0, 1, 2]) {
				if (name === 'h-half' && broker === 2) continue;
				const value = name === 'h-used' && broker === 1 ? 5 : 0;
				for (const metric of ['broker_bytes_in_rate', 'broker_bytes_out_rate']) {
					state.metrics.report(id, metric, { ...stretch, value }, `broker-${broker}`);
				}
			}
		}
		const items = await fleet.items('cleanUp/find', { ...FIND, clouds: ['huawei'] });
		const source = 'brokerMetrics';
		const told = (name: string) => activityOf(named(items, name));
		expect(told('h-idle')).toMatchObject({ verdict: 'idle', confidence: 'high', source });
		expect(told('h-used')).toMatchObject({ verdict: 'active', confidence: 'certain', source });
		expect(told('h-half')).toMatchObject({ verdict: 'unknown' });
		const candidates = items.filter((item) => judgementOf(item).candidate);
		expect(candidates.map(({ name }) => name)).toEqual(['h-idle']);
	});
});
