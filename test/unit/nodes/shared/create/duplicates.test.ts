/** Create If Absent beside another n8n process: both see nothing, both create, and the one that looks last says so. */
import { throwIfDuplicated } from '../../../../../nodes/shared/create/duplicates';
import { recall, remember } from '../../../../../nodes/shared/create/recentCreates';
import { creationOf } from '../../../../../nodes/shared/create/existing';
import type { Outcome } from '../../../../../nodes/shared/contract/operation';
import { VirtualClock } from '../../../../support/virtualClock';
import { IF_ABSENT, alike, failing, thrownBy, type GivenThings, type Things } from './things';

const scene = (given: GivenThings = {}) => alike({ ...IF_ABSENT, ...given });
const made = (id: string, more = {}): Outcome => ({ json: { id, created: true, ...more } });
const check = async (t: Things, ...outcomes: Outcome[]) =>
	await throwIfDuplicated(t.item, t.operation, t.find, t.request, outcomes);

test.each([
	['exists', { json: { id: 'mine', created: false } }],
	['did not work', { ...made('mine'), failed: 'no quota' }],
])('what %s is not looked for', async (_, outcome) => {
	const t = scene();
	await check(t, outcome);
	expect(t.looks).toBe(0);
});

test('its own alone in the list ends the check', async () => {
	const t = scene();
	t.lists = [[], [{ id: 'mine' }]];
	await check(t, made('mine'));
	expect(t.times).toEqual([1_000, 4_000]);
	expect(t.notes).toEqual([]);
});

test('another one with the name is named beside its own, as both are billed', async () => {
	const t = scene({ operation: { billed: true } });
	t.lists = [[{ id: 'mine' }, { id: 'theirs' }, { id: 'more' }]];
	const failure = await thrownBy(check(t, made('mine')));
	expect(failure.kind).toBe('unfinished');
	expect(failure.message).toMatch(/Created thing mine, but .*: theirs, more$/);
	expect(failure.details.advice).toContain('billed');
});

test('what costs nothing is not called billed', async () => {
	const t = scene();
	t.lists = [[{ id: 'mine' }, { id: 'theirs' }]];
	const failure = await thrownBy(check(t, made('mine')));
	expect(failure.details.advice).toMatch(/^All of them exist\. Decide/);
});

test('another one is seen before its own is listed', async () => {
	const t = scene();
	t.lists = [[{ id: 'theirs' }]];
	await thrownBy(check(t, made('mine')));
	expect(t.looks).toBe(1);
});

test('another one that is over does no harm', async () => {
	const t = scene({ find: { isOver: ({ status }) => status === 'failed' } });
	t.lists = [[{ id: 'mine' }, { id: 'theirs', status: 'failed' }]];
	await check(t, made('mine'));
	expect(t.looks).toBe(1);
});

test('all of a batch have to be listed, and none of them is another one', async () => {
	const t = scene();
	t.lists = [[{ id: 'a' }], [{ id: 'b' }], [{ id: 'a' }, { id: 'b' }]];
	await check(t, made('a'), { json: { id: 'c' }, failed: 'no' }, made('b'));
	expect(t.looks).toBe(3);
});

test('what was found again for a lost answer may be the one of the other: the whole time is looked', async () => {
	const t = scene();
	t.lists = [[{ id: 'mine' }], [{ id: 'mine' }], [{ id: 'mine' }, { id: 'theirs' }]];
	await thrownBy(check(t, made('mine', { recovered: true })));
	expect(t.looks).toBe(3);
});

test('one such in a batch is enough', async () => {
	const t = scene();
	t.lists = [[{ id: 'a' }, { id: 'b' }]];
	await check(t, made('a'), made('b', { recovered: true }));
	expect(t.looks).toBe(3);
});

test('without the time for a look, the log says that it could not be checked', async () => {
	const t = scene({ clock: new VirtualClock({ times: { search: [] } }) });
	await check(t, made('mine'));
	expect(t.notes).toEqual([expect.stringContaining('could not check')]);
});

test('found again and alone, it needs no note', async () => {
	const t = scene();
	t.lists = [[{ id: 'mine' }]];
	await check(t, made('mine', { recovered: true }));
	expect(t.looks).toBe(3);
	expect(t.notes).toEqual([]);
});

test('never listed, the log says that it could not be checked', async () => {
	const t = scene();
	await check(t, made('a'), made('b'));
	expect(t.notes).toEqual([
		'thing a, thing b: could not check whether it is the only one with its name',
	]);
});

test('a list that cannot be read makes no failure of what was created', async () => {
	const t = scene();
	t.lists = [failing('unreachable')];
	await check(t, made('mine'));
	expect(t.looks).toBe(3);
	expect(t.notes[0]).toMatch(
		/^Create thing: it was unreachable while checking whether thing mine is the only one/,
	);
});

test('a stop names what was created, whether it comes while waiting or while looking', async () => {
	const stop = new AbortController();
	const t = scene({ item: { signal: stop.signal } });
	t.find.matches = async () => {
		stop.abort();
		return await Promise.reject(failing('cancelled'));
	};
	const message = 'while checking whether thing mine is the only one with its name';
	expect(await thrownBy(check(t, made('mine')))).toMatchObject({
		kind: 'cancelled',
		message: expect.stringContaining(message) as string,
	});
	expect((await thrownBy(check(t, made('mine')))).message).toContain(message);
});

test('what a list shows is no longer remembered as not listed yet', async () => {
	const t = scene();
	const { key } = creationOf(t.item, t.operation, t.find, t.request);
	remember(t.clock, key, [{ id: 'mine' }, { id: 'other' }], 'id');
	t.lists = [[{ id: 'mine' }]];
	await check(t, made('mine'));
	expect(recall(t.clock, key)).toEqual([{ id: 'other' }]);
});
