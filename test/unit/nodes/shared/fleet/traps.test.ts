/** What would make the judge take the wrong instance, or an unknown one for idle. */
import { alibabaFleet } from '../../../../../nodes/AlibabaCloudKafka/fleet';
import { huaweiFleet } from '../../../../../nodes/HuaweiCloudKafka/fleet';
import { activityOf, windowOf, type Series } from '../../../../../nodes/shared/fleet/activity';
import { cap } from '../../../../../nodes/shared/fleet/caps';
import { lifetimeOf, passesAt } from '../../../../../nodes/shared/fleet/dates';
import { judge } from '../../../../../nodes/shared/fleet/judge';
import { isKept, isMarkUnreadable, markOf } from '../../../../../nodes/shared/fleet/marks';
import { fleet as tencentFleet } from '../../../../../nodes/TencentCloudKafka/fleet';
import { DAY, grounds, instance, NOW } from './support';

const HOUR = 3_600_000;

test.each(['0000000000', '0000000000000', '1970-01-01', '0001-01-01', '0001-01-01T00:00:00Z'])(
	'%s stands for no date, and has not passed',
	(text) => {
		expect(passesAt(text, 'UTC')).toBeUndefined();
		expect(isKept({ 'fleet-keep': text }, NOW, 'UTC')).toBe(true);
	},
);

test.each(['1970-01-01', '0001-01-01'])('a mark for %s marks nothing', (day) => {
	const tags = { 'fleet-delete-after': day };
	expect(markOf(tags)).toBeNull();
	expect(isMarkUnreadable(tags)).toBe(true);
});

test.each(['stop', 'notify', 'undelete', 'tag'])(
	"Cloud Custodian's %s is no date of a deletion",
	(operation) => {
		const text = `Resource does not meet policy: ${operation}@2025/04/10 04:16:26 UTC`;
		expect(passesAt(text, 'UTC')).toBeUndefined();
	},
);

test.each(['0h', '0d', '000w'])('a lifetime of %s may stand for none', (text) => {
	expect(lifetimeOf(text)).toBeUndefined();
});

test.each(['1000000001', '1700000001000'])('fleet-keep of a ticket %s keeps', (value) => {
	expect(isKept({ 'fleet-keep': value }, NOW, 'UTC')).toBe(true);
});

test.each(['Nowhere/City', ''])('in the unknown time zone "%s" a date keeps', (zone) => {
	expect(isKept({ 'fleet-keep': '2026-11-01' }, NOW, zone)).toBe(true);
});

describe('points', () => {
	const series = (points: Series['points'], period: number): Series[] =>
		(['produced', 'consumed'] as const).map((direction) => ({
			direction,
			source: 'metrics',
			period,
			points,
		}));
	const verdictOf = (hours: number, period: number, age: number, starts: number[]) => {
		const points = starts.map((start) => [start, 0] as const);
		const one = instance({ createdAt: new Date(NOW - age).toISOString() });
		const window = windowOf(hours, period, NOW);
		const { verdict, confidence } = activityOf(one, window, { series: series(points, period) }, 0);
		return [verdict, confidence];
	};
	const today = Date.parse('2026-12-01');

	test('of a period that has not ended make up for none that is missing', () => {
		// Two days are over; of the first one nothing is known.
		expect(verdictOf(48, 86_400, 60 * DAY, [today - DAY, today])).toEqual(['idle', 'low']);
		expect(verdictOf(48, 86_400, 60 * DAY, [today])).toEqual(['unknown', 'none']);
	});

	test('that are closer than the period count once for each', () => {
		const lastDay = Array.from({ length: 288 }, (_, index) => today - DAY + index * 300_000);
		expect(verdictOf(14 * 24, 86_400, 60 * DAY, lastDay)).toEqual(['unknown', 'none']);
	});

	test('say nothing where no period has ended since the creation', () => {
		const noon = Math.floor(NOW / HOUR) * HOUR;
		const late = noon + HOUR / 2;
		const one = instance({ createdAt: new Date(late - 1.1 * HOUR).toISOString() });
		const found = activityOf(
			one,
			windowOf(1, 3_600, late),
			{ series: series([[noon, 0]], 3_600) },
			0,
		);
		expect([found.verdict, found.reason]).toEqual(['unknown', 'noData']);
	});
});

test('one that was released when it was chosen is kept if it runs again', () => {
	const tags = { 'fleet-delete-after': '2026-11-30' };
	const running = instance({ tags });
	const chosen = { ...running, state: 'released' as const };
	const rules = { markDue: true, releasedButListed: true };
	expect(judge(running, grounds({ rules, chosen }))).toMatchObject({
		candidate: false,
		kept: [{ guard: 'changed', because: 'It was released, and is running now.' }],
	});
});

test('what other items have used of the cap is used', () => {
	const due = new Map([['huawei', { due: [1, 2], read: 100 }]]);
	const caps = { most: 5, used: 4, mostPercent: 50 };
	expect(cap(due, { ...caps, whenTooMany: 'none' }, (a, b) => a - b)).toMatchObject({
		allowed: [],
		stopped: [
			{
				because:
					"2 instances are due, but 'Maximum Deletions' is 5, of which 4 are used by other items.",
			},
			{},
		],
	});
	expect(cap(due, { ...caps, whenTooMany: 'oldestFirst' }, (a, b) => a - b).allowed).toEqual([1]);
});

test.each([alibabaFleet, huaweiFleet, tencentFleet])(
	'$label: what is billed in an unknown way may be a subscription, and is kept',
	(fleet) => {
		const how = { skipRecycleBin: false, expiredSubscriptions: true };
		const one = instance({ cloud: fleet.cloud, billing: 'unknown' });
		expect(fleet.refusesDeletion(one, how)).toMatch(/\.$/);
		expect(fleet.refusesDeletion({ ...one, billing: 'payAsYouGo' }, how)).toBeUndefined();
	},
);

describe('tags of another case', () => {
	test.each<Record<string, string>>([
		{ 'Fleet-Keep': 'true' },
		{ 'FLEET-KEEP ': '' },
		{ 'fleet-keep': 'false', 'Fleet-keep': 'yes' },
	])('%j keeps', (tags) => {
		expect(isKept(tags, NOW, 'UTC')).toBe(true);
		const verdict = judge(instance({ tags }), grounds({ rules: { olderThanDays: 0 } }));
		expect(verdict.candidate).toBe(false);
		expect(verdict.kept.map(({ guard }) => guard)).toContain('keepTag');
	});

	test('keep by Keep Tags, and are there for Has No Tag', () => {
		const one = instance({ tags: { Env: 'PROD', Owner: 'ann' } });
		const keep = { ...grounds({}).keep, tags: [{ key: 'env', value: 'prod' }] };
		const kept = judge(one, grounds({ rules: { olderThanDays: 0 }, keep }));
		expect(kept.kept.map(({ guard }) => guard)).toContain('keepTags');
		const lacking = judge(one, grounds({ rules: { lacksTags: ['owner'] } }));
		expect(lacking.candidate).toBe(false);
	});

	test('are no leave to delete, and no mark', () => {
		const one = instance({ tags: { Env: 'dev', 'Fleet-Delete-After': '2020-01-01' } });
		expect(markOf(one.tags)).toBeNull();
		const only = { tag: { key: 'env', value: 'dev' } };
		const verdict = judge(one, grounds({ rules: { olderThanDays: 0 }, only }));
		expect(verdict.kept.map(({ guard }) => guard)).toContain('deleteOnlyIf');
	});
});
