import { sleep } from 'n8n-workflow';
import { sharedByCopies } from './copies';

/** How a session waits; tests hand in a clock of their own. */
export interface Waiting {
	/** Milliseconds since any moment; never goes back. */
	monotonic(): number;
	/** Resolves after so many milliseconds, or soon after the signal. */
	sleep(duration: number, signal?: AbortSignal): Promise<void>;
}

/** n8n's `sleep` cannot be ended, so an end is noticed this late, in milliseconds. */
const LONGEST_SLEEP = 250;

/** The time of the system, with which n8n runs the credentials. */
export const systemWaiting: Waiting = sharedByCopies('system waiting', () => ({
	monotonic: () => performance.now(),
	async sleep(duration: number, signal?: AbortSignal) {
		for (let left = duration; left > 0 && !signal?.aborted; left -= LONGEST_SLEEP) {
			await sleep(Math.min(left, LONGEST_SLEEP));
		}
	},
}));

/** Between two requests to one address: IAM takes 5 a second from one IP address (sbercloud #388). */
const BETWEEN = 220;

/** When the next request to an address may start, by clock. */
const lanes = sharedByCopies('turns at IAM', () => new WeakMap<Waiting, Map<string, number>>());

/** How long a request that is begun now may have to wait for its turn, whole milliseconds. */
export function longestTurn(waiting: Waiting): number {
	const now = waiting.monotonic();
	return Math.ceil(
		Math.max(0, ...[...(lanes.get(waiting)?.values() ?? [])].map((start) => start - now)),
	);
}

/** Waits until it is the turn of a request to an address. */
export async function turnAt(
	waiting: Waiting,
	address: string,
	signal: AbortSignal,
): Promise<void> {
	const starts = lanes.get(waiting) ?? new Map<string, number>();
	lanes.set(waiting, starts);
	const now = waiting.monotonic();
	const start = Math.max(now, starts.get(address) ?? now);
	starts.set(address, start + BETWEEN);
	if (start > now) await waiting.sleep(start - now, signal);
}
