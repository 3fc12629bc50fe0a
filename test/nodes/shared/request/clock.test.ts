import { pause } from '../../../../nodes/shared/request/clock';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('lasts as long as asked', async () => {
	const start = Date.now();
	const ended = pause(1_234).then(() => Date.now() - start);
	await jest.advanceTimersByTimeAsync(5_000);
	expect(await ended).toBe(1_234);
});

test('a stop ends it within a second, whenever it comes', async () => {
	for (const after of [0, 1, 249, 250, 12_345]) {
		const stop = new AbortController();
		let ended: unknown;
		void pause(3_600_000, stop.signal, 'while waiting for topic orders').catch((error: unknown) => {
			ended = error;
		});
		await jest.advanceTimersByTimeAsync(after);
		expect(ended).toBeUndefined();
		stop.abort();
		await jest.advanceTimersByTimeAsync(1_000);
		expect(ended).toMatchObject({
			kind: 'cancelled',
			message: 'The execution was stopped while waiting for topic orders',
		});
		// Nothing is left that would keep the process alive.
		expect(jest.getTimerCount()).toBe(0);
	}
});
