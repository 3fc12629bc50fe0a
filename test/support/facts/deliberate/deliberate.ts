/** A further API that an operation calls, besides the one it is named after. */
export interface Further {
	/** Name in the vendor's API reference. */
	api: string;
	/** Parameters that the node fills in, from the answer to another call for example. */
	given?: readonly string[];
}

/** What a vendor's node does otherwise than the facts say, on purpose. */
export interface Deliberate {
	/**
	 * Reasons by difference. A line begins with `resource/operation`, or with `*` for every operation
	 * that has the parameter. A line that no longer holds has to go.
	 */
	differences: Record<string, string>;
	/** Operations that call several APIs, by `resource/operation`; each API is held against the facts. */
	further: Record<string, Further[]>;
}
