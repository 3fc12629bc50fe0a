/** How far the clock of a cloud is ahead of this machine's, milliseconds, by place. */
const ahead = new Map<string, number>();

/**
 * Keeps in mind what time an answer says it is.
 *
 * @param place Account, endpoint and region that it came from
 * @param date Its header `Date`, in whole seconds (RFC 9110, 6.6.1)
 */
export function noteTime(place: string, date: unknown): void {
	const difference = Date.parse(String(date)) - Date.now();
	if (Number.isFinite(difference)) ahead.set(place, difference);
	else ahead.delete(place);
}

/**
 * A moment of this machine's clock by the clock of a cloud, milliseconds since 1970, at most a second
 * and the way of an answer too early; `undefined` where the last answer did not tell the time.
 */
export function inCloudTime(place: string, moment: number): number | undefined {
	const difference = ahead.get(place);
	return difference === undefined ? undefined : moment + difference;
}
