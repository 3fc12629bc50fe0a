import type { VendorName } from '../core/vendors';
import type { Answer } from './answer';
import type { RawRequest } from './request';

/** One emulated API: everything between the bytes received and the answer. */
export interface Service {
	readonly vendor: VendorName;
	/** Names of all operations. */
	readonly operations: readonly string[];
	/** Operation the request names, null when it names none. */
	operationOf(request: RawRequest): string | null;
	/** Region the request is for, where the request itself says so. */
	regionOf?(request: RawRequest): string | undefined;
	/**
	 * Checks and carries out the request.
	 * @param serverTime real time by the server's clock, ms since the epoch
	 * @throws AnswerError to answer with an error
	 */
	answer(request: RawRequest, serverTime: number): Answer;
	/** The vendor's own body for an HTTP status that an injected fault asks for. */
	faultAnswer(status: number, request: RawRequest): Answer;
}
