/** One measurement of a bench. */
export interface Row {
	name: string;
	value: number;
	unit: string;
	/** What the value is of, or how it was measured. */
	note?: string;
}

/** A file of this folder exports this function as `bench`. */
export type Bench = () => Row[] | Promise<Row[]>;

/** The middle value: one slow run does not move it. */
export function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
