import type { FailureKind } from '../../../../../nodes/shared/contract/failure';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import { TIMES } from '../../../../../nodes/shared/request/clock';
import { backOff, mayRetry, withRetry } from '../../../../../nodes/shared/request/retry';
import { VirtualClock } from '../../../../support/virtualClock';

let clock: VirtualClock;
const start = (...options: ConstructorParameters<typeof VirtualClock>) => {
	clock = new VirtualClock(...options);
	return clock;
};
afterEach(() => clock?.close());

const TABLE: Array<[FailureKind, read: boolean, write: boolean]> = [
	['notSent', false, false],
	['unreachable', true, true],
	['throttled', true, true],
	['busy', true, true],
	['refused', false, false],
	['broken', true, false],
	['lost', true, false],
	['cancelled', false, false],
	['unfinished', false, false],
];

test.each(TABLE)(
	'whether a request that was %s may be sent again: read %s, write %s',
	(kind, read, write) => {
		expect(mayRetry(new Failure(kind, ''), 'read', TIMES.retry)).toBe(read);
		expect(mayRetry(new Failure(kind, ''), 'write', TIMES.retry)).toBe(write);
	},
);

test('a request is not sent again when the service asks for a wait that is too long', () => {
	const asked = (retryAfter: number) => new Failure('throttled', '', { retryAfter });
	expect(mayRetry(asked(60_000), 'read', TIMES.retry)).toBe(true);
	expect(mayRetry(asked(60_001), 'read', TIMES.retry)).toBe(false);
});

describe('the waits between tries', () => {
	test.each([
		[0, 500],
		[1, 1000],
		[4, 8000],
		[50, 8000],
	])('after try %d are at most %d ms, and by chance down to half of it', (attempt, ceiling) => {
		for (const [random, part] of [
			[0, 0.5],
			[0.5, 0.75],
			[1, 1],
		]) {
			expect(backOff(start({ random: () => random }), attempt)).toBe(ceiling * part);
			clock.close();
		}
	});

	test('are never shorter than what the service asks for', () => {
		expect(backOff(start(), 0, 20_000)).toBe(20_000);
	});
});

describe('a request that fails', () => {
	/** A request that always fails so, and when it was sent. */
	const failing = (error: Error) => {
		const times: number[] = [];
		const request = async () => {
			times.push(clock.passed);
			return await Promise.reject(error);
		};
		return { times, request };
	};

	test('is tried five times when it only reads, after longer and longer waits', async () => {
		const { times, request } = failing(new Failure('broken', 'no'));
		await expect(withRetry(start(), 'read', request)).rejects.toThrow('no');
		// Each wait is three quarters of its ceiling: 500, 1,000, 2,000 and 4,000 ms.
		expect(times).toEqual([0, 375, 1_125, 2_625, 5_625]);
	});

	test('is sent again not before the moment for which the service asks', async () => {
		const { times, request } = failing(new Failure('throttled', 'no', { retryAfter: 50_000 }));
		await expect(withRetry(start(), 'write', request)).rejects.toThrow('no');
		expect(times).toEqual([0, 50_000, 100_000, 150_000, 200_000]);
	});

	test('is tried as often as the time table says', async () => {
		const { times, request } = failing(new Failure('broken', 'no'));
		const retry = { ...TIMES.retry, attempts: 2 };
		await expect(withRetry(start({ times: { retry } }), 'read', request)).rejects.toThrow('no');
		expect(times).toHaveLength(2);
	});

	test('is sent once when it is a write that may have happened', async () => {
		const { times, request } = failing(new Failure('lost', 'no'));
		await expect(withRetry(start(), 'write', request)).rejects.toThrow('no');
		expect(times).toEqual([0]);
	});

	test('counts as lost when what it threw is no failure, so that a write is sent once', async () => {
		const { times, request } = failing(new TypeError('a defect'));
		await expect(withRetry(start(), 'write', request)).rejects.toMatchObject({
			kind: 'lost',
			message: 'a defect',
		});
		expect(times).toEqual([0]);
	});

	test('gives what it gives when a later try succeeds', async () => {
		let tries = 0;
		const request = async () => {
			if (++tries < 3) throw new Failure('throttled', 'no');
			return 'done';
		};
		await expect(withRetry(start(), 'write', request)).resolves.toBe('done');
	});
});

describe('a stop', () => {
	const refusing = (stop: AbortController) =>
		jest.fn(async () => {
			stop.abort();
			return await Promise.reject(new Failure('throttled', 'no', { retryAfter: 50_000 }));
		});

	test('during a try ends it without another one', async () => {
		const stop = new AbortController();
		const request = refusing(stop);
		await expect(withRetry(start(), 'write', request, stop.signal)).rejects.toMatchObject({
			kind: 'cancelled',
		});
		expect(request).toHaveBeenCalledTimes(1);
		expect(clock.passed).toBe(0);
	});

	test('between two tries ends the wait', async () => {
		const stop = new AbortController();
		const request = jest.fn(
			async () => await Promise.reject(new Failure('throttled', 'no', { retryAfter: 50_000 })),
		);
		const tried = withRetry(start(), 'write', request, stop.signal);
		await clock.sleep(100);
		stop.abort();
		await expect(tried).rejects.toMatchObject({ kind: 'cancelled' });
		expect(request).toHaveBeenCalledTimes(1);
		expect(clock.passed).toBe(100);
	});
});
