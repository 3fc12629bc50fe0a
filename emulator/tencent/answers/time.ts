/** Unix time in seconds. */
export function seconds(time: number): number {
	return Math.floor(time / 1000);
}

/** Time as `2025-01-31 12:00:00` (UTC; the documents name no zone). */
export function timeText(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads Unix seconds or `2025-01-31 12:00:00` (UTC) to ms since the epoch; null for anything else. */
export function readTime(text: string): number | null {
	if (/^\d{10}$/.test(text)) return Number(text) * 1000;
	if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return null;
	const time = Date.parse(`${text.replace(' ', 'T')}Z`);
	return Number.isNaN(time) ? null : time;
}
