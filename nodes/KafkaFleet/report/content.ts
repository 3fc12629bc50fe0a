/** A line of a report: what is shown of one instance. */
export interface ReportLine {
	name: string;
	key: string;
	cloud: string;
	/** "" where it is not known. */
	account: string;
	region: string;
	state: string;
	/** Whole days; "" where it is not known. */
	days: string;
	/** Of a month; "" where it is not known. */
	price: string;
	currency: string;
	owner: string;
	/** What was found or done, a sentence. */
	note: string;
	/** Whether it is a candidate, or something was done with it. */
	due: boolean;
}

/** What a report says, before it has a format. */
export interface ReportContent {
	title: string;
	/** That it is not complete, if so: the first line. */
	incomplete: string | undefined;
	/** Counts and sums, a sentence each. */
	facts: string[];
	lines: ReportLine[];
	/** How many instances have no line. */
	more: number;
}
