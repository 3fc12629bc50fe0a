import { Failure } from '../../shared/contract/failure';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import type { Caller } from '../../shared/request/readList';

/** What sends requests over a connection. */
export const callerOf = (at: Connection): Caller => ({
	call: async (request) => await call(at, request),
});

/** The same, with a bound on how many. */
export interface CountingCaller extends Caller {
	readonly count: number;
}

const tooMany = (most: number) =>
	new Failure('unfinished', `more than ${most} requests would be needed`, {
		readOnly: true,
		advice: 'Check this instance in the console.',
	});

/**
 * Counts requests.
 *
 * @param most The one after it is not sent; it throws an `unfinished` {@link Failure}
 */
export function countingCaller(at: Connection, most: number): CountingCaller {
	let count = 0;
	return {
		get count() {
			return count;
		},
		async call(request) {
			if (count >= most) throw tooMany(most);
			count++;
			return await call(at, request);
		},
	};
}
