import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers';

import type { Clock, Times } from '../../nodes/shared/contract/clock';
import { TIMES } from '../../nodes/shared/request/clock';

interface VirtualClockOptions {
	/** Unix time at which it starts, milliseconds; by default the real time. */
	start?: number;
	times?: Partial<Times>;
	/** From 0 to 1; by default the middle, so that nothing depends on chance. */
	random?: () => number;
	/** Whether time goes on as soon as everybody sleeps; else only `advance` moves it. */
	auto?: boolean;
}

interface Sleeper {
	/** Milliseconds since the start. */
	at: number;
	wake(): void;
}

/** Turns of the event loop without a request under way after which everybody counts as asleep. */
const CALM = 4;

/** Between two clocks of a process, milliseconds: more than anything is remembered for. */
const APART = 24 * 60 * 60_000;

/** How far any clock of this process has come, see `monotonic`. */
let furthest = 0;

const START_OF_REQUEST = 'http.client.request.start';

/**
 * A clock on which nobody waits: when all that runs sleeps, time jumps to the next moment at which
 * somebody wakes up. While a request of this process is under way time stands still, unless the
 * emulator itself holds it back (see `held`).
 */
export class VirtualClock implements Clock {
	readonly times: Times;
	readonly random: () => number;
	private readonly start: number;
	private readonly origin: number;
	private readonly auto: boolean;
	private isClosed = false;
	private elapsed = 0;
	private sleepers: Sleeper[] = [];
	private timeouts: Sleeper[] = [];
	private underWay = 0;
	private calm = 0;
	private isTurning = false;

	/** How many requests an emulator holds back: whoever waits for one of them sleeps, too. */
	held: () => number = () => 0;

	constructor({ start = Date.now(), times, random, auto = true }: VirtualClockOptions = {}) {
		this.start = start;
		this.times = { ...TIMES, ...times };
		this.random = random ?? (() => 0.5);
		this.auto = auto;
		this.origin = furthest += APART;
		subscribe(START_OF_REQUEST, this.onRequest);
	}

	now = (): number => this.start + Math.floor(this.elapsed);

	/**
	 * A later clock of the process is ahead of an earlier one: what the nodes' modules remember under an
	 * address that comes again is old then, not of the future.
	 */
	monotonic = (): number => this.origin + this.elapsed;

	/** Milliseconds that have passed since it was made. */
	get passed(): number {
		return this.elapsed;
	}

	sleep = async (duration: number, signal?: AbortSignal): Promise<void> => {
		await new Promise<void>((resolve) => {
			const leave = () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				resolve();
			};
			const wake = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const sleeper = { at: this.elapsed + Math.max(duration, 0), wake };
			insert(this.sleepers, sleeper);
			if (signal?.aborted) leave();
			else signal?.addEventListener('abort', leave, { once: true });
			this.turn();
		});
	};

	timeout = (duration: number): AbortSignal => {
		const controller = new AbortController();
		const wake = () => controller.abort(new DOMException('timed out', 'TimeoutError'));
		insert(this.timeouts, { at: this.elapsed + duration, wake });
		this.turn();
		return controller.signal;
	};

	/** Lets so many milliseconds pass and wakes whoever is due, in order. */
	advance(duration: number): void {
		this.moveTo(this.elapsed + duration);
	}

	/** Stands still from now on: who sleeps wakes no more, so that nothing goes on behind a test. */
	close(): void {
		this.isClosed = true;
		unsubscribe(START_OF_REQUEST, this.onRequest);
	}

	private readonly onRequest = (message: unknown): void => {
		const { request } = message as { request: ClientRequest };
		this.underWay++;
		request.once('close', () => {
			this.underWay--;
			this.turn();
		});
	};

	private moveTo(moment: number): void {
		this.elapsed = Math.max(this.elapsed, moment);
		furthest = Math.max(furthest, this.monotonic());
		for (const queue of [this.timeouts, this.sleepers]) {
			while (queue.length > 0 && queue[0].at <= this.elapsed) queue.shift()?.wake();
		}
	}

	/**
	 * The next moment at which something happens, if anybody waits for one: that a time-out would come is
	 * no reason to hurry on while nobody sleeps.
	 */
	private next(): number | undefined {
		if (this.sleepers.length === 0 && this.held() === 0) return undefined;
		const moments = [this.sleepers[0], this.timeouts[0]].flatMap((sleeper) => sleeper?.at ?? []);
		return moments.length > 0 ? Math.min(...moments) : undefined;
	}

	private turn(): void {
		if (!this.auto || this.isClosed || this.isTurning || this.next() === undefined) return;
		this.isTurning = true;
		nextTurn(() => {
			this.isTurning = false;
			if (this.isClosed) return;
			this.calm = this.underWay > this.held() ? 0 : this.calm + 1;
			const next = this.next();
			if (this.calm >= CALM && next !== undefined) {
				this.calm = 0;
				this.moveTo(next);
			}
			this.turn();
		});
	}
}

/** Keeps the order of time; of those of one moment the first comes first. */
function insert(queue: Sleeper[], sleeper: Sleeper): void {
	const index = queue.findIndex(({ at }) => at > sleeper.at);
	queue.splice(index < 0 ? queue.length : index, 0, sleeper);
}
