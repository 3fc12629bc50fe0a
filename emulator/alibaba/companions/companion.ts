import type { Accounts, AlibabaKey } from '../../core/accounts';
import type { Reject } from '../answers/errors';
import type { AlibabaState } from '../model/state';

/** A request to a service beside Kafka that passed authentication and validation. */
export interface CompanionRequest {
	/** Parameters by name, lists and objects rebuilt, typed as in the facts. */
	parameters: Record<string, unknown>;
	/** The key that signed; absent where nothing signs the operation. */
	key?: AlibabaKey;
}

/** What its handler works with. */
export interface CompanionContext {
	state: AlibabaState;
	accounts: Accounts['alibaba'];
	/** Real time by the server's clock, ms since the epoch: temporary keys live by it. */
	serverTime: number;
	/** Ends the request with an error as the gateway words it. */
	reject: Reject;
}

/** Carries out one operation and gives the body of its answer, without the request ID. */
export type CompanionHandler = (
	request: CompanionRequest,
	context: CompanionContext,
) => Record<string, unknown>;

/** Pages that are numbered from 1. */
export interface Paging {
	PageNumber?: number;
	PageSize?: number;
}

/** A page of a list, with the numbers that its answer says. */
export function paged<T>(all: readonly T[], { PageNumber = 1, PageSize = 10 }: Paging) {
	const first = (PageNumber - 1) * PageSize;
	return {
		rows: all.slice(first, first + PageSize),
		numbers: { PageNumber, PageSize, TotalCount: all.length },
	};
}

/** Whether a row is left by a filter; one that is not given leaves all. */
export const fits = <T>(wanted: T | undefined, value: T): boolean =>
	wanted === undefined || wanted === value;
