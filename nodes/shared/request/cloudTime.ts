import type { Clock } from '../contract/clock';

/** How far the clock of a cloud is ahead of this machine's, milliseconds, by addressee. */
const ahead = new Map<string, number>();

/**
 * Notes what time a response says it is.
 *
 * @param addressee Account, endpoint and region that it came from
 * @param date Its header `Date`, in whole seconds (RFC 9110, 6.6.1)
 */
export function noteTime(clock: Clock, addressee: string, date: unknown): void {
	const difference = Date.parse(String(date)) - clock.now();
	if (Number.isFinite(difference)) ahead.set(addressee, difference);
	else ahead.delete(addressee);
}

/**
 * A moment of this machine's clock by the clock of a cloud, Unix time in milliseconds, at most a second
 * and the way of a response too early; `undefined` where the last response did not tell the time.
 */
export function inCloudTime(addressee: string, moment: number): number | undefined {
	const difference = ahead.get(addressee);
	return difference === undefined ? undefined : moment + difference;
}
