/** Unix time in seconds. */
export function seconds(time: number): number {
	return Math.floor(time / 1000);
}

/** Time as `2025-01-31 12:00:00` (UTC; the documents name no zone). */
export function timeText(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

const CHINA_MS = 8 * 60 * 60_000;

/** Time as `Thu Jun 06 13:07:13 CST 2024`, the form of ACL rules (China Standard Time). */
export function wordyTime(time: number): string {
	const [day, date, month, year, clock] = new Date(time + CHINA_MS).toUTCString().split(/,? /);
	return `${day} ${month} ${date} ${clock} CST ${year}`;
}

/** Reads Unix seconds or `2025-01-31 12:00:00` (UTC) to ms since the epoch; null for anything else. */
export function readTime(text: string): number | null {
	if (/^\d{10}$/.test(text)) return Number(text) * 1000;
	if (!/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return null;
	const time = Date.parse(`${text.replace(' ', 'T')}Z`);
	return Number.isNaN(time) ? null : time;
}
