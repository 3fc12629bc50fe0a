/** Each guard up to its edge: what keeps an instance from a clean-up, and what does not. */
import { judge } from '../../../../../nodes/shared/fleet/judge';
import type { VendorRecord } from '../../../../../nodes/shared/fleet/record';
import { ago, DAY, grounds, instance, young } from './support';

describe('what was noted of an instance has to be what it is', () => {
	const changed = (before: Partial<VendorRecord>, now: Partial<VendorRecord>) =>
		judge(
			instance(now),
			grounds({ rules: { named: true }, keep: young, chosen: instance(before) }),
		).kept.map(({ guard }) => guard);

	test('to the time of its creation, once that was told', () => {
		const [first, second] = [ago(9 * DAY), ago(8 * DAY)];
		expect(changed({ createdAt: first }, { createdAt: first })).toEqual([]);
		expect(changed({ createdAt: first }, { createdAt: second })).toEqual(['changed']);
		expect(changed({ createdAt: first }, { createdAt: null })).toEqual(['changed']);
		expect(changed({ createdAt: null }, { createdAt: second })).toEqual([]);
	});

	test('to its state, if it was released', () => {
		expect(changed({ state: 'released' }, { state: 'running' })).toEqual(['changed']);
		expect(changed({ state: 'stopped' }, { state: 'running' })).toEqual([]);
		expect(changed({ state: 'released' }, { state: 'released' })).toEqual([]);
	});

	test('to its account and region', () => {
		const before = { ...instance(), key: 'tencent:ap-guangzhou:ckafka-9' };
		const { kept } = judge(
			instance(),
			grounds({ rules: { named: true }, keep: young, chosen: before }),
		);
		expect(kept).toEqual([
			{ guard: 'changed', because: 'Another instance was found under its ID.' },
		]);
	});
});

test.each<[string, Partial<VendorRecord>, string[]]>([
	['of exactly that age', { createdAt: ago(DAY) }, []],
	['a moment younger', { createdAt: ago(DAY - 1) }, ['minimumAge']],
	['failed, of no known age', { createdAt: null, state: 'failed' }, []],
	['stopped, of no known age', { createdAt: null, state: 'stopped' }, ['minimumAge']],
])('the minimum age: %s', (_, given, guards) => {
	const { kept } = judge(instance(given), grounds({ rules: { named: true } }));
	expect(kept.map(({ guard }) => guard)).toEqual(guards);
});

test.each<[string, Partial<VendorRecord>, string[]]>([
	['it is not marked', {}, ['notMarked']],
	['its mark is not due', { tags: { 'fleet-delete-after': '2026-12-02' } }, ['notDue']],
	['its mark is due', { tags: { 'fleet-delete-after': '2026-12-01' } }, []],
	['what is released lost its mark', { state: 'released' }, []],
	['what is released lost all tags', { state: 'released', tags: null }, []],
])('where a mark is asked for: %s', (_, given, guards) => {
	const rules = { markDue: true, releasedButListed: true };
	const { kept } = judge(instance(given), grounds({ rules, keep: young }));
	expect(kept.map(({ guard }) => guard)).toEqual(guards);
});

test('where it is named, no mark is asked for', () => {
	const rules = { markDue: true, named: true };
	const marked = instance({ tags: { 'fleet-delete-after': '2026-12-02' } });
	for (const one of [instance(), marked]) {
		expect(judge(one, grounds({ rules, keep: young })).kept).toEqual([]);
	}
});

test('the recycle bin says until when', () => {
	const bin = (deletesAt: string | null) =>
		judge(
			instance({ state: 'released', recycle: { deletesAt, costPerHour: null } }),
			grounds({ rules: { named: true }, keep: young }),
		).kept.map(({ because }) => because);
	const from = 'It is in the recycle bin, from which the cloud deletes it by itself';
	expect(bin('2026-12-08T00:00:00Z')).toEqual([`${from} on 2026-12-08T00:00:00Z.`]);
	expect(bin(null)).toEqual([`${from}.`]);
});

test('an ID that is kept may be a key', () => {
	const one = instance();
	for (const [ids, count] of [
		[[one.key], 1],
		[['ckafka-1'], 1],
		[['ckafka-11'], 0],
	] as const) {
		const keep = { ...young, ids: [...ids] };
		const { kept } = judge(one, grounds({ rules: { named: true }, keep }));
		expect(kept).toHaveLength(count);
	}
});
