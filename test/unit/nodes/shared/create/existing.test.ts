/** What creates have in common: what is locked, remembered, and searched together, and what of a list counts. */
import {
	areNamesUnique,
	creationOf,
	findMatches,
	inUse,
	searchPauses,
	takesExisting,
} from '../../../../../nodes/shared/create/existing';
import { recall, remember } from '../../../../../nodes/shared/create/recentCreates';
import { alike, things, thrownBy, type Things } from './things';

const of = ({ item, operation, find, request }: Things) =>
	creationOf(item, operation, find, request);

describe('what is created one at a time, and remembered together', () => {
	const KEY = 'account|id|orders';
	const keyOf = (t: Things, addressee = 'account') =>
		of({ ...t, item: { ...t.item, addressee } }).key;

	test('is what has one name', () => {
		expect(keyOf(alike())).toBe(KEY);
		expect(keyOf(alike({ body: { size: 2 } }))).toBe(KEY);
		expect(keyOf(alike({ body: { name: 'other' } }))).toBe('account|id|other');
	});

	test('is of one addressee and one kind', () => {
		expect(keyOf(alike(), 'another')).toBe('another|id|orders');
		expect(keyOf(alike({ find: { key: 'topic' } }))).toBe('account|topic|orders');
	});

	test('is what the operation is about where names are unique, as an instance has its own', () => {
		expect(keyOf(things())).toBe('account|id| (Name: orders)');
	});

	test('is something for a request without parameters, too', () => {
		const t = alike();
		t.request = { ...t.request, body: undefined };
		expect(keyOf(t)).toBe('account|id|undefined');
	});
});

test('one is created, unless the request says how many', () => {
	expect(of(things()).count).toBe(1);
	expect(
		of(things({ find: { count: ({ body }) => Number(body?.size) }, body: { size: 3 } })).count,
	).toBe(3);
});

test('names are unique where nothing names the parameter with the name', () => {
	expect([areNamesUnique(of(things())), areNamesUnique(of(alike()))]).toEqual([true, false]);
});

test('what exists is taken with Create If Absent, and in a retry', () => {
	const taken = (on: string[], isRetried: boolean) =>
		takesExisting(things({ on, item: { isRetried } }).item);
	expect(taken([], false)).toBe(false);
	expect(taken(['createIfAbsent'], false)).toBe(true);
	expect(taken([], true)).toBe(true);
});

test('a list makes forget what it shows only where that would stand in for it', async () => {
	for (const [t, left] of [
		[alike(), []],
		[things(), [{ id: 'a' }]],
	] as const) {
		const creation = of(t);
		remember(t.clock, creation.key, [{ id: 'a' }], 'id');
		t.lists = [[{ id: 'a' }]];
		expect(await findMatches(creation)).toEqual([{ id: 'a' }]);
		expect(recall(t.clock, creation.key)).toEqual(left);
	}
});

test('what has failed is not in use; without such a rule everything is', () => {
	const rows = [{ id: 'a', status: 'dead' }, { id: 'b' }];
	const isOver = ({ status }: { status?: unknown }) => status === 'dead';
	expect(inUse(of(things({ find: { isOver } })), rows)).toEqual([{ id: 'b' }]);
	expect(inUse(of(things()), rows)).toEqual(rows);
});

test('a late list is searched for longer', () => {
	expect(searchPauses(of(things()))).toEqual([1_000, 3_000, 8_000]);
	const late = searchPauses(of(things({ find: { isListedLate: true } })));
	expect(late).toEqual([1_000, 3_000, 8_000, 15_000, 30_000]);
});

test.each([
	['of which one has no ID', [{ id: 'a' }, { name: 'orders' }]],
	['of which one has an ID that is none', [{ id: '' }]],
])('a list %s is no answer, as nobody could go on with it', async (_, rows) => {
	const t = things();
	t.lists = [rows];
	const failure = await thrownBy(findMatches(of(t)));
	expect(failure).toMatchObject({ kind: 'broken', mayHaveHappened: false });
	expect(failure.message).toBe('the list shows one with this name, but not its ID');
	expect(failure.details.advice).toBeDefined();
});
