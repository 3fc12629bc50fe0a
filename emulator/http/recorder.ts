import type { VendorName } from '../core/vendors';
import type { RawRequest } from './request';

/** One request the emulator received, for assertions. */
export interface RecordedRequest {
	vendor: VendorName;
	/** Operation by the facts' name; null when the request names none. */
	operation: string | null;
	method: string;
	/** Path, still percent-encoded. */
	path: string;
	/** Request target as received (path and query). */
	url: string;
	/** Headers by lower-case name. */
	headers: Record<string, string>;
	/** Header lines as received. */
	rawHeaders: Array<readonly [string, string]>;
	/** Body as UTF-8 text. */
	body: string;
	/** Body bytes as received. */
	rawBody: Buffer;
	/** Status sent; 0 while unanswered and when the connection was cut. */
	status: number;
	/** Time of arrival by the clients' clock, ms since the epoch. */
	time: number;
	/** Virtual time of arrival, ms since the epoch. */
	virtualTime: number;
}

/** Notes a request into the list, which keeps only the newest `limit` entries. */
export function record(
	list: RecordedRequest[],
	limit: number,
	vendor: VendorName,
	operation: string | null,
	request: RawRequest,
	time: number,
	virtualTime: number,
): RecordedRequest {
	const entry: RecordedRequest = {
		vendor,
		operation,
		method: request.method,
		path: request.path,
		url: request.target,
		headers: request.headerMap(),
		rawHeaders: [...request.headers],
		body: request.body.toString('utf8'),
		rawBody: request.body,
		status: 0,
		time,
		virtualTime,
	};
	list.push(entry);
	if (list.length > limit) list.splice(0, list.length - limit);
	return entry;
}
