/** Every time table of the package. All are milliseconds, unless a name says otherwise. */
export interface Times {
	/** Between the tries of a request that may be repeated. */
	readonly retry: {
		/** Tries altogether. */
		readonly attempts: number;
		/** Upper end of the first pause; each further one is twice as long, up to `longest`. */
		readonly first: number;
		readonly longest: number;
		/** A service that asks for a longer wait gets its failure reported instead. */
		readonly longestAsked: number;
	};
	/** A whole answer, where the node's Timeout does not say so. */
	readonly answer: number;
	/** Searches for what a create with a lost response made, each after the one before. */
	readonly search: readonly number[];
	/** Further searches where a list shows something new only after a while. */
	readonly slowSearch: readonly number[];
	/** Pauses between further looks for what a list or a record lacks: both lag behind creates and deletes. */
	readonly missing: readonly number[];
	/** Searches for what an order without a name made: its instance is not known everywhere at first. */
	readonly order: readonly number[];
	/** How long lists may not show yet what was created. */
	readonly listingLag: number;
	/** A status check: one that hangs is given up, and costs only that check. */
	readonly observation: {
		readonly longest: number;
		/** The last one is begun when the time has run out. */
		readonly afterEnd: number;
	};
	/** What a poll of a trigger may take where n8n does not say so. */
	readonly poll: number;
}

/**
 * The time, handed in: whatever reads the clock, sleeps, spreads something by chance or follows a time
 * table gets it from here, through the connection. n8n gets the system's clock, tests a virtual one.
 */
export interface Clock {
	/** Unix time, milliseconds: for what is compared with a cloud's times. */
	now(): number;
	/** Milliseconds since any moment; never goes back, whatever happens to the system's clock. */
	monotonic(): number;
	/** Resolves after so many milliseconds, or soon after the signal. */
	sleep(duration: number, signal?: AbortSignal): Promise<void>;
	/** A signal that comes after so many milliseconds. */
	timeout(duration: number): AbortSignal;
	/** From 0 to 1 by chance, to spread what would fall on the same moment. */
	random(): number;
	readonly times: Times;
}
