/** One header line as it came over the wire. */
export type HeaderLine = readonly [name: string, value: string];

/** A request exactly as received: nothing decoded, nothing joined. */
export class RawRequest {
	/** Path part of the target, still percent-encoded. */
	readonly path: string;
	/** Query part of the target without the question mark, still percent-encoded. */
	readonly query: string;

	/**
	 * @param method HTTP method
	 * @param target request target of the request line (path and query)
	 * @param headers header lines in the order received
	 * @param body body bytes, empty when there is none
	 */
	constructor(
		readonly method: string,
		readonly target: string,
		readonly headers: readonly HeaderLine[],
		readonly body: Buffer,
	) {
		const mark = target.indexOf('?');
		this.path = mark < 0 ? target : target.slice(0, mark);
		this.query = mark < 0 ? '' : target.slice(mark + 1);
	}

	/** Value of a header (any case), several lines joined by a comma; undefined when absent. */
	header(name: string): string | undefined {
		const wanted = name.toLowerCase();
		const values = this.headers.filter(([key]) => key.toLowerCase() === wanted).map(([, v]) => v);
		return values.length ? values.join(',') : undefined;
	}

	/** Headers by lower-case name. */
	headerMap(): Record<string, string> {
		const map: Record<string, string> = {};
		for (const [name] of this.headers) map[name.toLowerCase()] = this.header(name) ?? '';
		return map;
	}
}
