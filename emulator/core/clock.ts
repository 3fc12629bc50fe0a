import { Agenda } from './agenda';

/** Milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The longest a timer can wait, in ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The time of the clients. */
export interface OutsideTime {
	/** Unix time in milliseconds. */
	now(): number;
	/** Resolves after so many milliseconds. */
	sleep(ms: number): Promise<void>;
}

/**
 * The emulator's own time. It starts at the real time, runs `speed` virtual seconds for each real
 * second and can be pushed forward. Life cycles are computed from it, without timers.
 */
export class VirtualClock {
	private virtualBase: number;
	private realBase: number;
	private factor: number;
	private readonly waiting = new Agenda();
	private timer: NodeJS.Timeout | undefined;

	/**
	 * @param speed virtual seconds per real second; 0 stops the clock
	 * @param tick virtual milliseconds that pass before each request, on top of that
	 * @param outside the time of the clients, where a test hands one in; by default the system's
	 */
	constructor(
		speed = 1,
		public tick = 0,
		readonly outside?: OutsideTime,
	) {
		this.virtualBase = this.real();
		this.realBase = this.real();
		this.factor = checkedSpeed(speed);
	}

	/** Time outside of the emulator, by which signatures are checked; Unix time in milliseconds. */
	real(): number {
		return this.outside?.now() ?? Date.now();
	}

	/** Virtual time in milliseconds since the Unix epoch. */
	now(): number {
		return Math.round(this.virtualBase + (this.real() - this.realBase) * this.factor);
	}

	/** Pushes the time forward by `ms` virtual milliseconds (never backward). */
	advance(ms: number): void {
		if (!(ms >= 0)) throw new RangeError(`The clock cannot be advanced by ${ms} ms`);
		this.virtualBase += ms;
		this.release();
	}

	/** Resolves once so many virtual milliseconds have passed, by `advance` or as the clock runs. */
	async wait(ms: number): Promise<void> {
		if (!(ms >= 0)) throw new RangeError(`Nobody can wait for ${ms} ms`);
		await new Promise<void>((resolve) => {
			this.waiting.plan(this.now() + ms, () => resolve());
			this.release();
		});
	}

	/** Virtual time at which the next of those who wait goes on; null when nobody waits. */
	get next(): number | null {
		return this.waiting.next;
	}

	/**
	 * Time as the clients measure it, in ms: the time outside, or the emulator's own while it stands still
	 * and no other is handed in, as then only a test moves it.
	 */
	clientTime(): number {
		return this.factor === 0 && !this.outside ? this.now() : this.real();
	}

	get speed(): number {
		return this.factor;
	}

	set speed(speed: number) {
		const checked = checkedSpeed(speed);
		this.virtualBase = this.now();
		this.realBase = this.real();
		this.factor = checked;
		this.release();
	}

	/** Lets go on who has waited long enough, and looks again when the next one has. */
	private release(): void {
		const now = this.now();
		this.waiting.settle(now);
		clearTimeout(this.timer);
		if (this.next === null || this.factor === 0) return;
		const rest = Math.min((this.next - now) / this.factor, LONGEST_TIMER);
		// Whoever waits for an answer keeps the process alive, and nobody else needs to.
		this.timer = setTimeout(() => this.release(), Math.ceil(rest)).unref();
	}
}

function checkedSpeed(speed: number): number {
	if (!Number.isFinite(speed) || speed < 0) {
		throw new RangeError(`The clock speed must be 0 or more, not ${speed}`);
	}
	return speed;
}
