/** The one judge: what fires, what keeps, and that nothing unknown ever leads to a deletion. */
import fc from 'fast-check';

import type { FleetActivity } from '../../../../../nodes/shared/fleet/activity';
import { judge } from '../../../../../nodes/shared/fleet/judge';
import { BILLINGS, STATES } from '../../../../../nodes/shared/fleet/words';
import { DAY, grounds, instance, KEEP, NOW } from './support';

const DUE = { 'fleet-delete-after': '2026-12-01' };

const activity = (verdict: FleetActivity['verdict'], confidence: FleetActivity['confidence']) =>
	({
		verdict,
		confidence,
		lastProducedAt: null,
		lastConsumedAt: null,
		windowFrom: '',
		windowTo: '',
		granularitySeconds: 86_400,
		points: 14,
		pointsExpected: 14,
		source: 'metrics',
		reason: verdict === 'unknown' ? 'noData' : null,
	}) as FleetActivity;

const idleFor = { idleFor: { days: 14, atLeast: 'high' as const } };

test.each([
	['idle, high', activity('idle', 'high'), ['idle']],
	['idle, low', activity('idle', 'low'), []],
	['active', activity('active', 'certain'), []],
	['unknown', activity('unknown', 'none'), []],
	['not read', undefined, []],
])('idle for, with activity %s', (_, known, fired) => {
	const { rules, candidate } = judge(instance(), grounds({ rules: idleFor, activity: known }));
	expect(rules.map(({ rule }) => rule)).toEqual(fired);
	expect(candidate).toBe(fired.length > 0);
});

test.each([
	['a date that has passed', { dateTags: ['expires-on'] }, { 'expires-on': '2026-11-30' }, true],
	['a date on its last day', { dateTags: ['expires-on'] }, { 'expires-on': '2026-12-01' }, false],
	['an ambiguous date', { dateTags: ['expires-on'] }, { 'expires-on': '04/05/2020' }, false],
	['a lifetime that is over', { lifetimeTags: ['ttl'] }, { ttl: '2w' }, true],
	['a lifetime that is not', { lifetimeTags: ['ttl'] }, { ttl: '90d' }, false],
	['a word as a lifetime', { lifetimeTags: ['ttl'] }, { ttl: 'temporary' }, false],
	['a missing tag', { lacksTags: ['owner'] }, {}, true],
	['a tag', { tagEquals: [{ key: 'env', value: 'tmp' }] }, { env: 'tmp' }, true],
	['age', { olderThanDays: 30 }, {}, true],
	['a young age', { olderThanDays: 61 }, {}, false],
	['a name', { namePattern: 'orders-*' }, {}, true],
])('%s', (_, rules, tags, isCandidate) => {
	expect(judge(instance({ tags: tags as never }), grounds({ rules })).candidate).toBe(isCandidate);
});

test('a tag that the cloud did not tell is neither there nor missing', () => {
	const judged = judge(instance({ tags: null }), grounds({ rules: { lacksTags: ['owner'] } }));
	expect(judged.rules).toEqual([]);
	expect(judged.unclear).toHaveLength(1);
	expect(judged.candidate).toBe(false);
});

const named = { rules: { named: true } };

test.each([
	['keepTag', instance({ tags: { 'fleet-keep': 'yes' } }), {}],
	['keepTag', instance({ tags: { 'fleet-keep': '2026-12-02' } }), {}],
	['keepTags', instance({ tags: { env: 'core' } }), { keep: { ...KEEP, tags: [{ key: 'env' }] } }],
	['tagsNotTold', instance({ tags: null }), {}],
	['protectedWord', instance({ name: 'orders_PROD1' }), {}],
	['keepIds', instance(), { keep: { ...KEEP, ids: ['ckafka-1'] } }],
	['keepIds', instance(), { keep: { ...KEEP, ids: ['CKAFKA-1'] } }],
	['keepIds', instance(), { keep: { ...KEEP, ids: ['tencent:ap-guangzhou:x:ckafka-1'] } }],
	['deletionProtection', instance({ deletionProtection: true }), {}],
	['minimumAge', instance({ createdAt: new Date(NOW - DAY / 2).toISOString() }), {}],
	['minimumAge', instance({ createdAt: null }), {}],
	['state', instance({ state: 'changing' }), {}],
	['state', instance({ state: 'unknown' }), {}],
	['subscription', instance(), { refusal: 'It is a subscription.' }],
	['deleteOnlyIf', instance(), { only: { tag: { key: 'env', value: 'dev' } } }],
	['deleteOnlyIf', instance(), { only: { name: 'test-*' } }],
	['changed', instance(), { chosen: instance({ name: 'orders-old' }) }],
	['notMarked', instance(), { rules: { markDue: true } }],
	[
		'notDue',
		instance({ tags: { 'fleet-delete-after': '2026-12-02' } }),
		{ rules: { markDue: true } },
	],
	['activity', instance(), { mustBeIdle: true, activity: activity('unknown', 'none') }],
])('the guard %s keeps', (guard, one, given) => {
	const judged = judge(one, grounds({ ...named, ...(given as object) }));
	expect(judged.kept.map((held) => held.guard)).toContain(guard);
	expect(judged).toMatchObject({ candidate: false, action: 'none' });
	for (const { because } of judged.kept) expect(because).toMatch(/^[A-Z].*\.$/);
});

test.each([
	['false', { 'fleet-keep': 'false' }],
	['a date that has passed', { 'fleet-keep': '2026-11-30' }],
])('fleet-keep of %s keeps no longer', (_, tags) => {
	expect(judge(instance({ tags }), grounds(named)).candidate).toBe(true);
});

test('without the time of the cloud, a mark is due a day later', () => {
	const rules = { markDue: true };
	const one = instance({ tags: DUE });
	expect(judge(one, grounds({ rules })).candidate).toBe(true);
	expect(judge(one, grounds({ rules, now: undefined })).candidate).toBe(false);
	expect(judge(one, grounds({ rules, now: undefined, here: NOW + DAY })).candidate).toBe(true);
});

test.each([
	['what is idle is marked', instance(), { rules: idleFor }, 'mark'],
	['what is marked already is left', instance({ tags: DUE }), { rules: idleFor }, 'none'],
	['what is due is deleted', instance({ tags: DUE }), { rules: { markDue: true } }, 'delete'],
	['what is named is deleted', instance(), { rules: { named: true } }, 'delete'],
	[
		'what is released is finished',
		instance({ state: 'released' }),
		{ rules: { releasedButListed: true } },
		'finish',
	],
])('%s', (_, one, given, action) => {
	const judged = judge(one, grounds({ activity: activity('idle', 'high'), ...given }));
	expect(judged).toMatchObject({ candidate: true, action });
	expect(judged.whatToDo).toMatch(/^[A-Z].*\.$/);
});

test('without a rule that applies there is nothing to do', () => {
	const { whatToDo, action } = judge(instance(), grounds({ rules: { olderThanDays: 99 } }));
	expect([whatToDo, action]).toEqual(['Nothing: no rule applies.', 'none']);
});

const anyInstance = fc
	.record({
		recycle: fc.constantFrom(null, { deletesAt: null, costPerHour: null }),
		name: fc.constantFrom('dev-1', 'prod-1', 'live', 'alive', ''),
		state: fc.constantFrom(...STATES),
		billing: fc.constantFrom(...BILLINGS),
		createdAt: fc.option(
			fc.integer({ min: 0, max: 90 }).map((days) => new Date(NOW - days * DAY).toISOString()),
		),
		tags: fc.option(
			fc.dictionary(
				fc.constantFrom('env', 'fleet-keep', 'fleet-delete-after', 'fleet-delete-why'),
				fc.constantFrom('dev', 'yes', 'false', '2026-11-01', '2027-01-01', 'idle', ''),
			),
		),
		deletionProtection: fc.constantFrom(true, false, null),
	})
	.map((given) => instance(given));

const anyGrounds = fc.record({
	needMark: fc.boolean(),
	only: fc.constantFrom(undefined, { tag: { key: 'env', value: 'dev' } }, { name: 'dev-*' }),
	refusal: fc.constantFrom(undefined, 'It is a subscription.'),
	mustBeIdle: fc.boolean(),
	activity: fc.constantFrom(
		undefined,
		activity('unknown', 'none'),
		activity('active', 'certain'),
		activity('idle', 'high'),
	),
	now: fc.constantFrom(undefined, NOW),
});

test('no path leads from unknown, protected, kept, out of scope, or not due to a deletion', () => {
	const check = (
		one: ReturnType<typeof instance>,
		{ needMark, ...given }: { needMark: boolean },
	) => {
		const rules = needMark ? { markDue: true } : { named: true };
		const known = given as Parameters<typeof grounds>[0] & object;
		const { candidate, kept } = judge(one, grounds({ rules, ...known }));
		const tags = one.tags ?? {};
		const forbidden = [
			one.tags === null && one.state !== 'released',
			one.deletionProtection === true,
			tags['fleet-keep'] !== undefined &&
				tags['fleet-keep'] !== 'false' &&
				tags['fleet-keep'] !== '2026-11-01',
			/^(prod-1|live)$/.test(one.name),
			['unknown', 'creating', 'changing', 'deleting', 'gone'].includes(one.state),
			one.state === 'released' && one.recycle !== null,
			needMark && one.state !== 'released' && tags['fleet-delete-after'] !== '2026-11-01',
			known.refusal !== undefined,
			known.only && 'tag' in known.only && tags.env !== 'dev',
			known.only && 'name' in known.only && !one.name.startsWith('dev-'),
			known.mustBeIdle && known.activity?.verdict !== 'idle',
			one.createdAt === null && one.state !== 'failed',
		];
		expect(candidate && forbidden.some(Boolean)).toBe(false);
		expect(candidate && kept.length > 0).toBe(false);
	};
	fc.assert(fc.property(anyInstance, anyGrounds, check), { seed: 20_260, numRuns: 2_000 });
});
