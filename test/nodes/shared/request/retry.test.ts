import type { FailureKind } from '../../../../nodes/shared/contract/failure';
import { Failure } from '../../../../nodes/shared/contract/failure';
import { backOff, mayRetry, retryTimes, withRetry } from '../../../../nodes/shared/request/retry';

const usual = { ...retryTimes };
beforeAll(() => void Object.assign(retryTimes, { first: 1, longest: 4 }));
afterAll(() => void Object.assign(retryTimes, usual));

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

test.each(TABLE)('%s: read %s, write %s', (kind, read, write) => {
	expect(mayRetry(new Failure(kind, ''), 'read')).toBe(read);
	expect(mayRetry(new Failure(kind, ''), 'write')).toBe(write);
});

test('a wait that is asked for and too long is not taken', () => {
	expect(mayRetry(new Failure('throttled', '', { retryAfter: 60_000 }), 'read')).toBe(true);
	expect(mayRetry(new Failure('throttled', '', { retryAfter: 60_001 }), 'read')).toBe(false);
});

test('waits grow, are spread, have an end and are never shorter than asked for', () => {
	Object.assign(retryTimes, usual);
	for (const [attempt, ceiling] of [
		[0, 500],
		[1, 1000],
		[4, 8000],
		[50, 8000],
	]) {
		const waits = Array.from({ length: 50 }, () => backOff(attempt));
		expect(Math.min(...waits)).toBeGreaterThanOrEqual(ceiling / 2);
		expect(Math.max(...waits)).toBeLessThanOrEqual(ceiling);
		expect(new Set(waits).size).toBeGreaterThan(1);
	}
	expect(backOff(0, 20_000)).toBe(20_000);
	Object.assign(retryTimes, { first: 1, longest: 4 });
});

test('a read is tried five times', async () => {
	const request = jest.fn(async () => await Promise.reject(new Failure('broken', 'no')));
	await expect(withRetry('read', request)).rejects.toThrow('no');
	expect(request).toHaveBeenCalledTimes(5);
});

test('a write that may have happened is sent once', async () => {
	const request = jest.fn(async () => await Promise.reject(new Failure('lost', 'no')));
	await expect(withRetry('write', request)).rejects.toThrow('no');
	expect(request).toHaveBeenCalledTimes(1);
});

test('what is no failure of a request counts as lost', async () => {
	const request = jest.fn(async () => await Promise.reject(new TypeError('a defect')));
	await expect(withRetry('write', request)).rejects.toMatchObject({
		kind: 'lost',
		message: 'a defect',
	});
	expect(request).toHaveBeenCalledTimes(1);
});

test('a stop ends the wait', async () => {
	const stop = new AbortController();
	const request = async () => {
		stop.abort();
		return await Promise.reject(new Failure('throttled', 'no', { retryAfter: 50_000 }));
	};
	await expect(withRetry('write', request, stop.signal)).rejects.toMatchObject({
		kind: 'cancelled',
	});
});
