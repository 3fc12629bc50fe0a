import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions, INode } from 'n8n-workflow';

import { regionOf } from '../../../credentials/fields/checks';
import { allowedDomainsFor } from '../../../credentials/fields/domains';
import type { Clock } from '../contract/clock';
import { Failure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import { Secrets } from './secrets';

/** Where and how requests of one item, one poll or one list search go. */
export interface Connection {
	context: IAllExecuteFunctions;
	vendor: Vendor;
	clock: Clock;
	/** Base URL, proxy, time-out, domain restriction: what n8n's routing resolved for this node. */
	options: Partial<IHttpRequestOptions>;
	/** Another region than the credential's. */
	region?: string;
	/** The credential's own region, which not all vendors' requests name. */
	credentialRegion: () => Promise<string>;
	/** Account, endpoint and region, see `addresseeOf`. */
	addressee: string;
	/** What these requests carried, see `Secrets`; each request adds its own. */
	secrets: Secrets;
	signal?: AbortSignal;
}

/**
 * Account, endpoint and region that requests are for: what shares it shares rate limits, locks and what
 * is remembered.
 *
 * @param node A copy of the node, which n8n makes anew each time it is asked for one
 */
export function addresseeOf(
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
export function credentialRegionOf(
	context: IAllExecuteFunctions,
	vendor: Vendor,
): () => Promise<string> {
	let region: Promise<string> | undefined;
	const read = async () => {
		try {
			return regionOf(await context.getCredentials(vendor.credential));
		} catch (error) {
			throw unusable(error as Error & { description?: string });
		}
	};
	return async () => await (region ??= read());
}

/**
 * The connection of a trigger's poll, a list search or an option loader, for which n8n's routing
 * prepares nothing.
 *
 * @param region Another region than the credential's
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	clock: Clock,
	region?: string,
): Promise<Connection> {
	const credentials = await context.getCredentials<IDataObject>(vendor.credential);
	const baseURL = addressOf(vendor, credentials, region);
	const allowedDomains = allowedDomainsFor(context.getNode(), credentials as never, baseURL);
	const options = { baseURL, timeout: 30_000, ...(allowedDomains && { allowedDomains }) };
	const secrets = new Secrets();
	secrets.addFrom(credentials);
	return {
		context,
		vendor,
		clock,
		options,
		region: region || undefined,
		credentialRegion: credentialRegionOf(context, vendor),
		addressee: addresseeOf(context.getNode(), vendor, options.baseURL, region || undefined),
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
	new Failure('notSent', message, { advice: description });
