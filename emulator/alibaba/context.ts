import type { Answer } from '../http/answer';
import type { AlibabaState } from './state';

/** A request that passed authentication and validation. */
export interface AlibabaRequest {
	operation: string;
	/** Parameters by name, lists and objects rebuilt, typed as in the facts. */
	parameters: Record<string, unknown>;
	accessKeyId: string;
}

/** What a handler works with. */
export interface AlibabaContext {
	state: AlibabaState;
	/** Virtual time, ms since the epoch. */
	now: number;
	/** A success in AliKafka's envelope. */
	success(fields: Record<string, unknown>): Answer;
	/** A failure of the operation itself: HTTP 200 with Success false and this code. */
	failure(code: number | string, message: string): Answer;
}

/** Carries out one operation. */
export type AlibabaHandler = (request: AlibabaRequest, context: AlibabaContext) => Answer;
