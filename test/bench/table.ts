/** A cell: text, or a number in the unit of its column. */
export type Cell = string | number;

/** What a bench measured, as it is printed and written into the documentation. */
export interface Table {
	title: string;
	/** What was measured and how, in a sentence or two. */
	about: string;
	columns: string[];
	rows: Cell[][];
	/** What the project aims at; measured tables without one are for information. */
	goal?: string;
	/** What the figures mean for somebody who uses the package. */
	meaning: string;
	/** What stands between the result and the goal, or what to know before reading the numbers. */
	notes?: string[];
	/** Bars of one numeric column, for a plot of text. */
	plot?: { label: number; value: number };
}

/** A file of `test/bench` whose name is in the list of `index.ts` exports this as `bench`. */
export type Bench = () => Table | Promise<Table>;

/** Everything that one run writes to the results file. */
export interface Results {
	machine: string;
	at: string;
	/** By the name of the bench; one that has not run yet is absent. */
	tables: Partial<Record<string, Table>>;
}
