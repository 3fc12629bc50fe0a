/** What a create may have made whose answer was lost: what counts as its own, and what is said where that is not certain. */
import { recover, type Earlier } from '../../../../../nodes/shared/create/recover';
import { creationOf } from '../../../../../nodes/shared/create/existing';
import { noteTime, readClock } from '../../../../../nodes/shared/request/cloudTime';
import { VirtualClock } from '../../../../support/virtualClock';
import { alike, failing, things, thrownBy, type Things } from './things';

const MINUTE = 60_000;
const LOST = failing('lost');

const look = async (t: Things, earlier: Partial<Earlier> = {}, failure = LOST) =>
	await recover(
		creationOf(t.item, t.operation, t.find, t.request),
		{ created: false, start: readClock(t.clock), ...earlier },
		failure,
	);

describe('where it was looked for before', () => {
	const before: Partial<Earlier> = { found: [] };

	test('what is new is its own, with its ID in the log at once', async () => {
		const t = alike();
		t.lists = [[], [{ id: 'mine', extra: 1 }]];
		expect(await look(t, before)).toEqual([
			{ json: { id: 'mine', created: true, recovered: true } },
		]);
		expect(t.notes).toEqual(['Create thing: the response was lost; found by name as mine']);
		expect(t.times).toEqual([1_000, 4_000]);
	});

	test('what was there already is not', async () => {
		const t = alike();
		t.lists = [[{ id: 'old' }]];
		const failure = await thrownBy(look(t, { found: [{ id: 'old' }] }));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toBe('it was lost; it was not found by name afterwards');
		expect(failure.details.advice).toContain('was not sent again (Name: orders)');
		expect(t.times).toEqual([1_000, 4_000, 12_000]);
	});

	test('a list that is late is searched for longer', async () => {
		const t = alike({ find: { isListedLate: true } });
		await thrownBy(look(t, before));
		expect(t.times).toEqual([1_000, 4_000, 12_000, 27_000, 57_000]);
	});

	test('what may be repeated says so', async () => {
		const t = alike({ find: { isRepeatable: true } });
		const failure = await thrownBy(look(t, before));
		expect(failure.details.advice).toContain('You can run this again');
	});

	test('all of several come out, one ID after another', async () => {
		const t = alike({ find: { count: () => 2 } });
		t.lists = [[{ id: 'a' }], [{ id: 'a' }, { id: 'b' }]];
		expect((await look(t, before)).map(({ json }) => json.id)).toEqual(['a', 'b']);
		expect(t.notes[0]).toMatch(/ a, b$/);
	});

	test('what has failed is named, and is no result', async () => {
		const t = alike({ find: { isOver: ({ status }) => status === 'failed' } });
		t.lists = [
			[
				{ id: 'a', status: 'failed' },
				{ id: 'b', status: 'failed' },
			],
		];
		const failure = await thrownBy(look(t, before));
		expect(failure.message).toMatch(/have failed or are being deleted: a, b$/);
		expect(failure).toMatchObject({ mayHaveHappened: true });
		expect(failure.details.advice).toContain('delete them');
		expect(t.looks).toBe(3);
	});

	test('what has failed beside its own does not count', async () => {
		const t = alike({ find: { isOver: ({ status }) => status === 'failed' } });
		t.lists = [[{ id: 'a', status: 'failed' }, { id: 'b' }]];
		expect((await look(t, before)).map(({ json }) => json.id)).toEqual(['b']);
	});

	test('more than were asked for are all named, and the search ends there', async () => {
		const t = alike();
		t.lists = [[{ id: 'a' }, { id: 'b' }]];
		const failure = await thrownBy(look(t, before));
		expect(failure.message).toBe('it was lost; several with that name have appeared: a, b');
		expect(failure.details.advice).toContain('One of them');
		expect(t.looks).toBe(1);
	});

	test('fewer than were asked for are named after the whole search', async () => {
		const t = alike({ find: { count: () => 2 } });
		t.lists = [[{ id: 'a' }]];
		const failure = await thrownBy(look(t, before));
		expect(failure.message).toBe('it was lost; of the 2 requested, these have appeared: a');
		expect(failure.details.advice).toContain('more may follow');
		expect(t.looks).toBe(3);
	});

	test('of which one has failed are no more than were asked for', async () => {
		const t = alike({ find: { count: () => 2, isOver: ({ status }) => status === 'failed' } });
		t.lists = [[{ id: 'a', status: 'failed' }, { id: 'b' }]];
		const failure = await thrownBy(look(t, before));
		expect(failure.message).toBe('it was lost; of the 2 requested, these have appeared: a, b');
	});

	test('without the time for a look, nothing has appeared', async () => {
		const t = alike({ clock: new VirtualClock({ times: { search: [] } }) });
		expect((await thrownBy(look(t, before))).message).toContain('it was not found by name');
	});

	test('what is much older than the request is not its own', async () => {
		const t = alike();
		t.lists = [[{ id: 'a' }]];
		t.find.createdAt = () => t.clock.now() - 17 * MINUTE;
		const failure = await thrownBy(look(t, before));
		expect(failure).toMatchObject({ kind: 'refused', mayHaveHappened: false });
		expect(failure.message).toContain('already existed');
		expect(failure.details.advice).toContain('(Name: orders)');
		expect(t.looks).toBe(1);
	});

	test('as far as the clocks may be apart, it is', async () => {
		const t = alike();
		const start = t.clock.now();
		t.lists = [[{ id: 'a' }]];
		t.find.createdAt = () => start - 15 * MINUTE;
		expect(await look(t, before)).toHaveLength(1);
	});

	test('one old among new ones is enough to take none', async () => {
		const t = alike({ find: { count: () => 2 } });
		t.lists = [[{ id: 'a' }, { id: 'b' }]];
		t.find.createdAt = ({ id }) => (id === 'b' ? 0 : t.clock.now());
		expect((await thrownBy(look(t, before))).kind).toBe('refused');
	});
});

describe('where it was not looked for before', () => {
	/** The cloud tells its time, which is ahead of this machine's. */
	const told = (t: Things, ahead = 0) => {
		const whole = Math.floor((t.clock.now() + ahead) / 1000) * 1000;
		noteTime(t.clock, t.item.addressee, new Date(whole).toUTCString());
		return whole;
	};

	test.each([
		['of the request', 0, true],
		['of 10 seconds before it', 10_000, true],
		['of more than 10 seconds before it', 10_001, false],
	])('what the list says to be %s in the cloud is its own or not', async (_, before, isOwn) => {
		const t = things();
		const time = told(t, 40 * MINUTE);
		t.lists = [[{ id: 'a' }]];
		t.find.createdAt = () => time - before;
		if (isOwn) expect(await look(t)).toHaveLength(1);
		else expect((await thrownBy(look(t))).message).toContain('already existed');
	});

	test('what this process has just created is not the new one', async () => {
		const t = things();
		const time = told(t);
		t.lists = [[{ id: 'a' }]];
		t.find.createdAt = () => time;
		const failure = await thrownBy(look(t, { created: true }));
		expect(failure).toMatchObject({ kind: 'refused', mayHaveHappened: false });
	});

	test.each([
		['its own time', (t: Things) => void told(t), undefined],
		['the time of the cloud', () => undefined, Infinity],
	])('without %s nobody knows since when it exists', async (_, prepare, time) => {
		const t = things();
		prepare(t);
		t.lists = [[{ id: 'a' }]];
		t.find.createdAt = () => time && t.clock.now();
		const failure = await thrownBy(look(t));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toContain('not known whether this request created it');
		expect(failure.details.advice).toContain('was not sent again (Name: orders)');
		expect(t.looks).toBe(1);
	});

	test('nor where the list tells no times at all', async () => {
		const t = things();
		told(t);
		t.lists = [[{ id: 'a' }]];
		expect((await thrownBy(look(t))).message).toContain('not known whether');
	});

	test('without the time of the cloud, what is much older is old all the same', async () => {
		const t = things();
		t.lists = [[{ id: 'a' }]];
		const start = t.clock.now();
		t.find.createdAt = () => start - 15 * MINUTE - 1;
		expect((await thrownBy(look(t))).message).toContain('already existed');
	});
});

describe('a search', () => {
	test('that fails says that it was not possible, and leaves it open', async () => {
		const t = alike();
		t.lists = [failing('unreachable')];
		const failure = await thrownBy(look(t, { found: [] }));
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(failure.message).toBe('it was lost; looking it up was not possible either');
		expect(failure.details.advice).toContain('created (Name: orders)');
	});

	test('of an execution that is stopped says what is not known', async () => {
		const stop = new AbortController();
		const t = alike({ item: { signal: stop.signal } });
		t.find.matches = async () => {
			stop.abort();
			return await Promise.reject(failing('cancelled'));
		};
		const failure = await thrownBy(look(t, { found: [] }));
		expect(failure.kind).toBe('cancelled');
		expect(failure.message).toContain('before it was known whether this was created');
	});

	test('of one that was stopped before it begins says so too', async () => {
		const t = alike({ item: { signal: AbortSignal.abort() } });
		const failure = await thrownBy(look(t, { found: [] }));
		expect(failure.message).toContain('before it was known whether this was created');
		expect(t.looks).toBe(0);
	});
});
