import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { regionOf } from '../../credentials/checks';
import { noteTime } from './cloudTime';
import { Failure, asFailure, withoutSecrets } from './failure';
import { inTurn } from './pace';
import { withRetry } from './retry';
import { secretsIn } from './secrets';
import { exchange, hostOf } from './transport';
import type { ApiRequest, Vendor } from './vendor';

/** Where and how requests of one item, one poll or one look-up go. */
export interface Connection {
	context: IAllExecuteFunctions;
	vendor: Vendor;
	/** Base URL, proxy, time-out, domain restriction: what n8n's routing resolved for this node. */
	options: Partial<IHttpRequestOptions>;
	/** Another region than the credential's. */
	region?: string;
	signal?: AbortSignal;
}

/** Account, endpoint and region that requests are for. */
export function placeOf({ context, vendor, options, region }: Connection): string {
	const account = context.getNode().credentials?.[vendor.credential];
	return [account?.id ?? account?.name, options.baseURL, region].join('|');
}

/**
 * Sends an API request: waits for its turn, lets the credential sign it, decodes the answer and
 * repeats it where that is safe.
 *
 * @returns The body of the answer; an empty object for an answer without one
 * @throws {Failure}
 */
export async function call(connection: Connection, request: ApiRequest): Promise<IDataObject> {
	const { context, vendor, options, region, signal } = connection;
	const { api, effect } = request;
	const { method, path, query, body, headers } = await enveloped(connection, request);
	const attempt = async () => {
		const sent = {
			...options,
			method,
			url: path,
			qs: { ...query },
			body: body && { ...body },
			headers: { ...headers, ...(region && vendor.regionHeaders?.(region)) },
		};
		const answer = await exchange(context, vendor.credential, sent, effect);
		if (answer.status === 401) throw vendor.unauthorized(answer, hostOf(options.baseURL));
		const content = vendor.decode(answer);
		noteTime(placeOf(connection), answer.headers.date);
		if (effect === 'read' && Object.keys(content).length === 0) throw nothingRead();
		return content;
	};
	// The vendors count the requests of an account, an operation at a time.
	const inLane = () => inTurn(`${placeOf(connection)}|${api}`, vendor.pace(api), attempt, signal);
	try {
		return await withRetry(effect, inLane, signal);
	} catch (error) {
		const failure = await masked(connection, request, asFailure(error));
		throw effect === 'read' ? ofReading(failure) : failure;
	}
}

/** A service may repeat what it was sent: passwords, and the signed text with a token in it. */
async function masked(
	{ context, vendor }: Connection,
	{ body }: ApiRequest,
	failure: Failure,
): Promise<Failure> {
	// Without words of the service there is nothing to mask, and the credential may be what failed.
	const { httpStatus, code } = failure.details;
	if (httpStatus === undefined && code === undefined) return failure;
	const credentials = await context.getCredentials<IDataObject>(vendor.credential);
	return withoutSecrets(failure, [...secretsIn(body), ...secretsIn(credentials)]);
}

/** A write that a read comes before can be tried again, as far as that read goes. */
const ofReading = ({ kind, message, details }: Failure) =>
	new Failure(kind, message, { ...details, readOnly: true });

async function enveloped({ context, vendor, region }: Connection, request: ApiRequest) {
	if (!vendor.envelope) return request;
	if (region) return vendor.envelope(request, region);
	const credentials = await context.getCredentials<ICredentialDataDecryptedObject>(
		vendor.credential,
	);
	return vendor.envelope(request, regionOf(credentials));
}

/** Taken for a list without rows, it would say that nothing is there. */
const nothingRead = () => new Failure('broken', 'the answer was empty');

/**
 * The connection of a trigger's poll, a list search or an option loader, for which n8n's routing
 * prepares nothing.
 *
 * @param region Another region than the credential's
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	region?: string,
): Promise<Connection> {
	const credentials = await context.getCredentials<IDataObject>(vendor.credential);
	return {
		context,
		vendor,
		options: { baseURL: addressOf(vendor, credentials, region), timeout: 30_000 },
		region: region || undefined,
	};
}

function addressOf(vendor: Vendor, credentials: IDataObject, region?: string): string {
	try {
		return vendor.endpoint(credentials, region || undefined);
	} catch (error) {
		throw unusable(error as Error & { description?: string });
	}
}

/** The credential holds something that cannot become an address. */
const unusable = ({ message, description }: Error & { description?: string }) =>
	new Failure('notSent', message, { mend: description });
