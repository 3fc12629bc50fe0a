import {
	TIMES,
	pause,
	systemClock,
	throwIfCancelled,
} from '../../../../../nodes/shared/request/clock';
import { VirtualClock } from '../../../../support/virtualClock';

const HOUR = 3_600_000;

/** Longest that a timer of the system can run, milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

describe("the system's clock", () => {
	beforeEach(() => void jest.useFakeTimers({ now: 1_000_000 }));
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});

	/** Begins to sleep; gives how long that took, as soon as it is over. */
	const asleep = (duration: number, signal?: AbortSignal) => {
		const start = systemClock.monotonic();
		const sleep: { lasted?: number } = {};
		void systemClock.sleep(duration, signal).then(() => {
			sleep.lasted = systemClock.monotonic() - start;
		});
		return sleep;
	};

	test.each([1, 249, 250, 251, 1_234, HOUR])(
		'sleeps for %d ms, and not longer',
		async (duration) => {
			const sleep = asleep(duration);
			await jest.advanceTimersByTimeAsync(duration - 1);
			expect(sleep.lasted).toBeUndefined();
			await jest.advanceTimersByTimeAsync(1);
			expect(sleep.lasted).toBe(duration);
			expect(jest.getTimerCount()).toBe(0);
		},
	);

	test.each([0, -5])('sleeps for no time when it is asked for %d ms', async (duration) => {
		const sleep = asleep(duration);
		await jest.advanceTimersByTimeAsync(0);
		expect(sleep.lasted).toBe(0);
	});

	test('does not wake up early from a part of a millisecond', async () => {
		const sleep = asleep(1_000 / 3);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(sleep.lasted).toBeGreaterThanOrEqual(1_000 / 3);
		expect(sleep.lasted).toBeLessThan(335);
	});

	test.each([LONGEST_TIMER + 1, 2 ** 53, Infinity])(
		'still sleeps after an hour of %d ms, which no timer can hold',
		async (duration) => {
			const stop = new AbortController();
			const sleep = asleep(duration, stop.signal);
			await jest.advanceTimersByTimeAsync(HOUR);
			expect(sleep.lasted).toBeUndefined();
			stop.abort();
			await jest.advanceTimersByTimeAsync(250);
			expect(sleep.lasted).toBeDefined();
		},
	);

	test.each([0, 1, 249, 250, 12_345])(
		'wakes up within 250 ms of a stop after %d ms, and leaves no timer',
		async (after) => {
			const stop = new AbortController();
			const sleep = asleep(HOUR, stop.signal);
			await jest.advanceTimersByTimeAsync(after);
			expect(sleep.lasted).toBeUndefined();
			stop.abort();
			await jest.advanceTimersByTimeAsync(250);
			expect(sleep.lasted).toBeLessThanOrEqual(after + 250);
			// Nothing is left that would keep the process alive.
			expect(jest.getTimerCount()).toBe(0);
		},
	);

	test("tells the system's time, and never goes back with it", async () => {
		const before = systemClock.monotonic();
		expect(systemClock.now()).toBe(1_000_000);
		await jest.advanceTimersByTimeAsync(10);
		jest.setSystemTime(500);
		expect(systemClock.now()).toBe(500);
		expect(systemClock.monotonic()).toBe(before + 10);
	});

	test.each([
		[(50 / 7) * 1000, 7_143],
		[0, 0],
		[HOUR, HOUR],
	])('has a time-out after %d ms in whole milliseconds', (duration, whole) => {
		const signal = AbortSignal.abort();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(signal);
		expect(systemClock.timeout(duration)).toBe(signal);
		expect(timeout).toHaveBeenCalledWith(whole);
	});

	test('spreads by chance, and follows the time tables of the package', () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.25);
		expect(systemClock.random()).toBe(0.25);
		expect(systemClock.times).toBe(TIMES);
	});
});

describe('a pause', () => {
	let clock: VirtualClock;
	beforeEach(() => void (clock = new VirtualClock()));
	afterEach(() => clock.close());

	test('lasts as long as asked', async () => {
		await pause(clock, 1_234);
		expect(clock.passed).toBe(1_234);
	});

	test.each([0, -1])('of %d ms does not even sleep', async (duration) => {
		const sleep = jest.spyOn(clock, 'sleep');
		await pause(clock, duration);
		expect(sleep).not.toHaveBeenCalled();
	});

	test.each([0, 1, 249, 250, 12_345])(
		'ends with a stop after %d ms, which it says, with what was going on',
		async (after) => {
			const stop = new AbortController();
			const paused = pause(clock, HOUR, stop.signal, 'while waiting for topic orders');
			if (after > 0) await clock.sleep(after);
			stop.abort();
			await expect(paused).rejects.toMatchObject({
				kind: 'cancelled',
				message: 'The execution was stopped while waiting for topic orders',
				details: { advice: expect.stringContaining('Nothing was sent after that') },
			});
			expect(clock.passed).toBe(after);
		},
	);

	test.each([0, HOUR])('of %d ms after a stop does not even sleep', async (duration) => {
		const sleep = jest.spyOn(clock, 'sleep');
		await expect(pause(clock, duration, AbortSignal.abort())).rejects.toMatchObject({
			kind: 'cancelled',
			message: 'The execution was stopped',
		});
		expect(sleep).not.toHaveBeenCalled();
	});
});

test('without a stop, or without a signal, nothing counts as cancelled', () => {
	expect(() => throwIfCancelled(undefined)).not.toThrow();
	expect(() => throwIfCancelled(new AbortController().signal)).not.toThrow();
});

describe('the time tables', () => {
	const seconds = (pauses: readonly number[]) =>
		pauses.reduce((sum, pause) => sum + pause, 0) / 1_000;

	test('search as long as the lists of the clouds lag', () => {
		const { search, slowSearch, missing, order, listingLag } = TIMES;
		expect(seconds(search)).toBe(12);
		expect(seconds([...search, ...slowSearch])).toBe(57);
		expect(seconds(missing)).toBe(10);
		expect(seconds(order)).toBe(60);
		expect(seconds([listingLag])).toBe(60);
	});

	test('give a response and a poll five minutes, and an observation two', () => {
		const { answer, poll, observation } = TIMES;
		expect(seconds([answer])).toBe(300);
		expect(seconds([poll])).toBe(300);
		expect(seconds([observation.longest])).toBe(120);
		expect(seconds([observation.afterEnd])).toBe(10);
	});
});

test('a time that no timer can hold does not come at once', () => {
	const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
	for (const duration of [1.5, 2 ** 40, Infinity]) systemClock.timeout(duration);
	expect(timeout.mock.calls).toEqual([[2], [LONGEST_TIMER], [LONGEST_TIMER]]);
	timeout.mockRestore();
});
