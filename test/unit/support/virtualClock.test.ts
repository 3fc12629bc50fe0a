import { createServer, get, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { TIMES } from '../../../nodes/shared/request/clock';
import { until } from '../../support/until';
import { VirtualClock } from '../../support/virtualClock';

const HOUR = 3_600_000;

let clock: VirtualClock;
const start = (...options: ConstructorParameters<typeof VirtualClock>) => {
	clock = new VirtualClock(...options);
	return clock;
};
afterEach(() => clock.close());

/** More turns of the event loop than a clock needs that may go on. */
const turns = async (): Promise<void> => {
	for (let turn = 0; turn < 20; turn++) await nextTurn();
};

/** Sleeps, and then notes who it was and when. */
const sleeper = async (woken: string[], name: string, duration: number, signal?: AbortSignal) => {
	await clock.sleep(duration, signal);
	woken.push(`${name} at ${clock.passed}`);
};

describe('a virtual clock', () => {
	test('jumps to the next moment when everybody sleeps, so that an hour takes no real time', async () => {
		const { now, monotonic, sleep } = start({ start: 1_000 });
		const before = monotonic();
		await sleep(HOUR);
		expect([now(), monotonic() - before, clock.passed]).toEqual([1_000 + HOUR, HOUR, HOUR]);
	});

	test('wakes up sleepers in the order of their times, not of their falling asleep', async () => {
		start();
		const woken: string[] = [];
		await Promise.all([
			sleeper(woken, 'late', 300),
			sleeper(woken, 'early', 100),
			sleeper(woken, 'middle', 200),
		]);
		expect(woken).toEqual(['early at 100', 'middle at 200', 'late at 300']);
	});

	test('wakes up sleepers of one moment in the order in which they fell asleep', async () => {
		start();
		const woken: string[] = [];
		const names = ['a', 'b', 'c', 'd'];
		await Promise.all(names.map(async (name) => await sleeper(woken, name, 100)));
		expect(woken).toEqual(names.map((name) => `${name} at 100`));
	});

	test('lets whoever wakes up fall asleep again before a later one wakes up', async () => {
		start();
		const woken: string[] = [];
		const often = async () => {
			for (let n = 0; n < 3; n++) await sleeper(woken, 'often', 100);
		};
		await Promise.all([sleeper(woken, 'once', 250), often()]);
		expect(woken).toEqual(['often at 100', 'often at 200', 'once at 250', 'often at 300']);
	});

	test('takes a sleep of no time, of less than none and of a part of a millisecond', async () => {
		const { sleep, now } = start({ start: 7 });
		await sleep(0);
		await sleep(-5);
		await sleep(0.25);
		expect([clock.passed, now()]).toEqual([0.25, 7]);
	});

	test.each([
		[undefined, TIMES],
		[{ poll: 1 }, { ...TIMES, poll: 1 }],
	])('has the time tables of the package, except for those given: %j', (times, expected) => {
		expect(start({ times }).times).toEqual(expected);
	});

	test.each([
		[undefined, 0.5],
		[() => 0.1, 0.1],
	])('leaves nothing to chance unless it is given one', (random, expected) => {
		expect(start({ random }).random()).toBe(expected);
	});
});

describe('a time-out on a virtual clock', () => {
	test('comes at its own moment when a sleeper makes time pass', async () => {
		const { timeout, sleep } = start();
		const signal = timeout(10);
		let at: number | undefined;
		signal.addEventListener('abort', () => (at = clock.passed));
		await sleep(60);
		expect([at, clock.passed]).toEqual([10, 60]);
		expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
	});

	test('does not come before its moment', async () => {
		const { timeout, sleep } = start();
		const signal = timeout(61);
		await sleep(60);
		expect(signal.aborted).toBe(false);
	});

	test('alone makes no time pass', async () => {
		const signal = start().timeout(10);
		await turns();
		expect([signal.aborted, clock.passed]).toEqual([false, 0]);
		clock.advance(10);
		expect(signal.aborted).toBe(true);
	});

	test('goes before a sleeper of the same moment', async () => {
		const { timeout, sleep } = start();
		const signal = timeout(10);
		await sleep(10);
		expect(signal.aborted).toBe(true);
	});

	test('wakes up whoever sleeps with its signal', async () => {
		const { timeout } = start();
		const woken: string[] = [];
		await Promise.all([
			sleeper(woken, 'patient', 20),
			sleeper(woken, 'impatient', HOUR, timeout(10)),
		]);
		expect(woken).toEqual(['impatient at 10', 'patient at 20']);
		await turns();
		// Nobody sleeps until then any more.
		expect(clock.passed).toBe(20);
	});
});

describe('a signal', () => {
	test('wakes up its own sleeper at once, and nobody else', async () => {
		start({ auto: false });
		const woken: string[] = [];
		const stop = new AbortController();
		const stopped = sleeper(woken, 'stopped', HOUR, stop.signal);
		const other = sleeper(woken, 'other', 50);
		stop.abort();
		await stopped;
		expect(woken).toEqual(['stopped at 0']);
		clock.advance(50);
		await other;
		expect(woken).toEqual(['stopped at 0', 'other at 50']);
	});

	test('that came before keeps nobody asleep', async () => {
		await start({ auto: false }).sleep(HOUR, AbortSignal.abort());
		clock.auto = true;
		await turns();
		expect(clock.passed).toBe(0);
	});
});

describe('a clock that only a test moves', () => {
	test('stands still although everybody sleeps', async () => {
		start({ auto: false });
		const woken: string[] = [];
		void sleeper(woken, 'a', 10);
		await turns();
		expect([woken, clock.passed]).toEqual([[], 0]);
	});

	test('wakes up whoever is due when it is advanced, in order', async () => {
		start({ auto: false });
		const woken: string[] = [];
		void sleeper(woken, 'c', 30);
		void sleeper(woken, 'b', 20);
		void sleeper(woken, 'a', 10);
		clock.advance(9);
		await turns();
		expect(woken).toEqual([]);
		clock.advance(11);
		await turns();
		expect(woken).toEqual(['a at 20', 'b at 20']);
		clock.advance(10);
		await turns();
		expect(woken).toEqual(['a at 20', 'b at 20', 'c at 30']);
	});

	test('goes on by itself as soon as it is let', async () => {
		start({ auto: false });
		const woken: string[] = [];
		const asleep = sleeper(woken, 'a', 10);
		await turns();
		clock.auto = true;
		await asleep;
		expect(woken).toEqual(['a at 10']);
	});
});

describe('while a request of the process is under way', () => {
	let server: Server;
	let answers: ServerResponse[];
	beforeEach(async () => {
		answers = [];
		server = createServer((_request, answer) => void answers.push(answer));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => {
		server.closeAllConnections();
		server.close();
	});

	/** Sends a request; resolves when its answer is there. */
	const request = async () =>
		await new Promise<void>((resolve, reject) => {
			const { port } = server.address() as AddressInfo;
			get({ port, host: '127.0.0.1', agent: false }, (answer) =>
				answer.resume().on('end', resolve),
			).on('error', reject);
		});

	test('time stands still, and goes on with the answer', async () => {
		start();
		const woken: string[] = [];
		const answered = request();
		const asleep = sleeper(woken, 'a', 10);
		await until('the request', () => answers.length === 1);
		await turns();
		expect([woken, clock.passed]).toEqual([[], 0]);
		answers[0].end();
		await Promise.all([answered, asleep]);
		expect(woken).toEqual(['a at 10']);
	});

	test('time stands still until the last of several has its answer', async () => {
		start();
		const woken: string[] = [];
		const both = Promise.all([request(), request()]);
		const asleep = sleeper(woken, 'a', 10);
		await until('both requests', () => answers.length === 2);
		answers[0].end();
		await turns();
		expect(clock.passed).toBe(0);
		answers[1].end();
		await Promise.all([both, asleep]);
		expect(woken).toEqual(['a at 10']);
	});

	test('time goes on when the other end holds back the request itself', async () => {
		start();
		const woken: string[] = [];
		clock.of({ held: 1, urls: [] });
		const answered = request();
		const signal = clock.timeout(5);
		await sleeper(woken, 'a', 10);
		expect([woken, signal.aborted]).toEqual([['a at 10'], true]);
		await until('the request', () => answers.length === 1);
		answers[0].end();
		await answered;
	});

	test('a clock takes no notice of a request to the cloud of another one', async () => {
		const { port } = server.address() as AddressInfo;
		const other = new VirtualClock();
		other.of({ held: 0, urls: [`http://127.0.0.1:${port}`] });
		start();
		const answered = request();
		await until('the request', () => answers.length === 1);
		await clock.sleep(10);
		const asleep = other.sleep(10);
		await turns();
		expect([clock.passed, other.passed]).toEqual([10, 0]);
		answers[0].end();
		await Promise.all([answered, asleep]);
		expect(other.passed).toBe(10);
		other.close();
	});

	test('a time-out comes also with nobody asleep when the request is held back', async () => {
		start();
		clock.of({ held: 1, urls: [] });
		const signal = clock.timeout(5);
		await until('the time-out', () => signal.aborted);
		expect(clock.passed).toBe(5);
	});

	test('a clock that is closed takes no notice of it, and wakes nobody up', async () => {
		start().close();
		const woken: string[] = [];
		const answered = request();
		await until('the request', () => answers.length === 1);
		void sleeper(woken, 'a', 10);
		answers[0].end();
		await answered;
		await turns();
		expect([woken, clock.passed]).toEqual([[], 0]);
	});
});

test('a later clock of the process is far ahead of an earlier one, which never goes back', async () => {
	const earlier = new VirtualClock();
	await earlier.sleep(HOUR);
	const end = earlier.monotonic();
	earlier.close();
	start();
	expect(clock.monotonic() - end).toBeGreaterThan(TIMES.listingLag);
	expect(clock.passed).toBe(0);
});
