import { cpuUsage } from 'node:process';

/** The middle value: one slow run does not move it. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three significant digits: what such measurements are good for. */
export const rounded = (value: number): number => Number(value.toPrecision(3));

/** Microseconds of CPU (user and system, all threads) that some work took. */
export async function cpuOf(work: () => unknown): Promise<number> {
	const start = cpuUsage();
	await work();
	const { user, system } = cpuUsage(start);
	return user + system;
}

/**
 * Runs measurements in turns, so that a slow moment of the machine falls on all of them.
 *
 * @returns The median of each, in the given order
 */
export async function inTurns(
	rounds: number,
	measurements: Array<() => number | Promise<number>>,
): Promise<number[]> {
	const results = measurements.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const [i, measurement] of measurements.entries()) results[i].push(await measurement());
	}
	return results.map(median);
}
