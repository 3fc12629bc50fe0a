/** What the tags of a mark say. */
export interface Mark {
	/** `YYYY-MM-DD`; due from 00:00 UTC of that day on. */
	deleteAfter: string;
	why: string | null;
	/** Who set it, where a tag says so. */
	by: string | null;
}
