/** Times, dates, names, activity, and caps of the fleet. */
import { activityOf, windowOf, type Series } from '../../../../../nodes/shared/fleet/activity';
import { cap } from '../../../../../nodes/shared/fleet/caps';
import { lifetimeOf, passesAt } from '../../../../../nodes/shared/fleet/dates';
import { fitsAll, glob, wordIn } from '../../../../../nodes/shared/fleet/globs';
import {
	datedWhy,
	dayAfter,
	dayIn,
	isMarkUnreadable,
	tagsOfMark,
	whyText,
} from '../../../../../nodes/shared/fleet/marks';
import { at } from '../../../../../nodes/shared/fleet/times';
import { DAY, instance, NOW } from './support';

describe('fleet/acceptance', () => {
	test.each([
		[0, null],
		[-62170009580, null],
		[1734837392, '2024-12-22T03:16:32.000Z'],
		[253402271999, null],
		['0000-00-00 00:00:00', null],
		[1734837392000, '2024-12-22T03:16:32.000Z'],
	])('8. the expiry %p is %p', (given, expected) => {
		expect(at(given, 'either')).toBe(expected);
	});
});

test.each([
	['2026-12-07', '2026-12-07T16:00:00Z', 'Asia/Shanghai'],
	['2026-12-07', '2026-12-08T00:00:00Z', 'UTC'],
	['2026-12-07T08:00:00Z', '2026-12-07T08:00:00Z', 'Asia/Shanghai'],
	['2026-12-07 08:00', '2026-12-07T00:00:00Z', 'Asia/Shanghai'],
	['1734837392', '2024-12-22T03:16:32Z', 'UTC'],
	['1734837392000', '2024-12-22T03:16:32Z', 'UTC'],
	['Resource does not meet policy: delete@2025/04/10 04:16:26 UTC', '2025-04-10T04:16:26Z', 'UTC'],
])('the date %s passes at %s (%s)', (text, expected, zone) => {
	expect(passesAt(text, zone)).toBe(Date.parse(expected));
});

test.each(['04/05/2026', 'tomorrow', '', '2026-13-01', '20261207'])('%p is no date', (text) => {
	expect(passesAt(text, 'UTC')).toBeUndefined();
});

test.each([
	['72h', 3 * DAY],
	['14d', 14 * DAY],
	['2w', 14 * DAY],
	['temporary', undefined],
	['-1d', undefined],
])('the lifetime %s', (text, expected) => {
	expect(lifetimeOf(text)).toBe(expected);
});

test.each([
	['prod-1', 'prod'],
	['a_PRD2', 'prd'],
	['product', undefined],
	['alive', undefined],
	['ordersProd', 'prod'],
	['PRDOrders', 'prd'],
	['kafkaPROD2', 'prod'],
	['ordersProduct', undefined],
	['deLiVery', undefined],
	['订单prod环境', 'prod'],
	['订单生产环境', '生产'],
])('protected word in %s', (name, expected) => {
	expect(wordIn(name, ['prod', 'prd', 'live', '生产'])).toBe(expected);
});

test.each([
	[0, '2030-01-15T00:00:00Z', '2030-01-15'],
	[0, '2030-01-15T23:59:00Z', '2030-01-15'],
	[1, '2030-01-15T00:00:00Z', '2030-01-16'],
	[1, '2030-01-15T23:59:00Z', '2030-01-17'],
	[7, '2030-01-15T12:00:00Z', '2030-01-23'],
])('a mark of %d days from %s on is due on %s: not before they have passed', (days, now, day) => {
	expect(dayIn(days, Date.parse(now))).toBe(day);
});

test('a reason that has to share its tag with fewer instances still begins as it did', () => {
	expect(datedWhy('idle', '2030-01-23')).toBe('idle 2030-01-23');
	expect(datedWhy('', '2030-01-23')).toBe('');
	expect(datedWhy('idle '.repeat(20), '2030-01-23')).toMatch(/^idle .* 2030-01-23$/);
	expect(datedWhy('x'.repeat(90), '2030-01-23')).toHaveLength(60);
});

test.each([
	['dev-*', 'dev-1', true],
	['dev-*', 'adev-1', false],
	['*a*b', 'xxaxxb', true],
	['d?v', 'dev', true],
	['d?v', 'dv', false],
	['*', '', true],
	['dev', 'devs', false],
	['dev', 'de', false],
	[' dev** ', 'dev', true],
	['*dev', 'devdev', true],
])('%s fits %s: %p', (pattern, text, expected) => {
	expect(glob(pattern)(text)).toBe(expected);
});

test.each([
	['*', true],
	[' ** ', true],
	['?*', true],
	['', true],
	['dev-*', false],
	['*-dev', false],
	['* dev', false],
])('the pattern %p narrows nothing down: %p', (pattern, expected) => {
	expect(fitsAll(pattern)).toBe(expected);
});

test('a protected word that is more than letters is found anywhere, and a blank one nowhere', () => {
	expect(wordIn('app-ERP2-x', ['erp2'])).toBe('erp2');
	expect(wordIn('app', ['', ' '])).toBeUndefined();
});

test('the tags of a mark, and its days', () => {
	expect(tagsOfMark('2026-12-15', 'idle')).toEqual({
		'fleet-delete-after': '2026-12-15',
		'fleet-delete-why': 'idle',
	});
	expect(tagsOfMark('2026-12-15', ' é\n')).toEqual({
		'fleet-delete-after': '2026-12-15',
		'fleet-delete-why': 'e',
	});
	expect(tagsOfMark('2026-12-15', '!')).toEqual({ 'fleet-delete-after': '2026-12-15' });
	expect(dayAfter('2026-12-31')).toBe('2027-01-01');
	expect(isMarkUnreadable({ 'fleet-delete-after': 'soon' })).toBe(true);
	expect(isMarkUnreadable({ 'fleet-delete-after': '2026-12-15' })).toBe(false);
	expect(isMarkUnreadable({})).toBe(false);
});

test('a reason fits the tags of all clouds', () => {
	expect(whyText('idle: 0 of 336 hours+/é\n<b>')).toBe('idle: 0 of 336 hours e b');
	expect(whyText('x'.repeat(100))).toHaveLength(60);
});

describe('activity', () => {
	const window = windowOf(14 * 24, 86_400, NOW);
	const days = (count: number, value = 0, last = value): Series['points'] =>
		Array.from({ length: count }, (_, index) => [
			window.from + index * DAY,
			index === count - 1 ? last : value,
		]);
	const both = (points: Series['points'], other = points): Series[] => [
		{ direction: 'produced', source: 'metrics', period: 86_400, points },
		{ direction: 'consumed', source: 'metrics', period: 86_400, points: other },
	];
	test.each([
		['silent in both directions', both(days(14)), 'idle', 'high', null],
		['13. active on its last day', both(days(13, 0, 3)), 'active', 'certain', null],
		['half of the points', both(days(8)), 'idle', 'low', null],
		['the beginning is missing', both(days(14).slice(3)), 'unknown', 'none', 'noData'],
		['few points', both(days(5)), 'unknown', 'none', 'noData'],
		['no points', both([]), 'unknown', 'none', 'noData'],
		['one direction', both(days(14), []), 'idle', 'low', null],
		['no metric', [], 'unknown', 'none', 'noMetric'],
		['negative values', both(days(14, -1)), 'unknown', 'none', 'noData'],
	])('%s', (_, series, verdict, confidence, reason) => {
		const found = activityOf(instance(), window, { series: series as Series[] }, 0);
		expect(found).toMatchObject({ verdict, confidence, reason });
	});

	test.each([
		['15. three days old', { createdAt: new Date(NOW - 3 * DAY).toISOString() }, 'tooYoung'],
		['of an age that is not told', { createdAt: null }, 'ageUnknown'],
		['stopped', { state: 'stopped' as const }, 'notRunning'],
	])('%s: unknown', (_, given, reason) => {
		const found = activityOf(instance(given), window, { series: both(days(14)) }, 0);
		expect(found).toMatchObject({ verdict: 'unknown', confidence: 'none', reason });
	});

	test('refused metrics are unknown, and signs of the service give a low confidence at most', () => {
		const traffic = { series: [], refused: 'quotaUsedUp' as const };
		expect(activityOf(instance(), window, traffic, 0).reason).toBe('quotaUsedUp');
		const signs = { producing: false, consuming: false, lastProducedAt: null, requests: 2 };
		expect(activityOf(instance(), window, { ...traffic, signs }, 0)).toMatchObject({
			verdict: 'idle',
			confidence: 'low',
			source: 'groups',
		});
	});
});

describe('caps', () => {
	const caps = { most: 5, mostPercent: 50, whenTooMany: 'none' as const };
	const due = (count: number) => Array.from({ length: count }, (_, index) => index);
	const clouds = (count: number, read: number) => new Map([['huawei', { due: due(count), read }]]);
	const order = (a: number, b: number) => a - b;

	test.each([
		['as many as allowed', 5, 20, 5],
		['one more', 6, 20, 0],
		['more than the share', 3, 4, 0],
		['the whole share', 2, 4, 2],
		['a share of few does not count', 3, 3, 3],
	])('%s', (_, count, read, allowed) => {
		expect(cap(clouds(count, read), caps, order).allowed).toHaveLength(allowed);
	});

	test('oldest first, and the rest is told why', () => {
		const { allowed, stopped } = cap(clouds(6, 20), { ...caps, whenTooMany: 'oldestFirst' }, order);
		expect(allowed).toEqual([0, 1, 2, 3, 4]);
		const because = "6 instances are due, but 'Maximum Deletions' is 5.";
		expect(stopped).toEqual([{ one: 5, because }]);
	});

	test('what other items have used up is gone', () => {
		const { allowed, stopped } = cap(clouds(2, 20), { ...caps, used: 4 }, order);
		expect(allowed).toEqual([]);
		expect(stopped[0].because).toBe(
			"2 instances are due, but 'Maximum Deletions' is 5, of which 4 are used by other items.",
		);
		expect(cap(clouds(1, 20), { ...caps, used: 4 }, order).allowed).toEqual([0]);
		expect(cap(clouds(1, 20), { ...caps, used: 9 }, order).allowed).toEqual([]);
	});

	test('oldest first, each cloud has its share, and the oldest of all come first', () => {
		const several = new Map([
			['huawei', { due: [9, 7, 1], read: 4 }],
			['alibaba', { due: [8, 3], read: 4 }],
			['tencent', { due: [2], read: 1 }],
		]);
		const oldest = { ...caps, most: 4, whenTooMany: 'oldestFirst' as const };
		const { allowed, stopped } = cap(several, oldest, order);
		expect(allowed).toEqual([1, 2, 3, 7]);
		expect(stopped.map(({ one }) => one)).toEqual([9, 8]);
		expect(several.get('huawei')?.due).toEqual([9, 7, 1]);
		expect(cap(several, { ...oldest, most: 10 }, order).stopped.map(({ one }) => one)).toEqual([9]);
	});

	test('a share that is passed is told with its numbers', () => {
		expect(cap(clouds(3, 4), caps, order).stopped[0].because).toBe(
			"3 of the 4 instances that were read of this cloud are due, but 'Maximum Share (%)' is 50.",
		);
	});
});
