import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { setMaxListeners } from 'node:events';
import type { ClientRequest } from 'node:http';
import { clearTimeout, setImmediate as nextTurn, setTimeout } from 'node:timers';

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

/** While a request is under way: how often to look whether it is held back, real milliseconds. */
const BUSY = 5;

/** Between two clocks of a process, milliseconds: more than anything is remembered for. */
const APART = 24 * 60 * 60_000;

/** How far any clock of this process has come, see `monotonic`. */
let furthest = 0;

/** The clouds that live by a clock, as `startEmulator` gives them. */
interface Cloud {
	readonly held: number;
	/** Its addresses. */
	readonly urls: string[];
}

/** All clocks that are not closed. */
const open = new Set<VirtualClock>();

/** The clock of each emulated cloud that has one, by host and port. */
const owners = new Map<string, VirtualClock>();

/** The clocks that stand still during a request: that of the cloud it goes to, else every one. */
function clocksOf(request: ClientRequest): VirtualClock[] {
	const owner = owners.get(String(request.getHeader('host')));
	return owner ? [owner] : [...open];
}

const START_OF_REQUEST = 'http.client.request.start';

function onRequest(message: unknown): void {
	const { request } = message as { request: ClientRequest };
	const clocks = clocksOf(request);
	for (const clock of clocks) clock.begin();
	request.once('close', () => {
		for (const clock of clocks) clock.end();
	});
}

// One listener for all clocks of a file, as there may be dozens, and not for those of files before it.
subscribe(START_OF_REQUEST, onRequest);
afterAll(() => void unsubscribe(START_OF_REQUEST, onRequest));

/**
 * A clock on which nobody waits: when all that runs sleeps, time jumps to the next moment at which
 * somebody wakes up. While a request of this process is under way time stands still, unless the
 * cloud itself holds it back (see `of`).
 */
export class VirtualClock implements Clock {
	readonly times: Times;
	readonly random: () => number;
	private readonly start: number;
	private readonly origin: number;
	private isAuto: boolean;
	private isClosed = false;
	private elapsed = 0;
	private sleepers: Sleeper[] = [];
	private timeouts: Sleeper[] = [];
	private underWay = 0;
	private calm = 0;
	private isTurning = false;
	private timer: NodeJS.Timeout | undefined;

	/** How many requests the cloud holds back: whoever waits for one of them sleeps, too. */
	private held: () => number = () => 0;

	constructor({ start = Date.now(), times, random, auto = true }: VirtualClockOptions = {}) {
		this.start = start;
		this.times = { ...TIMES, ...times };
		this.random = random ?? (() => 0.5);
		this.isAuto = auto;
		this.origin = furthest += APART;
		open.add(this);
	}

	/** Whether time goes on as soon as everybody sleeps; a test that turns it off holds whoever sleeps. */
	get auto(): boolean {
		return this.isAuto;
	}

	set auto(auto: boolean) {
		this.isAuto = auto;
		this.turn();
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
		// No time has to pass for that: it only lets others go first.
		if (!(duration > 0)) return await new Promise((resolve) => void nextTurn(resolve));
		await new Promise<void>((resolve) => {
			const leave = () => {
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				resolve();
			};
			const wake = () => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const sleeper = { at: this.elapsed + duration, wake };
			insert(this.sleepers, sleeper);
			this.calm = 0;
			// A hundred items that wait on it at once are no leak.
			if (signal) setMaxListeners(Infinity, signal);
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
		open.delete(this);
		for (const [host, owner] of owners) if (owner === this) owners.delete(host);
	}

	/** Makes it the clock of a cloud: requests to others do not hold it up. */
	of(cloud: Cloud): void {
		this.held = () => cloud.held;
		for (const url of cloud.urls) owners.set(new URL(url).host, this);
	}

	/** A request has begun. */
	begin(): void {
		this.underWay++;
	}

	/** A request has ended. */
	end(): void {
		this.underWay--;
		if (this.timer) {
			clearTimeout(this.timer);
			this.timer = undefined;
			this.isTurning = false;
		}
		this.turn();
	}

	private moveTo(moment: number): void {
		this.elapsed = Math.max(this.elapsed, moment);
		furthest = Math.max(furthest, this.monotonic());
		for (let first = this.first(); first && first.at <= this.elapsed; first = this.first()) {
			const queue = first === this.timeouts[0] ? this.timeouts : this.sleepers;
			queue.shift();
			first.wake();
		}
	}

	/** Whoever wakes up first; at the same moment a time-out comes before a sleeper. */
	private first(): Sleeper | undefined {
		const [timeout, sleeper] = [this.timeouts[0], this.sleepers[0]];
		return timeout && timeout.at <= (sleeper?.at ?? Infinity) ? timeout : sleeper;
	}

	/** The moment to go on to, which stops at every time-out; those alone are no reason to hurry on. */
	private next(): number | undefined {
		return this.sleepers.length > 0 || this.held() > 0 ? this.first()?.at : undefined;
	}

	private turn(): void {
		if (!this.isAuto || this.isClosed || this.isTurning || this.next() === undefined) return;
		this.isTurning = true;
		// The end of a request is heard of, that one is held back is not.
		if (this.isBusy) this.timer = setTimeout(this.step, BUSY);
		else nextTurn(this.step);
	}

	private readonly step = (): void => {
		this.timer = undefined;
		this.isTurning = false;
		if (this.isClosed) return;
		this.calm = this.isBusy ? 0 : this.calm + 1;
		const next = this.next();
		if (this.calm >= CALM && next !== undefined) {
			this.calm = 0;
			this.moveTo(next);
		}
		this.turn();
	};

	/** Whether somebody waits for an answer that is on its way. */
	private get isBusy(): boolean {
		return this.underWay > this.held();
	}
}

/** Keeps the order of time; of those of one moment the first comes first. */
function insert(queue: Sleeper[], sleeper: Sleeper): void {
	let index = queue.length;
	while (index > 0 && queue[index - 1].at > sleeper.at) index--;
	queue.splice(index, 0, sleeper);
}
