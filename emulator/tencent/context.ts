import type { Answer } from '../http/answer';
import type { TencentState } from './state';

/** A request that passed authentication and validation. */
export interface TencentRequest {
	action: string;
	/** X-TC-Region. */
	region: string;
	body: Record<string, unknown>;
	secretId: string;
}

/** What a handler works with. */
export interface TencentContext {
	state: TencentState;
	/** Virtual time, ms since the epoch. */
	now: number;
}

/** Carries out one operation; ends the request by `refuse` when it cannot. */
export type TencentHandler = (request: TencentRequest, context: TencentContext) => Answer;
