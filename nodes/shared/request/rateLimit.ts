import { pause, throwIfCancelled } from './clock';

/** How fast a kind of request may go. */
export interface Pace {
	/** Requests a second. */
	perSecond: number;
	/** Requests under way at once. */
	atOnce: number;
}

/** One queue of requests that share a rate limit, in the order in which they asked. */
class Lane {
	private nextStart = 0;
	private underWay = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly pace: Pace) {}

	async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		throwIfCancelled(signal);
		if (this.underWay < this.pace.atOnce) this.underWay++;
		else if (!(await this.place(signal))) throwIfCancelled(signal);
		try {
			throwIfCancelled(signal);
			const now = Date.now();
			const start = Math.max(now, this.nextStart);
			this.nextStart = start + 1000 / this.pace.perSecond;
			if (start > now) await pause(start - now, signal);
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.underWay--;
		}
	}

	/** Waits for a place; false for one whose execution was stopped, who leaves the queue at once. */
	private async place(signal?: AbortSignal): Promise<boolean> {
		return await new Promise((resolve) => {
			const enter = () => {
				signal?.removeEventListener('abort', leave);
				resolve(true);
			};
			const leave = () => {
				this.waiting.splice(this.waiting.indexOf(enter), 1);
				resolve(false);
			};
			this.waiting.push(enter);
			signal?.addEventListener('abort', leave, { once: true });
		});
	}

	get idle(): boolean {
		return this.underWay === 0;
	}
}

/** Lanes are few (accounts x operations); the bound only guards a process that runs for months. */
const MOST_LANES = 1000;
const lanes = new Map<string, Lane>();

/**
 * Runs a task when its turn has come: vendors count requests an account, so every item and every
 * workflow of this process that uses the same account shares one lane.
 *
 * @param key Account, host and operation
 */
export async function inTurn<T>(
	key: string,
	pace: Pace,
	task: () => Promise<T>,
	signal?: AbortSignal,
): Promise<T> {
	let lane = lanes.get(key);
	if (!lane) {
		if (lanes.size >= MOST_LANES) {
			for (const [other, { idle }] of lanes) if (idle) lanes.delete(other);
		}
		lane = new Lane(pace);
		lanes.set(key, lane);
	}
	return await lane.run(task, signal);
}
