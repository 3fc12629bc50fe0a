/** Checks 17 and 18 over random fleets: what a dry run sends, and what no deletion ever reaches. */
import fc from 'fast-check';

import { DAY, NOW, openFleet, type FleetStage } from '../../../support/fleetStage';
import { playPlans } from '../../../support/plans';
import { rarely, chance } from '../../../support/weighted';

const CLOUDS = ['huawei', 'alibaba', 'tencent'] as const;

/** What of an instance decides over it. */
const plan = fc.record({
	cloud: fc.constantFrom(...CLOUDS),
	mark: rarely(0.4, fc.constantFrom('none', '2030-01-16', 'soon'), fc.constant('2030-01-14')),
	inScope: rarely(0.2, fc.constant(false), fc.constant(true)),
	isKept: chance(0.15),
	hasWord: chance(0.15),
	isProtected: chance(0.15),
	isSubscription: chance(0.15),
	isYoung: chance(0.15),
	markedIdle: chance(0.5),
	traffic: rarely(0.5, fc.constantFrom('some', 'untold'), fc.constant('none')),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const nameOf = ({ hasWord }: Plan, index: number) => `dev-${hasWord ? 'prod-' : ''}${index}`;

const tagsOf = ({ mark, inScope, isKept, markedIdle }: Plan): Record<string, string> => ({
	env: inScope ? 'dev' : 'test',
	...(mark !== 'none' && { 'fleet-delete-after': mark }),
	...(mark !== 'none' && markedIdle && { 'fleet-delete-why': 'idle' }),
	...(isKept && { 'fleet-keep': 'yes' }),
});

/** What may be deleted, by the specification and not by the judge. */
const mayGo = (one: Plan): boolean =>
	one.mark === '2030-01-14' &&
	one.inScope &&
	!one.isKept &&
	!one.hasWord &&
	!(one.isProtected && one.cloud === 'tencent') &&
	!one.isSubscription &&
	!one.isYoung &&
	(!one.markedIdle || one.traffic === 'none');

const VALUES = { none: 0, some: 5, untold: null } as const;

async function build(plans: Plan[]): Promise<FleetStage> {
	const all = plans.map((one, index) => ({
		one,
		name: nameOf(one, index),
		createdAt: NOW - (one.isYoung ? 0.5 : 60) * DAY,
		pairs: Object.entries(tagsOf(one)),
		value: VALUES[one.traffic as keyof typeof VALUES],
	}));
	const of = (cloud: Plan['cloud']) => all.filter(({ one }) => one.cloud === cloud);
	const fleet = await openFleet({
		huawei: {
			instances: of('huawei').map(({ one, name, createdAt, pairs }) => ({
				name,
				createdAt,
				prePaid: one.isSubscription,
				tags: pairs.map(([key, value]) => ({ key, value })),
			})),
		},
		alibaba: {
			instances: of('alibaba').map(({ one, name, createdAt, pairs, value }) => ({
				name,
				createdAt,
				paidType: one.isSubscription ? 0 : 1,
				tags: pairs.map(([Key, Value]) => ({ Key, Value })),
				metrics: { instance_message_input: value, instance_message_output: value },
			})),
		},
		tencent: {
			instances: of('tencent').map(({ one, name, createdAt, pairs }) => ({
				name,
				createdAt,
				prePaid: one.isSubscription,
				deleteProtection: one.isProtected ? 1 : 0,
				tags: pairs.map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
			})),
		},
	});
	const { huawei, tencent } = fleet.em;
	for (const { one, name, value } of all) {
		if (value === null || one.cloud === 'alibaba') continue;
		const { id } = fleet.em[one.cloud].state.named(name) as { id: string };
		const stretch = { from: NOW - 20 * DAY, to: NOW, value };
		for (const metric of ['instance_bytes_in_rate', 'instance_bytes_out_rate']) {
			if (one.cloud === 'huawei') huawei.state.metrics.report(id, metric, stretch);
		}
		for (const metric of ['InstanceProCount', 'InstanceConCount']) {
			if (one.cloud !== 'tencent') continue;
			tencent.state.monitor.fill(metric, id, stretch.from, stretch.to, value);
		}
	}
	return fleet;
}

describe('fleet/acceptance', () => {
	test('17. and 18. over random fleets: a dry run is the real one without its writes, which reach only what is due', async () => {
		const fleets = fc.array(plan, { minLength: 1, maxLength: 8 });
		await playPlans(fleets, [6, 60], async (plans) => {
			const fleet = await build(plans);
			const parameters = {
				scope: 'mustHaveTag',
				scopeTag: 'env=dev',
				mostDeletions: 100,
				deleteOptions: { mostPercent: 100 },
			};
			const dry = await fleet.items('cleanUp/deleteMarked', { ...parameters, dryRun: true });
			expect(fleet.writes()).toEqual([]);
			const dryLines = fleet.lines().sort();
			const before = fleet.em.requests.length;
			const real = await fleet.items('cleanUp/deleteMarked', { ...parameters, dryRun: false });
			const writes = fleet.writes();
			const lines = fleet.lines();
			expect(lines.filter((line) => !writes.includes(line)).sort()).toEqual(dryLines);
			const wanted = plans.flatMap((one, index) => (mayGo(one) ? [nameOf(one, index)] : []));
			const outcomes = (items: typeof real, outcome: RegExp) =>
				items.flatMap((one) => (outcome.test(String(one.outcome)) ? [String(one.name)] : []));
			expect(outcomes(dry, /^wouldDelete$/).sort()).toEqual([...wanted].sort());
			expect(outcomes(real, /^(deletionStarted|releasedOnly)$/).sort()).toEqual(wanted.sort());
			// Whom the writes name, whatever the items say.
			const sent = fleet.em.requests
				.slice(before)
				.filter(({ vendor, operation }) => writes.includes(`${vendor} ${String(operation)}`))
				.map(({ url, body }) => `${url} ${body}`);
			const reached = plans.flatMap((one, index) => {
				const name = nameOf(one, index);
				const { id } = fleet.em[one.cloud].state.named(name) as { id: string };
				return sent.some((text) => text.includes(id)) ? [name] : [];
			});
			expect(reached.sort()).toEqual(wanted);
			expect(writes).toHaveLength(wanted.length);
		});
	});
});
