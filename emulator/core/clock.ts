/** Milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * The emulator's own time. It starts at the real time, runs `speed` virtual seconds for each real
 * second and can be pushed forward. Life cycles are computed from it; nothing waits on timers.
 */
export class VirtualClock {
	private virtualBase = Date.now();
	private realBase = Date.now();
	private factor: number;

	/**
	 * @param speed virtual seconds per real second; 0 stops the clock
	 * @param tick virtual milliseconds that pass before each request, on top of that
	 */
	constructor(
		speed = 1,
		public tick = 0,
	) {
		this.factor = checkedSpeed(speed);
	}

	/** Virtual time in milliseconds since the Unix epoch. */
	now(): number {
		return Math.round(this.virtualBase + (Date.now() - this.realBase) * this.factor);
	}

	/** Pushes the time forward by `ms` virtual milliseconds (never backward). */
	advance(ms: number): void {
		if (!(ms >= 0)) throw new RangeError(`The clock cannot be advanced by ${ms} ms`);
		this.virtualBase += ms;
	}

	get speed(): number {
		return this.factor;
	}

	set speed(speed: number) {
		const checked = checkedSpeed(speed);
		this.virtualBase = this.now();
		this.realBase = Date.now();
		this.factor = checked;
	}
}

function checkedSpeed(speed: number): number {
	if (!Number.isFinite(speed) || speed < 0) {
		throw new RangeError(`The clock speed must be 0 or more, not ${speed}`);
	}
	return speed;
}
