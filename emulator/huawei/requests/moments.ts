/** Virtual time of YYYYMMDDHHmmss, read as UTC, in ms since the epoch. */
export function momentOf(text: string): number {
	const [, year, ...rest] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
	const [month, day, hour, minute, second] = rest.map(Number);
	return Date.UTC(Number(year), month - 1, day, hour, minute, second);
}
