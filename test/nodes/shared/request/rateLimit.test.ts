import { inTurn } from '../../../../nodes/shared/request/rateLimit';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const quick = { perSecond: 1000, atOnce: 100 };

test('no more than allowed are under way at once, in the order in which they asked', async () => {
	const started: number[] = [];
	let now = 0;
	let most = 0;
	const task = (index: number) => async () => {
		started.push(index);
		most = Math.max(most, ++now);
		await new Promise((resolve) => setTimeout(resolve, 100));
		now--;
	};
	const all = Array.from({ length: 9 }, (_, i) =>
		inTurn('at once', { perSecond: 1e6, atOnce: 3 }, task(i)),
	);
	await jest.advanceTimersByTimeAsync(1000);
	await Promise.all(all);
	expect(most).toBe(3);
	expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('starts are spread by the rate', async () => {
	const start = Date.now();
	const times: number[] = [];
	const task = async () => void times.push(Date.now() - start);
	const all = Array.from({ length: 4 }, () => inTurn('rate', { perSecond: 2, atOnce: 8 }, task));
	await jest.advanceTimersByTimeAsync(3000);
	await Promise.all(all);
	expect(times).toEqual([0, 500, 1000, 1500]);
});

test('lanes do not hold each other up', async () => {
	void inTurn('slow', { perSecond: 1, atOnce: 1 }, async () => await new Promise(() => undefined));
	await expect(inTurn('other', quick, async () => await Promise.resolve('done'))).resolves.toBe(
		'done',
	);
});

test('a task that fails gives its place on', async () => {
	const one = { perSecond: 1e6, atOnce: 1 };
	const failing = inTurn('fails', one, async () => await Promise.reject(new Error('no')));
	const next = inTurn('fails', one, async () => await Promise.resolve('done'));
	await expect(failing).rejects.toThrow('no');
	await jest.advanceTimersByTimeAsync(10);
	await expect(next).resolves.toBe('done');
});

test('a stopped one is not run, and holds nobody up', async () => {
	const one = { perSecond: 1e6, atOnce: 1 };
	const stop = new AbortController();
	let finish = () => undefined as void;
	const first = inTurn(
		'stopped',
		one,
		async () => await new Promise<void>((resolve) => (finish = resolve)),
	);
	const task = jest.fn(async () => await Promise.resolve());
	const second = inTurn('stopped', one, task, stop.signal);
	const third = inTurn('stopped', one, async () => await Promise.resolve('done'));
	stop.abort();
	// Although the one before it is not done yet.
	await expect(second).rejects.toMatchObject({ kind: 'cancelled' });
	finish();
	await first;
	await jest.advanceTimersByTimeAsync(10);
	await expect(third).resolves.toBe('done');
	expect(task).not.toHaveBeenCalled();
});
