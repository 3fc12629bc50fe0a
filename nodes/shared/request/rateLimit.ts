import { sharedByCopies } from '../../../credentials/session/copies';
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

/** How far one queue is. */
interface Progress {
	/** On the monotonic clock. */
	nextStart: number;
	underWay: number;
	waiting: Array<() => void>;
}

const isIdle = ({ underWay }: Progress): boolean => underWay === 0;

/** The queue of a key, which all copies of this code have in common. */
function progressOf(queues: Map<string, Progress>, key: string): Progress {
	const progress = queues.get(key) ?? { nextStart: 0, underWay: 0, waiting: [] };
	queues.set(key, progress);
	return progress;
}

/** One queue of tasks that share a rate limit, in the order in which they asked. */
class Lane {
	constructor(
		private readonly pace: Pace,
		private readonly at: Progress,
	) {}

	async run<T>(task: () => Promise<T>, { clock, signal, when }: Waiting): Promise<T> {
		throwIfCancelled(signal, when);
		if (this.at.underWay < this.pace.atOnce) this.at.underWay++;
		else if (!(await this.slot(signal))) throwIfCancelled(signal, when);
		try {
			throwIfCancelled(signal, when);
			const now = clock.monotonic();
			const start = Math.max(now, this.at.nextStart);
			this.at.nextStart = start + 1000 / this.pace.perSecond;
			if (start > now) await pause(clock, start - now, signal, when);
			return await task();
		} finally {
			const next = this.at.waiting.shift();
			if (next) next();
			else this.at.underWay--;
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
				this.at.waiting.splice(this.at.waiting.indexOf(enter), 1);
				resolve(false);
			});
			this.at.waiting.push(enter);
		});
	}
}

/** Lanes are few (accounts x operations); the bound only guards a process that runs for months. */
const MOST_LANES = 1000;
const lanes = sharedByCopies('rates', () => new Map<string, Progress>());

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
	if (!lanes.has(key) && lanes.size >= MOST_LANES) {
		for (const [other, progress] of lanes) if (isIdle(progress)) lanes.delete(other);
	}
	return await new Lane(pace, progressOf(lanes, key)).run(task, waiting);
}

const ONE = { perSecond: Infinity, atOnce: 1 };

/** One a name, and only while somebody is in it: names are many, and must not push out the lanes of rates. */
const queues = sharedByCopies('names', () => new Map<string, Progress>());

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
	const progress = progressOf(queues, key);
	try {
		return await new Lane(ONE, progress).run(task, { ...waiting, when });
	} finally {
		if (isIdle(progress)) queues.delete(key);
	}
}
