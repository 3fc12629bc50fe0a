/** A create happens once: what is looked for before it, what counts as its result, and what is sent. */
import { recall } from '../../../../../nodes/shared/create/recentCreates';
import { creationOf } from '../../../../../nodes/shared/create/existing';
import { noteTime } from '../../../../../nodes/shared/request/cloudTime';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { VirtualClock } from '../../../../support/virtualClock';
import { IF_ABSENT, alike, failing, passed, things, thrownBy, type Things } from './things';

const remembered = ({ item, operation, find, request, clock }: Things) =>
	recall(clock, creationOf(item, operation, find, request).key);

describe('where names are unique', () => {
	test('a create is sent at once, and its result says that it is new', async () => {
		const t = things();
		expect(await t.create()).toEqual([{ json: { id: 'new', created: true } }]);
		expect([t.looks, t.sends]).toEqual([0, 1]);
		expect(t.steps).toEqual([]);
	});

	test('of a batch, only what worked is new', async () => {
		const outcome = () => [{ json: { id: 'a' } }, { json: { id: 'b' }, failed: 'no quota' }];
		const t = things({ operation: { outcome } });
		expect(await t.create()).toEqual([
			{ json: { id: 'a', created: true } },
			{ json: { id: 'b' }, failed: 'no quota' },
		]);
		expect(remembered(t)).toEqual([{ id: 'a', created: true }]);
	});

	test('what exists is the result with Create If Absent, shortened as a read would', async () => {
		const t = things(IF_ABSENT);
		t.lists = [[{ id: 'old', extra: 1 }]];
		expect(await t.create()).toEqual([{ json: { id: 'old', created: false } }]);
		expect([t.looks, t.sends]).toEqual([1, 0]);
		expect(remembered(t)).toEqual([]);
	});

	test('a retried execution takes what exists, and says why', async () => {
		const t = things({ item: { isRetried: true } });
		t.lists = [[{ id: 'old' }]];
		const [{ json }] = await t.create();
		expect(json).toMatchObject({ id: 'old', created: false });
		expect(json.note).toContain('a retry');
		expect(t.sends).toBe(0);
	});

	test('with Create If Absent a retry needs no explanation', async () => {
		const t = things({ ...IF_ABSENT, item: { isRetried: true } });
		t.lists = [[{ id: 'old' }]];
		expect(await t.create()).toEqual([{ json: { id: 'old', created: false } }]);
	});

	test('what has failed or is being deleted does not stand for a new one', async () => {
		const t = things({ ...IF_ABSENT, find: { isOver: ({ status }) => status === 'failed' } });
		t.lists = [[{ id: 'old', status: 'failed' }]];
		expect(await t.create()).toEqual([{ json: { id: 'new', created: true } }]);
	});

	test('two creates at the same time are sent at the same time', async () => {
		const t = things();
		let under = 0;
		let most = 0;
		t.item.call = async () => {
			most = Math.max(most, ++under);
			await passed(t.clock, 1_000);
			under--;
			return { id: 'new' };
		};
		await Promise.all([t.create(), t.create()]);
		expect(most).toBe(2);
	});

	test('what this process created is no answer in the place of the list', async () => {
		const t = things(IF_ABSENT);
		await t.create();
		expect(await t.create()).toEqual([{ json: { id: 'new', created: true } }]);
		expect(t.sends).toBe(2);
	});
});

describe('where names are not unique', () => {
	test('it is looked first, so that a lost one can be told apart, and another one is created', async () => {
		const t = alike();
		t.lists = [[{ id: 'old' }]];
		expect(await t.create()).toEqual([{ json: { id: 'new', created: true } }]);
		expect([t.looks, t.sends]).toEqual([1, 1]);
	});

	test('the create is a step that no later try repeats, and names what it made', async () => {
		const t = alike({
			operation: {
				outcome: () => [
					{ json: { id: 1 } },
					{ json: { id: 3 }, failed: 'no quota' },
					{ json: { id: 2 } },
				],
			},
		});
		await t.create();
		expect(t.steps).toEqual(['create: thing 1; thing 2']);
	});

	test('what this process just created is taken though no list shows it yet', async () => {
		const t = alike(IF_ABSENT);
		await t.create();
		expect(await t.create()).toEqual([{ json: { id: 'new', created: false } }]);
		expect(t.sends).toBe(1);
	});

	test('two that look at the same time do not both create', async () => {
		const t = alike(IF_ABSENT);
		const [first, second] = await Promise.all([t.create(), t.create()]);
		expect(first[0].json).toMatchObject({ id: 'new', created: true });
		expect(second[0].json).toMatchObject({ id: 'new', created: false });
		expect(t.sends).toBe(1);
	});

	test('more than one with the name is no result: all are named, and nothing is sent', async () => {
		const t = alike(IF_ABSENT);
		t.lists = [[{ id: 'a' }, { id: 'b' }]];
		const failure = await thrownBy(t.create());
		expect(failure.kind).toBe('refused');
		expect(failure.message).toMatch(/1 requested already exist with this name: a, b$/);
		expect(failure.details.advice).toContain('Nothing was created');
		expect(t.sends).toBe(0);
	});

	test('a name that only resembles one is named, and neither taken nor created beside', async () => {
		const t = alike({ ...IF_ABSENT, find: { isMeant: (json) => json.id !== 'b' } });
		t.lists = [[{ id: 'a' }, { id: 'b', name: 'orders' }]];
		const failure = await thrownBy(t.create());
		expect(failure.kind).toBe('refused');
		expect(failure.message).toMatch(/: orders \(b\)$/);
		expect(failure.details.advice).toContain('Nothing was created');
		expect(t.sends).toBe(0);
	});
});

test('of unique names a row that only resembles what is meant is named by its key', async () => {
	const t = things({ ...IF_ABSENT, find: { isMeant: () => false } });
	t.lists = [[{ id: 'a' }, { id: 'b' }]];
	expect((await thrownBy(t.create())).message).toMatch(/: a, b$/);
});

describe('of several that one request creates', () => {
	const three = { ...IF_ABSENT, find: { count: () => 3 } };

	test('all that exist come out', async () => {
		const t = alike(three);
		t.lists = [[{ id: 'a' }, { id: 'b' }, { id: 'c' }]];
		const outcomes = await t.create();
		expect(outcomes.map(({ json }) => json.id)).toEqual(['a', 'b', 'c']);
		expect(outcomes.every(({ failed }) => failed === undefined)).toBe(true);
	});

	test.each([
		[[{ id: 'a' }], 'of the 3 requested, 1 already exists, and no more were created'],
		[[{ id: 'a' }, { id: 'b' }], 'of the 3 requested, 2 already exist, and no more were created'],
	])('a part of them is no reason to create all again: %j', async (rows, failed) => {
		const t = alike(three);
		t.lists = [rows];
		const outcomes = await t.create();
		expect(outcomes.slice(0, -1)).toEqual(
			rows.map((json) => ({ json: { ...json, created: false } })),
		);
		expect(outcomes.at(-1)).toEqual({ json: { id: null, created: false }, failed });
		expect(t.sends).toBe(0);
	});

	test('with unique names no more come out than were asked for', async () => {
		const t = things(three);
		t.lists = [[1, 2, 3, 4].map((id) => ({ id }))];
		expect(await t.create()).toHaveLength(3);
	});

	test('in a retried execution, the missing part says that it is one', async () => {
		const t = alike({ item: { isRetried: true }, find: { count: () => 2 } });
		t.lists = [[{ id: 'a' }]];
		const outcomes = await t.create();
		expect(outcomes.map(({ json }) => json.note)).toEqual([
			expect.stringContaining('a retry'),
			expect.stringContaining('a retry'),
		]);
	});
});

describe('a create that is refused', () => {
	test('is not looked after without Create If Absent', async () => {
		const t = things();
		t.answers = [failing('refused')];
		expect((await thrownBy(t.create())).message).toBe('it was refused');
		expect(t.looks).toBe(0);
	});

	test('as another process was faster gives what that one created', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('refused')];
		t.lists = [[], [{ id: 'theirs' }]];
		expect(await t.create()).toEqual([{ json: { id: 'theirs', created: false } }]);
		expect([t.looks, t.sends]).toEqual([2, 1]);
	});

	test('as the name is taken is looked for until the list shows it', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('refused', { isTaken: true })];
		t.lists = [[], [], [], [{ id: 'theirs' }]];
		expect(await t.create()).toEqual([{ json: { id: 'theirs', created: false } }]);
		expect(t.times).toEqual([0, 0, 1_000, 3_000]);
	});

	test('for another reason is looked for once, and the reason comes out', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('refused')];
		expect((await thrownBy(t.create())).message).toBe('it was refused');
		expect(t.looks).toBe(2);
	});

	test('by what is over and cannot be used gives the refusal', async () => {
		const t = things({ ...IF_ABSENT, find: { isOver: () => true } });
		t.answers = [failing('refused')];
		t.lists = [[{ id: 'dead' }]];
		expect((await thrownBy(t.create())).message).toBe('it was refused');
	});

	test('comes out also where the list cannot be read afterwards', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('refused')];
		t.lists = [[], failing('unreachable')];
		expect((await thrownBy(t.create())).message).toBe('it was refused');
	});

	test('in an execution that was stopped ends as stopped', async () => {
		const stop = new AbortController();
		const t = things({ ...IF_ABSENT, item: { signal: stop.signal } });
		const { matches } = t.find;
		t.find.matches = async (...given) => {
			if (t.looks === 1) stop.abort();
			return await matches(...given);
		};
		t.answers = [failing('refused')];
		t.lists = [[], failing('cancelled')];
		expect((await thrownBy(t.create())).kind).toBe('cancelled');
	});

	test('is not looked for where nothing happened for another cause', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('throttled')];
		expect((await thrownBy(t.create())).kind).toBe('throttled');
		expect(t.looks).toBe(1);
	});
});

describe('a create whose answer is lost', () => {
	test('is not told as new where an earlier item made it and the list was late', async () => {
		const clock = new VirtualClock();
		const first = things({ clock, item: { addressee: 'one place' } });
		await first.create();
		const second = things({ ...IF_ABSENT, clock, item: { addressee: 'one place' } });
		second.lists = [[], [{ id: 'new' }]];
		second.answers = [failing('lost')];
		expect(await second.create()).toEqual([{ json: { id: 'new', created: false } }]);
		const third = things({ clock, item: { addressee: 'another place' }, ...IF_ABSENT });
		third.lists = [[], [{ id: 'new' }]];
		third.answers = [failing('lost')];
		expect(await third.create()).toEqual([{ json: { id: 'new', created: true, recovered: true } }]);
	});

	test('is looked for, and what was found says so', async () => {
		const t = alike();
		t.answers = [failing('lost')];
		t.lists = [[], [{ id: 'mine' }]];
		expect(await t.create()).toEqual([{ json: { id: 'mine', created: true, recovered: true } }]);
		expect(t.sends).toBe(1);
		expect(remembered(t)).toHaveLength(1);
	});

	test('and not found stands in the log, and is in doubt for the next one of the name', async () => {
		const t = alike(IF_ABSENT);
		t.answers = [failing('lost'), { id: 'second' }];
		const failure = await thrownBy(t.create());
		expect(failure).toMatchObject({ kind: 'lost', mayHaveHappened: true });
		expect(t.notes).toEqual([`Create thing: ${failure.message} (Name: orders)`]);
		const next = await thrownBy(t.create());
		expect(next).toMatchObject({ kind: 'refused' });
		expect(next.message).toContain('earlier request');
		expect(next.details.advice).toMatch(
			/created; then run it again, or turn 'Create If Absent' off/,
		);
		expect(t.sends).toBe(1);
		await passed(t.clock, TIMES.listingLag + 1);
		expect(await t.create()).toEqual([{ json: { id: 'second', created: true } }]);
	});

	test('holds up a retried execution too, with the way on', async () => {
		const t = alike({ item: { isRetried: true } });
		t.answers = [failing('lost'), { id: 'second' }];
		await thrownBy(t.create());
		const { kind, details } = await thrownBy(t.create());
		expect(kind).toBe('refused');
		expect(details.advice).toContain('created; then retry the execution again');
		expect(t.sends).toBe(1);
	});

	test('does not hold up who asks for another one anyway', async () => {
		const t = alike();
		t.answers = [failing('lost'), { id: 'second' }];
		await thrownBy(t.create());
		expect(await t.create()).toEqual([{ json: { id: 'second', created: true } }]);
	});

	test('does not hold up a unique name, of which the service refuses a second one', async () => {
		const t = things(IF_ABSENT);
		t.answers = [failing('lost'), { id: 'second' }];
		await thrownBy(t.create());
		expect(await t.create()).toEqual([{ json: { id: 'second', created: true } }]);
	});

	test.each([
		['and this process made one before, that one is not taken for it', true],
		['and it is the first of the name, it is what the list shows as new', false],
	])('of a unique name, %s', async (_, isSecond) => {
		const t = things();
		noteTime(t.clock, t.item.addressee, new Date(t.clock.now()).toUTCString());
		if (isSecond) await t.create();
		t.answers = [failing('lost')];
		t.lists = [[{ id: 'new' }]];
		t.find.createdAt = () => t.clock.now();
		const created = t.create();
		if (!isSecond) {
			expect(await created).toEqual([{ json: { id: 'new', created: true, recovered: true } }]);
			return;
		}
		expect(await thrownBy(created)).toMatchObject({
			kind: 'refused',
			message: 'one with this name already existed, and the response was lost',
		});
	});
});

describe('a look that fails', () => {
	test('leads to no create, and says so', async () => {
		const t = alike();
		t.lists = [failing('unreachable', { advice: 'Check the network.' })];
		const failure = await thrownBy(t.create());
		expect(failure.message).toBe('could not check what already exists: it was unreachable');
		expect(failure.details).toEqual({
			readOnly: true,
			advice: 'Check the network. Nothing was created.',
		});
		expect(t.sends).toBe(0);
	});

	test('does not say that nothing was created where that is in doubt', async () => {
		const t = alike();
		t.answers = [failing('lost')];
		await thrownBy(t.create());
		t.lists = [failing('lost')];
		const failure = await thrownBy(t.create());
		expect(failure.mayHaveHappened).toBe(false);
		expect(failure.details.advice).toBe('');
	});

	test.each(['cancelled', 'notSent'] as const)('as %s comes out as it is', async (kind) => {
		const t = alike();
		const thrown = failing(kind);
		t.lists = [thrown];
		expect(await thrownBy(t.create())).toBe(thrown);
	});
});

describe('a success', () => {
	test.each([undefined, null, '', ' ', 0, {}, [], [''], ['a', null], true])(
		'whose ID is %j is none: what was created is looked for',
		async (id) => {
			const t = things();
			t.answers = [{ id: id as string, order: 'CS1', more: { a: 1 } }];
			const failure = await thrownBy(t.create());
			expect(failure.mayHaveHappened).toBe(true);
			expect(failure.message).toContain('does not say what was created');
			// An order's number may be all that leads to what was created.
			expect(t.notes[0]).toContain('order CS1, more {"a":1}');
			expect(failure.details.vendorMessage).toContain('order CS1');
		},
	);

	test('without any content has nothing for the log', async () => {
		const t = things();
		t.answers = [{}];
		const failure = await thrownBy(t.create());
		expect(failure.details.vendorMessage).toBeUndefined();
		expect(t.notes).toHaveLength(1);
	});

	test.each(['a', 7, ['a', 'b']])('whose ID is %j is one', async (id) => {
		const t = things();
		t.answers = [{ id }];
		expect(await t.create()).toEqual([{ json: { id, created: true } }]);
	});

	test('of which one part has no ID is none', async () => {
		const outcome = () => [{ json: { id: 'a' } }, { json: {} }];
		const t = things({ operation: { outcome } });
		expect((await thrownBy(t.create())).message).toContain('does not say what was created');
	});

	test('of which no part says what was created is none', async () => {
		const t = things({ operation: { outcome: () => [] } });
		expect((await thrownBy(t.create())).message).toContain('does not say what was created');
	});

	test('of a batch needs no ID of what failed', async () => {
		const failed = { json: { name: 'b' }, failed: 'the name is taken' };
		const t = things({ operation: { outcome: () => [{ json: { id: 'a' } }, failed] } });
		expect(await t.create()).toEqual([{ json: { id: 'a', created: true } }, failed]);
	});
});
