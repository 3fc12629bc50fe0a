import type {
	Completion,
	WaitLimits,
	Observation,
} from '../../../../../nodes/shared/contract/completion';
import type { OperationContext } from '../../../../../nodes/shared/contract/context';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { pause, TIMES } from '../../../../../nodes/shared/request/clock';
import { waitFor } from '../../../../../nodes/shared/run/waitFor';
import { operationContext } from '../../../../support/operationContext';
import { VirtualClock } from '../../../../support/virtualClock';

const HOUR = 3_600_000;

let clock: VirtualClock;
let notes: string[];
beforeEach(() => {
	clock = new VirtualClock();
	notes = [];
});
afterEach(() => clock.close());

const item = (signal?: AbortSignal): OperationContext =>
	operationContext({ clock, signal, note: (text) => void notes.push(text) });

/** Observations in order, of which the last one stays, and when each was made. A failure is thrown. */
function observing(given: Array<Observation | Failure>, more: Partial<Completion> = {}) {
	const times: number[] = [];
	const observe = jest.fn(async () => {
		const seen = given[Math.min(times.length, given.length - 1)];
		times.push(clock.passed);
		if (seen instanceof Failure) throw seen;
		return await Promise.resolve(seen);
	});
	const completion: Completion = {
		first: 30,
		every: 10,
		observe,
		isReached: (seen) => seen.at(-1)?.kind === 'ready',
		subject: ({ id }) => `thing ${String(id)}`,
		...more,
	};
	return { observe, times, completion };
}
const pending: Observation = { status: 'MAKING', kind: 'pending' };
const ready: Observation = { status: 'THERE', kind: 'ready', record: { address: 'x' } };
const failed: Observation = { status: 'BROKEN', kind: 'failed', record: { reason: 'no room' } };
const limits: WaitLimits = { maximum: HOUR, interval: undefined, whenTimeRunsOut: 'fail' };

describe('waiting', () => {
	test('ends when it is reached, with what was seen last', async () => {
		const { times, completion } = observing([pending, pending, ready]);
		expect(await waitFor(item(), completion, { id: 7, kept: true }, limits)).toEqual({
			id: 7,
			kept: true,
			address: 'x',
			status: 'THERE',
			completed: true,
		});
		expect(times).toEqual([30_000, 40_000, 50_000]);
		expect(notes).toEqual(['thing 7 is MAKING', 'thing 7 is THERE']);
	});

	test('tells what the operation says of the end, which a shortened record would not', async () => {
		const told = jest.fn(({ status }: Observation) => ({ note: `it is ${status}` }));
		const { completion } = observing([pending, ready], { told });
		const waited = await waitFor(item(), completion, { id: 7 }, limits);
		expect(waited).toMatchObject({ id: 7, address: 'x', note: 'it is THERE' });
		expect(told.mock.calls).toEqual([[expect.objectContaining(ready)]]);
	});

	test('tells nothing of what was never seen', async () => {
		const told = jest.fn(() => ({ note: 'seen' }));
		const { completion } = observing([new Failure('broken', 'no')], { told });
		const passing = { ...limits, maximum: 60_000, whenTimeRunsOut: 'passOn' as const };
		expect(await waitFor(item(), completion, { id: 7 }, passing)).toEqual({
			id: 7,
			status: 'unknown',
			completed: false,
		});
		expect(told).not.toHaveBeenCalled();
	});

	test('spreads its checks by chance, by a tenth at most', async () => {
		clock.close();
		clock = new VirtualClock({ random: () => 0 });
		const { times, completion } = observing([pending, ready]);
		await waitFor(item(), completion, { id: 7 }, limits);
		expect(times).toEqual([27_000, 36_000]);
	});

	test('goes on through a status that nobody knows', async () => {
		const { completion } = observing([{ status: 'NEW', kind: 'unknown' }, ready]);
		expect((await waitFor(item(), completion, { id: 7 }, limits)).completed).toBe(true);
	});

	test('is not over before anything was seen', async () => {
		const unseen = new Failure('broken', 'no');
		const isReached: Completion['isReached'] = (seen) => seen.at(-1)?.kind !== 'pending';
		const { times, completion } = observing([unseen, pending, ready], { isReached });
		expect(await waitFor(item(), completion, { id: 7 }, limits)).toMatchObject({ status: 'THERE' });
		expect(times).toHaveLength(3);
	});

	test('ends badly with the ID and the reason', async () => {
		const { completion } = observing([pending, pending, failed]);
		await expect(waitFor(item(), completion, { id: 7 }, limits)).rejects.toMatchObject({
			kind: 'unfinished',
			message: 'Thing 7 ended with status BROKEN',
			details: { vendorMessage: 'no room', advice: expect.stringContaining('Some Cloud console') },
		});
	});

	test('ends badly only with what the operation takes for hopeless', async () => {
		const { completion } = observing([failed, ready], { isHopeless: () => false });
		expect((await waitFor(item(), completion, { id: 7 }, limits)).completed).toBe(true);
	});

	test('is not begun where there is nothing to wait for', async () => {
		const { observe, completion } = observing([pending], { needed: () => false });
		expect(await waitFor(item(), completion, { id: 7 }, limits)).toEqual({ id: 7 });
		expect(observe).not.toHaveBeenCalled();
	});

	test('for what was there before begins with a check at once', async () => {
		const { times, completion } = observing([ready], { first: 3600 });
		const waited = await waitFor(item(), completion, { id: 7, created: false }, limits);
		expect(waited.completed).toBe(true);
		expect(times).toEqual([0]);
	});

	test('checks as seldom as the user chose', async () => {
		const { times, completion } = observing([pending, ready]);
		await waitFor(item(), completion, { id: 1 }, { ...limits, interval: 60_000 });
		expect(times).toEqual([60_000, 120_000]);
	});

	test('checks at least as often as the operation needs, whatever the user chose', async () => {
		const { times, completion } = observing([pending, ready], { longest: 2 });
		await waitFor(item(), completion, { id: 1 }, { ...limits, interval: 60_000 });
		expect(times).toEqual([2_000, 4_000]);
	});

	test.each<[string, Observation]>([
		['record', { ...pending, record: { progress: 2 } }],
		['status', { ...pending, status: 'TESTING', record: { progress: 1 } }],
		['kind', { status: 'MAKING', kind: 'unknown', record: { progress: 1 } }],
	])('goes by what was seen last where only its %s is new', async (_, latest) => {
		const first = { ...pending, record: { progress: 1 } };
		const reached = jest.fn<boolean, [Observation[]]>(() => false);
		const { completion } = observing([first, latest], { isReached: reached });
		const passing = { ...limits, maximum: 45_000, whenTimeRunsOut: 'passOn' as const };
		const passed = await waitFor(item(), completion, { id: 7 }, passing);
		expect(passed).toMatchObject({ ...latest.record, status: latest.status });
		expect(reached.mock.calls.at(-1)?.[0].at(-1)).toMatchObject(latest);
	});

	test.each([
		['Ask for the right.', 'It exists.', 'Ask for the right. It exists.'],
		[undefined, 'It exists.', 'It exists.'],
		['Ask for the right.', undefined, 'Ask for the right.'],
		[undefined, undefined, undefined],
	])('that is refused says what to do: %j and %j', async (advice, afterwards, told) => {
		const { completion } = observing([new Failure('refused', 'no', { advice })]);
		const failure: unknown = await waitFor(item(), completion, { id: 7 }, { ...limits, afterwards })
			.then(() => undefined)
			.catch((error: unknown) => error);
		expect(failure).toMatchObject({ kind: 'unfinished', message: 'Waiting for thing 7 ended: no' });
		expect((failure as Failure).details.advice).toBe(told);
	});

	test('holds what stays the same once, however often it is seen', async () => {
		const held: Observation[][] = [];
		const { completion } = observing([], {
			observe: async () => await Promise.resolve({ ...pending, record: { size: [1, 2] } }),
			isReached: (seen) => {
				held.push([...seen]);
				return seen.length === 5;
			},
		});
		await waitFor(item(), completion, { id: 7 }, limits);
		expect(held.at(-1)).toHaveLength(5);
		expect(new Set(held.at(-1)?.map(({ record }) => record)).size).toBe(1);
	});
});

describe('when the time for waiting runs out', () => {
	const short = { ...limits, maximum: 600_000 };

	test('it is a failure that says how far it came', async () => {
		const { times, completion } = observing([pending]);
		await expect(waitFor(item(), completion, { id: 7 }, short)).rejects.toMatchObject({
			kind: 'unfinished',
			message: 'Thing 7 is MAKING after 10 minutes',
		});
		expect(times.at(-1)).toBe(600_000);
	});

	test('it says what was seen last', async () => {
		const testing: Observation = { status: 'TESTING', kind: 'pending' };
		const { completion } = observing([pending, pending, testing]);
		await expect(waitFor(item(), completion, { id: 7 }, short)).rejects.toThrow(
			'Thing 7 is TESTING after 10 minutes',
		);
	});

	test('what was seen is passed on where the user wants that', async () => {
		const passing = { ...short, whenTimeRunsOut: 'passOn' as const };
		const { completion } = observing([pending]);
		expect(await waitFor(item(), completion, { id: 7 }, passing)).toEqual({
			id: 7,
			status: 'MAKING',
			completed: false,
		});
	});

	test('without a single check that worked, that is said', async () => {
		const { completion } = observing([new Failure('broken', 'x')]);
		await expect(
			waitFor(item(), completion, { id: 7 }, { ...short, maximum: 60_000 }),
		).rejects.toThrow('Thing 7 is not visible yet after 1 minute');
	});

	test('at once, there is still one check', async () => {
		const { times, completion } = observing([ready]);
		const waited = await waitFor(item(), completion, { id: 7 }, { ...limits, maximum: 0 });
		expect(waited.completed).toBe(true);
		expect(times).toEqual([0]);
	});

	test('after a part of a millisecond, it is like any other time', async () => {
		const { times, completion } = observing([pending]);
		const maximum = (500 / 7) * 1000;
		const passing = { ...limits, maximum, whenTimeRunsOut: 'passOn' as const };
		expect((await waitFor(item(), completion, { id: 7 }, passing)).completed).toBe(false);
		expect(times.at(-1)).toBeCloseTo(maximum, 6);
	});
});

describe('a check that fails', () => {
	test.each(['throttled', 'unreachable', 'busy', 'broken', 'lost'] as const)(
		'because it was %s costs only that check',
		async (kind) => {
			const { times, completion } = observing([new Failure(kind, 'x'), ready]);
			expect((await waitFor(item(), completion, { id: 7 }, limits)).completed).toBe(true);
			expect(times).toHaveLength(2);
		},
	);

	test('because it was refused ends the waiting, with the ID', async () => {
		const { completion } = observing([new Failure('refused', 'not allowed', { code: 'C' })]);
		await expect(waitFor(item(), completion, { id: 7 }, limits)).rejects.toMatchObject({
			kind: 'unfinished',
			message: 'Waiting for thing 7 ended: not allowed',
			details: { code: 'C' },
		});
	});
});

describe('a stop', () => {
	test('between two checks ends the waiting at once, with the ID', async () => {
		const stop = new AbortController();
		const { observe, completion } = observing([pending]);
		const waiting = waitFor(item(stop.signal), completion, { id: 7 }, limits);
		await clock.sleep(1_000);
		stop.abort();
		await expect(waiting).rejects.toMatchObject({
			kind: 'cancelled',
			message: 'The execution was stopped while waiting for thing 7',
		});
		expect(observe).not.toHaveBeenCalled();
		expect(clock.passed).toBe(1_000);
	});

	test('during a check says the same as one between two checks', async () => {
		const { completion } = observing([new Failure('cancelled', 'The execution was stopped')]);
		await expect(waitFor(item(), completion, { id: 1 }, limits)).rejects.toThrow(
			'The execution was stopped while waiting for thing 1',
		);
	});
});

describe('a check that takes too long', () => {
	const { longest, afterEnd } = TIMES.observation;

	/** A service that answers after an hour, whatever becomes of whoever asked. */
	const hanging = async () => {
		await clock.sleep(HOUR);
		return ready;
	};

	test('is given up soon after the time is over, so that the wait is not longer than asked', async () => {
		const { completion } = observing([pending]);
		const short = { ...limits, maximum: 60_000 };
		await expect(
			waitFor(item(), { ...completion, observe: hanging }, { id: 7 }, short),
		).rejects.toThrow('Thing 7 is not visible yet after 1 minute');
		expect(clock.passed).toBe(60_000 + afterEnd);
	});

	test('costs only that check', async () => {
		const { completion, times } = observing([ready]);
		let isFirst = true;
		const slowOnce: Completion['observe'] = async (...given) => {
			if (!isFirst) return await completion.observe(...given);
			isFirst = false;
			return await hanging();
		};
		const slow = { ...completion, observe: slowOnce };
		expect((await waitFor(item(), slow, { id: 7 }, limits)).completed).toBe(true);
		expect(times).toEqual([30_000 + longest + 10_000]);
	});

	test('sends nothing more, as its retries end with it', async () => {
		const ends: unknown[] = [];
		const retrying: Completion['observe'] = async ({ signal }) => {
			try {
				await pause(clock, HOUR, signal);
				return ready;
			} finally {
				ends.push([signal?.aborted, clock.passed]);
			}
		};
		const { completion } = observing([]);
		const short = { ...limits, maximum: 60_000, whenTimeRunsOut: 'passOn' as const };
		const given = { ...completion, first: 60, observe: retrying };
		expect(await waitFor(item(), given, { id: 7 }, short)).toEqual({
			id: 7,
			status: 'unknown',
			completed: false,
		});
		expect(ends).toEqual([[true, 60_000 + afterEnd]]);
	});
});

test("a stop ends the wait for an observation that never comes, such as another execution's list", async () => {
	const stop = new AbortController();
	const { completion } = observing([], {
		observe: async () => await new Promise<never>(() => undefined),
	});
	const waiting = waitFor(item(stop.signal), completion, { id: 7 }, limits).catch(
		(error: unknown) => error,
	);
	await clock.sleep(40_000);
	const stopped = clock.passed;
	stop.abort();
	expect(await waiting).toMatchObject({ kind: 'cancelled' });
	expect(clock.passed - stopped).toBeLessThan(250);
});
