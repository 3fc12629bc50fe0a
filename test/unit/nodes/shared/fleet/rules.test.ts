/** Each rule up to its edge: what is due to the hour, and what is not known, which is never a reason to delete. */
import type { Rules } from '../../../../../nodes/shared/fleet/grounds';
import { isMarkedIdle, judge, needsActivity } from '../../../../../nodes/shared/fleet/judge';
import type { VendorRecord } from '../../../../../nodes/shared/fleet/record';
import { tagWanted } from '../../../../../nodes/shared/fleet/tags';
import { ago, DAY, grounds, instance, young } from './support';

const HOUR = DAY / 24;
const judged = (given: Partial<VendorRecord>, rules: Rules, combine: 'any' | 'all' = 'any') => {
	const found = judge(instance(given), grounds({ rules, combine, keep: young }));
	return found.rules.length > 0 ? 'fires' : found.unclear.length > 0 ? 'unclear' : 'no';
};

test.each<[string, Partial<VendorRecord>, number, string]>([
	['for as long as asked for', { createdAt: ago(6 * HOUR) }, 6, 'fires'],
	['for longer', { createdAt: ago(6 * HOUR + 1) }, 6, 'fires'],
	['for less', { createdAt: ago(6 * HOUR - 1) }, 6, 'no'],
	['since a time that is not told', { createdAt: null }, 6, 'unclear'],
	['since a time that is not told, at once', { createdAt: null }, 0, 'fires'],
	['at once', { createdAt: ago(0) }, 0, 'fires'],
	['not', { state: 'running', createdAt: ago(7 * HOUR) }, 6, 'no'],
	['not, of no known age', { state: 'running', createdAt: null }, 6, 'no'],
])('failed %s', (_, given, failedForHours, expected) => {
	const record = { state: 'failed' as const, statusText: 'CreateFailed', ...given };
	expect(judged(record, { failedForHours })).toBe(expected);
});

test.each<[VendorRecord['state'], boolean, string]>([
	['stopped', false, 'fires'],
	['expired', false, 'fires'],
	['stopped', true, 'fires'],
	['outOfService', true, 'fires'],
	['outOfService', false, 'unclear'],
	['running', true, 'no'],
	['failed', true, 'no'],
])('stopped or expired: %s, unclear ones too: %p', (state, unclear, expected) => {
	expect(judged({ state }, { stoppedOrExpired: { unclear } })).toBe(expected);
});

test.each<[string, Partial<VendorRecord>, string]>([
	['for longer', { createdAt: ago(3.1 * DAY) }, 'fires'],
	['for as long as asked for', { createdAt: ago(3 * DAY) }, 'no'],
	['of no known age', { createdAt: null }, 'unclear'],
	['but paid for in advance', { createdAt: ago(9 * DAY), billing: 'subscription' }, 'no'],
	['no longer', { createdAt: ago(9 * DAY), state: 'running' }, 'no'],
])('never deployed: %s', (_, given, expected) => {
	const record = { state: 'undeployed' as const, ...given };
	expect(judged(record, { neverDeployedDays: 3 })).toBe(expected);
});

test.each<[string, Partial<VendorRecord>, Rules, string]>([
	['older than days, to the day', { createdAt: ago(3 * DAY) }, { olderThanDays: 3 }, 'no'],
	['older than days, of no known age', { createdAt: null }, { olderThanDays: 3 }, 'unclear'],
	[
		'a lifetime, to the moment',
		{ tags: { ttl: '72h' }, createdAt: ago(3 * DAY) },
		{ lifetimeTags: ['ttl'] },
		'fires',
	],
	[
		'a lifetime of something of no known age',
		{ tags: { ttl: '72h' }, createdAt: null },
		{ lifetimeTags: ['ttl'] },
		'unclear',
	],
	[
		'a date that is over at this moment',
		{ tags: { until: '2026-12-01T12:00:00Z' } },
		{ dateTags: ['until'] },
		'fires',
	],
])('%s', (_, given, rules, expected) => {
	expect(judged(given, rules)).toBe(expected);
});

describe('with all rules to be met', () => {
	const record = { name: 'dev-1', createdAt: ago(9 * DAY) };
	const met = (rules: Rules) =>
		judge(instance(record), grounds({ rules, combine: 'all', keep: young })).candidate;

	test('every one has to fire', () => {
		expect(met({ namePattern: 'dev-*', olderThanDays: 3 })).toBe(true);
		expect(met({ namePattern: 'dev-*', olderThanDays: 30 })).toBe(false);
		expect(met({ namePattern: 'test-*', olderThanDays: 3 })).toBe(false);
	});

	test('none that is not known counts as met', () => {
		expect(met({ namePattern: 'dev-*', idleFor: { days: 14, atLeast: 'low' } })).toBe(false);
	});

	test('no rule at all fits nothing', () => {
		expect(met({})).toBe(false);
		expect(met({ named: false, markDue: undefined })).toBe(false);
	});
});

test('a mark for being idle is told from another one, whose instance may be busy', () => {
	const marked = (why: string) =>
		instance({ tags: { 'fleet-delete-after': '2026-12-01', 'fleet-delete-why': why } });
	expect(isMarkedIdle(marked('idle: no traffic in 14 days'))).toBe(true);
	expect(isMarkedIdle(marked('Idle'))).toBe(true);
	expect(isMarkedIdle(marked('dateInTag, not idle'))).toBe(false);
	expect(isMarkedIdle(instance())).toBe(false);
	expect(needsActivity({ idleFor: { days: 1, atLeast: 'low' } })).toBe(true);
	expect(needsActivity({ named: true })).toBe(false);
});

test('tags that are asked for are read with and without a value', () => {
	expect(['env=dev', 'owner', ' team = a=b '].map(tagWanted)).toEqual([
		{ key: 'env', value: 'dev' },
		{ key: 'owner' },
		{ key: 'team', value: 'a=b' },
	]);
});
