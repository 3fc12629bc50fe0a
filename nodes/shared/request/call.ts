import type { IDataObject } from 'n8n-workflow';

import { percentDecode } from '../../../credentials/signing/encoding';
import { Failure, NOT_FROM_API, asFailure, brief } from '../contract/failure';
import type { ApiRequest } from '../contract/vendor';
import { noteTime } from './cloudTime';
import type { Connection } from './connection';
import { connectionFor } from './connection';
import { inTurn } from './rateLimit';
import { withRetry } from './retry';
import { withoutSecrets } from './secrets';
import { exchange, hostOf } from './transport';

/**
 * Sends an API request: waits for its turn, lets the credential sign it, decodes the answer and
 * repeats it where that is safe.
 *
 * @returns The body of the answer; an empty object for an answer without one
 * @throws {Failure}
 */
export async function call(given: Connection, request: ApiRequest): Promise<IDataObject> {
	const connection = connectionFor(given, request.api);
	const { vendor, clock, options, region, addressee, secrets, signal } = connection;
	const { api, effect } = request;
	const { method, path, query, body, headers } = enveloped(connection, request);
	if (path.split('/').some(isDots)) throw climbing();
	secrets.addFrom(body);
	for (const open of [query, body, namesIn(path)]) secrets.keepFrom(open);
	const attempt = async () => {
		const sent = {
			...options,
			method,
			url: path,
			qs: { ...query },
			body: body && { ...body },
			headers: { ...headers, ...(region && vendor.regionHeaders?.(region)) },
		};
		const answer = await exchange(connection, sent, effect);
		if (answer.status === 401) throw vendor.unauthorized(answer, hostOf(options.baseURL));
		const content = vendor.decode(answer, api);
		noteTime(clock, addressee, answer.headers.date);
		const isEmpty = Object.keys(content).length === 0;
		if (effect === 'read' && isEmpty && !request.mayBeEmpty) throw nothingRead();
		return content;
	};
	// The services count the requests of an account, an operation at a time.
	const inLane = () => inTurn(`${addressee}|${api}`, vendor.pace(api), attempt, { clock, signal });
	try {
		return await withRetry(clock, effect, inLane, signal);
	} catch (error) {
		const failure = brief(withoutSecrets(asFailure(error), secrets));
		// A failed read changed nothing, so a write that was waiting for it may be tried again.
		throw effect === 'read' ? failure.with({ readOnly: true }) : failure;
	}
}

const enveloped = ({ vendor, finalRegion }: Connection, request: ApiRequest): ApiRequest =>
	vendor.envelope ? vendor.envelope(request, finalRegion) : request;

/** What a URL parser resolves away, so that a request with such a name reaches another address. */
const isDots = (segment: string): boolean => segment === '.' || segment === '..';

const climbing = () =>
	new Failure('notSent', "an ID or a name cannot be '.' or '..'", {
		advice: 'Enter the ID or name of an existing one.',
	});

/** The names in a path; what is encoded wrongly is not one. */
const namesIn = (path: string): string[] =>
	path.split('/').map((segment) => percentDecode(segment));

/** Taken for a list without rows, it would say that nothing is there. */
const nothingRead = () => new Failure('broken', 'the response was empty', { advice: NOT_FROM_API });
