import type { HuaweiProject } from '../../core/accounts';
import { AnswerError, json, type Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { requestId } from '../answers/errors';
import type { Caller } from '../auth/authentication';
import type { HuaweiState } from '../model/state';

/** A request to another service than Kafka, which passed authentication and validation. */
export interface CompanionRequest {
	path: Record<string, string>;
	/** Query parameters, typed as in the facts; a list for one that may be repeated. */
	query: Record<string, unknown>;
	/** Parsed body, `{}` when there is none. */
	body: unknown;
	raw: RawRequest;
	state: HuaweiState;
	/** Absent where nobody has to sign. */
	caller: Caller | null;
	/** Project of the path; the first one for an operation without. */
	project: HuaweiProject;
	/** Ms since the epoch by the server's real clock, for what has an end. */
	serverTime: number;
}

/** Carries out one operation of another service. */
export type CompanionHandler = (request: CompanionRequest) => Answer;

/** Why a request is refused: a parameter, a missing permission, a thing that does not exist. */
export type Refusal = 'invalid' | 'forbidden' | 'missing';

/** A service beside Kafka, on the same listener. */
export interface Companion {
	/** Handlers by the name of the operation. */
	operations: Readonly<Record<string, CompanionHandler>>;
	/** The body of a refusal in the service's own form. */
	refusal(kind: Refusal, text: string, operation?: string): { status: number; body: object };
	/** Operations that nobody signs. */
	anonymous?: readonly string[];
	/** Whether the service is one for the whole account, which is named by X-Domain-Id. */
	ofAccount?: boolean;
}

/** Ends a request with a refusal of the service. */
export function refuseAt(
	{ refusal }: Companion,
	kind: Refusal,
	text: string,
	operation?: string,
): never {
	const { status, body } = refusal(kind, text, operation);
	throw new AnswerError(json(status, body));
}

/** HTTP status and code of a refusal. */
type Coded = readonly [status: number, code: string];

/** The form of most services: `error_code` and `error_msg`. */
export const flat = ([status, error_code]: Coded, error_msg: string) => ({
	status,
	body: { error_code, error_msg, request_id: requestId() },
});

/** The form of the first version of the networks' API. */
export const older = ([status, code]: Coded, message: string) => ({
	status,
	body: { code, message },
});

/** The form of KMS and EPS, one object deeper. */
export const nested = ([status, error_code]: Coded, error_msg: string) => ({
	status,
	body: { error: { error_code, error_msg } },
});
