import { OperationalError, sleep } from 'n8n-workflow';

/** How a session waits; tests hand in a clock of their own. */
export interface Waiting {
	/** Milliseconds since any moment; never goes back. */
	monotonic(): number;
	sleep(duration: number, signal?: AbortSignal): Promise<void>;
}

/** n8n's `sleep` cannot be ended, so an end is noticed this late, in milliseconds. */
const LONGEST_SLEEP = 250;

/** The time of the system, with which n8n runs the credentials. */
export const systemWaiting: Waiting = {
	monotonic: () => performance.now(),
	async sleep(duration, signal) {
		for (let left = duration; left > 0 && !signal?.aborted; left -= LONGEST_SLEEP) {
			await sleep(Math.min(left, LONGEST_SLEEP));
		}
	},
};

/** What nobody waits for any more, as the execution was stopped. */
export const stopped = () =>
	new OperationalError('The execution was stopped before Huawei Cloud IAM responded');

/** Settles as the promise does, or soon after the signal; what is shared goes on for the others. */
export async function unlessStopped<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) return await promise;
	return await new Promise<T>((resolve, reject) => {
		const stop = () => reject(stopped());
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/**
 * Runs a request that may take so long altogether, however slowly its answer comes.
 *
 * @param run Gets the signal at which it is given up
 * @param tooLate What it came to then
 */
export async function within<T>(
	{ sleep: wait }: Waiting,
	duration: number,
	run: (signal: AbortSignal) => Promise<T>,
	tooLate: () => T,
): Promise<T> {
	const giveUp = new AbortController();
	const done = new AbortController();
	const late = wait(duration, done.signal).then(() => {
		if (!done.signal.aborted) giveUp.abort();
		return tooLate();
	});
	try {
		return await Promise.race([run(giveUp.signal), late]);
	} finally {
		done.abort();
	}
}

/** Between two requests to one address: IAM takes 5 a second from one IP address (sbercloud #388). */
const BETWEEN = 220;

/** When the next request to an address may start, by clock. */
const lanes = new WeakMap<Waiting, Map<string, number>>();

/** Waits until it is the turn of a request to an address. */
export async function turnAt(waiting: Waiting, address: string): Promise<void> {
	const starts = lanes.get(waiting) ?? new Map<string, number>();
	lanes.set(waiting, starts);
	const now = waiting.monotonic();
	const start = Math.max(now, starts.get(address) ?? now);
	starts.set(address, start + BETWEEN);
	if (start > now) await waiting.sleep(start - now);
}
