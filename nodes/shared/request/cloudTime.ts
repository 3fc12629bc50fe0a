import { sharedByCopies } from '../../../credentials/session/copies';
import type { Clock } from '../contract/clock';

/** A moment by both of this machine's clocks, see `Clock`. */
export interface ClockReading {
	now: number;
	monotonic: number;
}

export const readClock = (clock: Clock): ClockReading => ({
	now: clock.now(),
	monotonic: clock.monotonic(),
});

/** How far the clock of a cloud is ahead of this machine's two, milliseconds, by addressee. */
const ahead = sharedByCopies('clocks of clouds', () => new Map<string, ClockReading>());

/** Responses name whole seconds; more than this, milliseconds, and one of this machine's clocks was set or stood still. */
const STEADY = 2_000;

/**
 * Notes what time a response says it is.
 *
 * @param addressee Account, endpoint and region that it came from
 * @param date Its header `Date`, in whole seconds (RFC 9110, 6.6.1)
 */
export function noteTime(clock: Clock, addressee: string, date: unknown): void {
	const time = Date.parse(String(date));
	const { now, monotonic } = readClock(clock);
	if (Number.isFinite(time)) ahead.set(addressee, { now: time - now, monotonic: time - monotonic });
	else ahead.delete(addressee);
}

/**
 * A moment by the clock of a cloud, Unix time in milliseconds, at most a second and the way of a response
 * too early; `undefined` where the last response did not tell the time, or this machine's clock was set
 * since.
 */
export function inCloudTime(
	addressee: string,
	{ now, monotonic }: ClockReading,
): number | undefined {
	const difference = ahead.get(addressee);
	if (difference === undefined) return undefined;
	const time = now + difference.now;
	return Math.abs(time - (monotonic + difference.monotonic)) > STEADY ? undefined : time;
}
