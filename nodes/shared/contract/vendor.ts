import type {
	IDataObject,
	IHttpRequestMethods,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import type { Clock } from './clock';
import type { Failure } from './failure';

/** Whether a request only reads: then sending it again can never do harm. */
export type Effect = 'read' | 'write';

/** How fast a kind of request may go. */
export interface Pace {
	/** Requests a second. */
	perSecond: number;
	/** Requests under way at once. */
	atOnce: number;
}

/** An API request before n8n's request options, the region and the signature are added. */
export interface ApiRequest {
	/** Name of the operation in the vendor's reference; requests of one name share a rate limit. */
	api: string;
	effect: Effect;
	method: IHttpRequestMethods;
	/** Path below the endpoint, percent-encoded; `{project_id}` is filled in by the credential. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	headers?: IDataObject;
	/** Whether a read succeeds without a body, as a check does that only fails or not. */
	mayBeEmpty?: boolean;
}

/** An answer as it came, whatever its status. */
export interface HttpAnswer {
	status: number;
	/** Names in lower case. */
	headers: IDataObject;
	/** Parsed if it was JSON, else the text. */
	body: unknown;
	/** Unix time by this machine's clock, milliseconds: a header may name a date to wait for. */
	receivedAt: number;
}

/** What a vendor may use to find out whose resources credentials lead to. */
export interface AccountAccess {
	/** n8n's, which signs nothing. */
	httpRequest(options: IHttpRequestOptions): Promise<unknown>;
	clock: Clock;
	/** Comes when nobody waits for it any more. */
	signal: AbortSignal;
}

/** What the shared request path has to know of a vendor. */
export interface Vendor {
	/** As in texts for users: "Huawei Cloud". */
	name: string;
	/** Credential type that signs. */
	credential: string;
	/** Its fields, as the version of these nodes has them: n8n may have loaded the type of another version. */
	fields?(): readonly INodeProperties[];
	/**
	 * Address to which paths are relative.
	 *
	 * @param region Another region than the credential's
	 * @param api Operation, where not all of them have the same host
	 */
	endpoint(credentials: IDataObject, region?: string, api?: string): string;
	/** What the operations of one host have in common, where not all operations have the same host. */
	serviceOf?(api: string): string;
	/**
	 * Whose resources these credentials lead to, by what requests are signed with: the key ID, or the
	 * account of a login.
	 *
	 * @param region ID of the region that requests are for
	 */
	account(credentials: IDataObject, region: string): string;
	/**
	 * The same where only the service knows all of it, such as the project of a region; `undefined` where
	 * `account` says it already. What it fetches, the requests need anyway.
	 *
	 * @throws {Error} It cannot be found out
	 */
	settledAccount?(
		credentials: IDataObject,
		region: string,
		access: AccountAccess,
	): Promise<string | undefined>;
	/**
	 * What requests with these credentials carried that they do not hold: the token of another region, or
	 * one that was refused.
	 */
	sessions?(credentials: IDataObject): object[];
	/** Makes what is fetched for requests with these credentials, such as a token, end at a signal. */
	endSessionAt?(credentials: IDataObject, signal: AbortSignal): void;
	/**
	 * Whether an answer refuses temporary keys that have ended and that the credential itself had fetched:
	 * nothing has happened, and the same request is signed with new ones. A 401 n8n handles by itself.
	 */
	renewed?(credentials: IDataObject, answer: HttpAnswer): boolean;
	/** Headers that point a request at another region than the credential's. */
	regionHeaders?(region: string): IDataObject;
	/**
	 * A request in the vendor's envelope: what names the operation, its version and the region, where
	 * that is not method and path.
	 *
	 * @param region ID of the region that the request is for, the credential's own or another
	 */
	envelope?(request: ApiRequest, region: string): ApiRequest;
	/**
	 * The body of a success.
	 *
	 * @param api Operation that was answered
	 * @throws {Failure} The answer says, in any of the vendor's ways, that it did not work
	 */
	decode(answer: HttpAnswer, api: string): IDataObject;
	/** Rate of an operation. */
	pace(api: string): Pace;
	/** Words for a 401: which of the credential's fields to look at. */
	unauthorized(answer: HttpAnswer, host: string): Failure;
}
