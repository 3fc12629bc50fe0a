import { defaultMaxListeners, getEventListeners } from 'node:events';

import { inTurn, oneAtATime } from '../../../../../nodes/shared/request/rateLimit';
import { VirtualClock } from '../../../../support/virtualClock';

let clock: VirtualClock;
beforeEach(() => void (clock = new VirtualClock()));
afterEach(() => clock.close());

/** One at a time, and as fast as that goes. */
const ONE = { perSecond: 1e6, atOnce: 1 };

/** A task that lasts until it is told to end. */
function openEnded() {
	let end = () => undefined as void;
	const ended = new Promise<void>((resolve) => (end = resolve));
	return { task: async () => await ended, end: () => end() };
}

describe('tasks that share a rate limit', () => {
	test('are under way no more at once than allowed, in the order in which they asked', async () => {
		const started: number[] = [];
		let underWay = 0;
		let most = 0;
		const task = (index: number) => async () => {
			started.push(index);
			most = Math.max(most, ++underWay);
			await clock.sleep(100);
			underWay--;
		};
		const pace = { perSecond: 1e6, atOnce: 3 };
		await Promise.all(
			Array.from({ length: 9 }, (_, i) => inTurn('at once', pace, task(i), { clock })),
		);
		expect(most).toBe(3);
		expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
	});

	test('start no faster than the rate', async () => {
		const times: number[] = [];
		const task = async () => void times.push(clock.passed);
		const pace = { perSecond: 2, atOnce: 8 };
		await Promise.all(Array.from({ length: 4 }, () => inTurn('rate', pace, task, { clock })));
		expect(times).toEqual([0, 500, 1000, 1500]);
	});

	test('do not make up for a time in which nobody asked', async () => {
		const times: number[] = [];
		const task = async () => void times.push(clock.passed);
		const pace = { perSecond: 2, atOnce: 8 };
		await inTurn('idle', pace, task, { clock });
		await clock.sleep(10_000);
		await Promise.all(Array.from({ length: 3 }, () => inTurn('idle', pace, task, { clock })));
		expect(times).toEqual([0, 10_000, 10_500, 11_000]);
	});

	test('do not hold up those of another key', async () => {
		const { task, end } = openEnded();
		const slow = inTurn('slow', ONE, task, { clock });
		const other = inTurn('other', ONE, async () => 'done', { clock });
		await expect(other).resolves.toBe('done');
		end();
		await slow;
	});

	test('give their turn on when they fail', async () => {
		const failing = inTurn('fails', ONE, async () => await Promise.reject(new Error('no')), {
			clock,
		});
		const next = inTurn('fails', ONE, async () => 'done', { clock });
		await expect(failing).rejects.toThrow('no');
		await expect(next).resolves.toBe('done');
	});
});

describe('a task whose execution is stopped', () => {
	test('leaves the queue at once, is not run and holds nobody up', async () => {
		const stop = new AbortController();
		const first = openEnded();
		const running = inTurn('stopped', ONE, first.task, { clock });
		const task = jest.fn(async () => undefined);
		const stopped = inTurn('stopped', ONE, task, { clock, signal: stop.signal });
		const third = inTurn('stopped', ONE, async () => 'done', { clock });
		stop.abort();
		// Although the one before it is not done yet.
		await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
		first.end();
		await running;
		await expect(third).resolves.toBe('done');
		expect(task).not.toHaveBeenCalled();
	});

	test('while the rate holds it back is not run and gives its turn on', async () => {
		const pace = { perSecond: 1, atOnce: 1 };
		const stop = new AbortController();
		await inTurn('paced', pace, async () => undefined, { clock });
		const task = jest.fn(async () => undefined);
		const stopped = inTurn('paced', pace, task, { clock, signal: stop.signal });
		const next = inTurn('paced', pace, async () => clock.passed, { clock });
		await clock.sleep(100);
		stop.abort();
		await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
		expect(clock.passed).toBe(100);
		await expect(next).resolves.toBe(2_000);
		expect(task).not.toHaveBeenCalled();
	});

	test('before it asked is not even queued', async () => {
		const task = jest.fn(async () => undefined);
		const signal = AbortSignal.abort();
		await expect(inTurn('before', ONE, task, { clock, signal })).rejects.toMatchObject({
			kind: 'cancelled',
		});
		expect(task).not.toHaveBeenCalled();
		await expect(inTurn('before', ONE, async () => 'done', { clock })).resolves.toBe('done');
	});

	test('is told what was waited for', async () => {
		const signal = AbortSignal.abort();
		const waiting = { clock, signal, when: 'while waiting for its turn' };
		await expect(inTurn('told', ONE, async () => undefined, waiting)).rejects.toThrow(
			'The execution was stopped while waiting for its turn',
		);
	});
});

describe('one at a time', () => {
	test('runs the tasks of a key one after another, in the order in which they asked', async () => {
		const seen: string[] = [];
		const task = (name: string, duration: number) => async () => {
			seen.push(`${name} begins`);
			await clock.sleep(duration);
			seen.push(`${name} ends`);
			return name;
		};
		const names = await Promise.all([
			oneAtATime('key', task('a', 300), { clock }),
			oneAtATime('key', task('b', 100), { clock }),
			oneAtATime('key', task('c', 0), { clock }),
		]);
		expect(names).toEqual(['a', 'b', 'c']);
		expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
		expect(clock.passed).toBe(400);
	});

	test('does not hold up another key, nor requests that have a turn of the same name', async () => {
		const { task, end } = openEnded();
		const slow = oneAtATime('held', task, { clock });
		await expect(oneAtATime('free', async () => 'a', { clock })).resolves.toBe('a');
		await expect(inTurn('held', ONE, async () => 'b', { clock })).resolves.toBe('b');
		end();
		await slow;
	});

	test('goes on with the next one when a task fails', async () => {
		const failing = oneAtATime('fails', async () => await Promise.reject(new Error('no')), {
			clock,
		});
		const next = oneAtATime('fails', async () => 'done', { clock });
		await expect(failing).rejects.toThrow('no');
		await expect(next).resolves.toBe('done');
	});

	test('lets a stopped one leave the queue at once, and says what it was waiting for', async () => {
		const stop = new AbortController();
		const first = openEnded();
		const running = oneAtATime('stopped', first.task, { clock });
		const task = jest.fn(async () => undefined);
		const stopped = oneAtATime('stopped', task, { clock, signal: stop.signal });
		const third = oneAtATime('stopped', async () => 'done', { clock });
		stop.abort();
		await expect(stopped).rejects.toMatchObject({
			kind: 'cancelled',
			message: 'The execution was stopped while another execution was creating the same resource',
		});
		first.end();
		await running;
		await expect(third).resolves.toBe('done');
		expect(task).not.toHaveBeenCalled();
	});
});

test('many names that are created one at a time leave the pace of requests as it is', async () => {
	const clock = new VirtualClock();
	const slow = { perSecond: 1, atOnce: 8 };
	const moment = async () => await Promise.resolve(clock.passed);
	await inTurn('pace beside names', slow, moment, { clock });
	for (let n = 0; n < 1500; n++) await oneAtATime(`name ${n}`, moment, { clock });
	await inTurn('another lane', slow, moment, { clock });
	expect(await inTurn('pace beside names', slow, moment, { clock })).toBe(1000);
	clock.close();
});

test('whoever leaves the queue frees no place in it', async () => {
	const first = openEnded();
	const stop = new AbortController();
	const running = inTurn('left', ONE, first.task, { clock });
	const left = inTurn('left', ONE, first.task, { clock, signal: stop.signal });
	stop.abort();
	await expect(left).rejects.toThrow('stopped');
	const third = jest.fn(async () => await Promise.resolve());
	const waiting = inTurn('left', ONE, third, { clock });
	await clock.sleep(10);
	expect(third).not.toHaveBeenCalled();
	first.end();
	await Promise.all([running, waiting]);
	expect(third).toHaveBeenCalledTimes(1);
});

test('a stop takes nobody out of the queue but who waits in it', async () => {
	const [first, second] = [openEnded(), openEnded()];
	const stop = new AbortController();
	const running = inTurn('others', ONE, first.task, { clock });
	const entered = inTurn('others', ONE, second.task, { clock, signal: stop.signal });
	const third = inTurn('others', ONE, async () => await Promise.resolve('third'), { clock });
	first.end();
	await running;
	// The second one is no longer in the queue, but at work.
	await clock.sleep(10);
	stop.abort();
	second.end();
	await entered;
	expect(await third).toBe('third');
});

test('a limit that is in use is not forgotten, however many others there are', async () => {
	const first = openEnded();
	const running = inTurn('in use', ONE, first.task, { clock });
	for (let other = 0; other < 1_001; other++) {
		await inTurn(`other ${other}`, ONE, async () => await Promise.resolve(), { clock });
	}
	const second = jest.fn(async () => await Promise.resolve());
	const waiting = inTurn('in use', ONE, second, { clock });
	await clock.sleep(10);
	expect(second).not.toHaveBeenCalled();
	first.end();
	await Promise.all([running, waiting]);
});

test('a queue that somebody is still in is not begun anew for who comes later', async () => {
	const [first, second] = [openEnded(), openEnded()];
	const one = oneAtATime('queue', first.task, { clock });
	const two = oneAtATime('queue', second.task, { clock });
	first.end();
	await one;
	const third = jest.fn(async () => await Promise.resolve());
	const three = oneAtATime('queue', third, { clock });
	await clock.sleep(10);
	expect(third).not.toHaveBeenCalled();
	second.end();
	await Promise.all([two, three]);
});

test('who is stopped in the moment of his turn hands it on', async () => {
	const first = openEnded();
	const running = inTurn('handed on', ONE, first.task, { clock });
	// Stopped between being let in and going on.
	let looks = 0;
	const { signal } = new AbortController();
	Object.defineProperty(signal, 'aborted', { get: () => looks++ > 0 });
	const task = jest.fn(async () => await Promise.resolve());
	const stopped = inTurn('handed on', ONE, task, { clock, signal });
	const last = inTurn('handed on', ONE, async () => await Promise.resolve('last'), { clock });
	first.end();
	await expect(stopped).rejects.toThrow('stopped');
	expect(await last).toBe('last');
	await running;
	expect(task).not.toHaveBeenCalled();
});

test('a hundred tasks of one execution wait without a warning of Node.js, and all leave at a stop', async () => {
	const first = openEnded();
	const running = inTurn('hundred', ONE, first.task, { clock });
	const stop = new AbortController();
	const { signal } = stop;
	const task = jest.fn(async () => await Promise.resolve());
	const waiting = Array.from({ length: 100 }, () =>
		inTurn('hundred', ONE, task, { clock, signal }),
	);
	// Node.js warns of a leak in n8n's log if there are more.
	expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(defaultMaxListeners);
	stop.abort();
	const results = await Promise.allSettled(waiting);
	for (const result of results) expect(result).toMatchObject({ reason: { kind: 'cancelled' } });
	first.end();
	await running;
	expect(task).not.toHaveBeenCalled();
});
