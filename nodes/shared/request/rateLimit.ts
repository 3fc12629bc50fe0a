import type { Clock } from '../contract/clock';
import type { Pace } from '../contract/vendor';
import { atStop } from './atStop';
import { pause, throwIfCancelled } from './clock';

/** How somebody waits for his turn. */
export interface Waiting {
	clock: Clock;
	/** Comes when the execution is stopped. */
	signal?: AbortSignal;
	/** What is waited for, for the text of a stop. */
	when?: string;
}

/** One queue of tasks that share a rate limit, in the order in which they asked. */
class Lane {
	/** On the monotonic clock. */
	private nextStart = 0;
	private underWay = 0;
	private readonly waiting: Array<() => void> = [];

	constructor(private readonly pace: Pace) {}

	async run<T>(task: () => Promise<T>, { clock, signal, when }: Waiting): Promise<T> {
		throwIfCancelled(signal, when);
		if (this.underWay < this.pace.atOnce) this.underWay++;
		else if (!(await this.slot(signal))) throwIfCancelled(signal, when);
		try {
			throwIfCancelled(signal, when);
			const now = clock.monotonic();
			const start = Math.max(now, this.nextStart);
			this.nextStart = start + 1000 / this.pace.perSecond;
			if (start > now) await pause(clock, start - now, signal, when);
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.underWay--;
		}
	}

	/** Waits for a slot; false for one whose execution was stopped, who leaves the queue at once. */
	private async slot(signal?: AbortSignal): Promise<boolean> {
		return await new Promise((resolve) => {
			const enter = () => {
				stay();
				resolve(true);
			};
			const stay = atStop(signal, () => {
				this.waiting.splice(this.waiting.indexOf(enter), 1);
				resolve(false);
			});
			this.waiting.push(enter);
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
 * Runs a task when its turn has come: services count requests per account, so every item and every
 * workflow of this process that uses the same account shares one lane.
 *
 * @param key Addressee and operation
 * @throws {Failure} `cancelled` when the execution is stopped before it is its turn
 */
export async function inTurn<T>(
	key: string,
	pace: Pace,
	task: () => Promise<T>,
	waiting: Waiting,
): Promise<T> {
	let lane = lanes.get(key);
	if (!lane) {
		if (lanes.size >= MOST_LANES) {
			for (const [other, { idle }] of lanes) if (idle) lanes.delete(other);
		}
		lane = new Lane(pace);
		lanes.set(key, lane);
	}
	return await lane.run(task, waiting);
}

const ONE = { perSecond: Infinity, atOnce: 1 };

/** One a name, and only while somebody is in it: names are many, and must not push out the lanes of rates. */
const queues = new Map<string, Lane>();

/**
 * Runs a task while no other one of the same key runs, in all executions of this process. Other
 * processes, such as n8n's workers, are not aware of it.
 *
 * @throws {Failure} `cancelled` when the execution is stopped before it is its turn
 */
export async function oneAtATime<T>(
	key: string,
	task: () => Promise<T>,
	waiting: Omit<Waiting, 'when'>,
): Promise<T> {
	const when = 'while another execution was creating the same resource';
	const queue = queues.get(key) ?? new Lane(ONE);
	queues.set(key, queue);
	try {
		return await queue.run(task, { ...waiting, when });
	} finally {
		if (queue.idle) queues.delete(key);
	}
}
