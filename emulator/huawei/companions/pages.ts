/** Rows a page where a request names no limit; the documents state none. */
const USUAL = 2000;

/** A page of a list whose next one is named by the ID of the last row. */
export function pageAfter<T extends { id: string }>(
	rows: readonly T[],
	{ limit, marker }: { limit?: unknown; marker?: unknown },
): { rows: T[]; page_info: Record<string, unknown> } {
	const start = marker === undefined ? 0 : rows.findIndex(({ id }) => id === marker) + 1;
	const found = rows.slice(start, start + (Number(limit) || USUAL));
	const isLast = start + found.length >= rows.length;
	const page_info = {
		previous_marker: found[0]?.id,
		current_count: found.length,
		...(!isLast && { next_marker: found.at(-1)?.id }),
	};
	return { rows: found, page_info };
}

/** Whether a row has one of the values that a list filter names; without a filter each has. */
export const among = (filter: unknown, value: unknown): boolean =>
	!Array.isArray(filter) || filter.includes(value);
