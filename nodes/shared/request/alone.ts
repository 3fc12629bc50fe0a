import { pause } from './clock';

/** How often one who waits looks whether it is his turn, milliseconds. */
const LOOK_AGAIN = 25;

const underWay = new Set<string>();

/**
 * Runs a task while no other one of the same key runs, in all executions of this process. Other
 * processes, such as n8n's workers, do not know of it.
 *
 * @throws {Failure} `cancelled` when the execution is stopped before it is its turn
 */
export async function alone<T>(
	key: string,
	signal: AbortSignal | undefined,
	task: () => Promise<T>,
): Promise<T> {
	while (underWay.has(key)) {
		await pause(LOOK_AGAIN, signal, 'while another execution was creating the same resource');
	}
	underWay.add(key);
	try {
		return await task();
	} finally {
		underWay.delete(key);
	}
}
