import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions, INode } from 'n8n-workflow';

import { regionOf } from '../../../credentials/checks';
import { noteTime } from './cloudTime';
import { Failure, NOT_FROM_API, asFailure, withoutSecrets } from '../contract/failure';
import { inTurn } from './rateLimit';
import { withRetry } from './retry';
import { Secrets } from './secrets';
import { exchange, hostOf } from './transport';
import type { ApiRequest, Vendor } from '../contract/vendor';

/** Where and how requests of one item, one poll or one look-up go. */
export interface Connection {
	context: IAllExecuteFunctions;
	vendor: Vendor;
	/** Base URL, proxy, time-out, domain restriction: what n8n's routing resolved for this node. */
	options: Partial<IHttpRequestOptions>;
	/** Another region than the credential's. */
	region?: string;
	/** The credential's own region, which not all vendors' requests name. */
	home: () => Promise<string>;
	/** Account, endpoint and region, see `placeOf`. */
	place: string;
	/** What these requests carried, see `Secrets`; each request adds its own. */
	secrets: Secrets;
	signal?: AbortSignal;
}

/**
 * Account, endpoint and region that requests are for.
 *
 * @param node A copy of the node, which n8n makes anew each time it is asked for one
 */
export function placeOf(
	{ credentials }: INode,
	{ credential }: Vendor,
	baseURL: string | undefined,
	region?: string,
): string {
	const account = credentials?.[credential];
	return [account?.id ?? account?.name, baseURL, region].join('|');
}

/**
 * Region that a node's credential is for. It is read when it is first asked for and then kept: n8n
 * reads its database for a credential each time.
 *
 * @returns Rejects with a `notSent` failure for a region that cannot be one, or without the credential
 */
export function homeOf(context: IAllExecuteFunctions, vendor: Vendor): () => Promise<string> {
	let home: Promise<string> | undefined;
	const read = async () => {
		try {
			return regionOf(await context.getCredentials(vendor.credential));
		} catch (error) {
			throw unusable(error as Error & { description?: string });
		}
	};
	return async () => await (home ??= read());
}

/**
 * Sends an API request: waits for its turn, lets the credential sign it, decodes the answer and
 * repeats it where that is safe.
 *
 * @returns The body of the answer; an empty object for an answer without one
 * @throws {Failure}
 */
export async function call(connection: Connection, request: ApiRequest): Promise<IDataObject> {
	const { vendor, options, region, place, secrets, signal } = connection;
	const { api, effect } = request;
	const { method, path, query, body, headers } = await enveloped(connection, request);
	secrets.addFrom(body);
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
		const content = vendor.decode(answer);
		noteTime(place, answer.headers.date);
		if (effect === 'read' && Object.keys(content).length === 0) throw nothingRead();
		return content;
	};
	// The vendors count the requests of an account, an operation at a time.
	const inLane = () => inTurn(`${place}|${api}`, vendor.pace(api), attempt, signal);
	try {
		return await withRetry(effect, inLane, signal);
	} catch (error) {
		const failure = withoutSecrets(asFailure(error), secrets);
		throw effect === 'read' ? ofReading(failure) : failure;
	}
}

/** A write that a read comes before can be tried again, as far as that read goes. */
const ofReading = ({ kind, message, details }: Failure) =>
	new Failure(kind, message, { ...details, readOnly: true });

const enveloped = async ({ vendor, region, home }: Connection, request: ApiRequest) =>
	vendor.envelope ? vendor.envelope(request, region ?? (await home())) : request;

/** Taken for a list without rows, it would say that nothing is there. */
const nothingRead = () => new Failure('broken', 'the response was empty', { mend: NOT_FROM_API });

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
	const options = { baseURL: addressOf(vendor, credentials, region), timeout: 30_000 };
	const secrets = new Secrets();
	secrets.addFrom(credentials);
	return {
		context,
		vendor,
		options,
		region: region || undefined,
		home: homeOf(context, vendor),
		place: placeOf(context.getNode(), vendor, options.baseURL, region || undefined),
		secrets,
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
