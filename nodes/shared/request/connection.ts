import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { regionOf } from '../../../credentials/fields/checks';
import { allowedDomainsFor } from '../../../credentials/fields/domains';
import { sha256Hex } from '../../../credentials/signing/encoding';
import { BadInput } from '../contract/badInput';
import type { Clock } from '../contract/clock';
import { Failure } from '../contract/failure';
import type { Vendor } from '../contract/vendor';
import { throwIfCancelled } from './clock';
import { refuseNothingIn } from './credentialFields';
import { Secrets } from './secrets';

/** Where and how requests of one item, one poll or one list search go. */
export interface Connection {
	context: IAllExecuteFunctions;
	vendor: Vendor;
	clock: Clock;
	/** Base URL, proxy, time-out, domain restriction. */
	options: Partial<IHttpRequestOptions>;
	/** Region of the node's option, instead of the credential's. */
	region?: string;
	/** Region that requests are for: that of the option or of the credential. */
	finalRegion: string;
	/** Account, origin and region, see `resolve`. */
	addressee: string;
	/**
	 * Checks that a credential that is read anew, to sign with it, still leads to the same account and address.
	 *
	 * @throws {Failure} `notSent`
	 */
	confirm: (credentials: IDataObject) => void;
	/** Service that `options` and `addressee` are for, where the vendor has several. */
	service?: string;
	/**
	 * The same for an operation of another service, which has a host of its own.
	 *
	 * @throws {Failure} `notSent`
	 */
	elsewhere: (api: string) => Pick<Connection, 'service' | 'options' | 'addressee' | 'confirm'>;
	/** What these requests carried, see `Secrets`; each request adds its own. */
	secrets: Secrets;
	/** Tells credentials apart that name the same account, of which one may lack the right secret; for lists only. */
	proof?: string;
	signal?: AbortSignal;
}

/** Whom the requests of one item, poll or list search are for. */
type Resolved = Pick<
	Connection,
	'finalRegion' | 'addressee' | 'confirm' | 'service' | 'elsewhere'
> & {
	credentials: IDataObject;
	options: Pick<IHttpRequestOptions, 'baseURL' | 'allowedDomains'>;
};

/** What is needed to find out whom requests are for. */
type Resolving = Pick<
	Connection,
	'context' | 'vendor' | 'clock' | 'region' | 'signal' | 'options'
> & {
	/** Whether the credential's list of domains holds for its own endpoints, too. */
	isListedOnly?: boolean;
};

/** Where a credential leads. */
interface Destination {
	origin: string;
	region: string;
	account: string;
}

/** Two ways to write one host. */
const withoutFinalDot = (origin: string) => origin.replace(/\.(?=:|$)/, '');

function destinationOf(
	vendor: Vendor,
	credentials: IDataObject,
	other: string | undefined,
	api: string | undefined,
): Destination {
	try {
		const region = other ?? regionOf(credentials as never);
		return {
			origin: vendor.endpoint(credentials, other, api),
			region,
			account: vendor.account(credentials, region),
		};
	} catch (error) {
		throw unusable(error as Error & { description?: string });
	}
}

/**
 * Reads the credential as it is for this item, and finds out whom its requests are for. n8n's routing
 * resolves the expressions of a credential once, for the first item, and would send all items there.
 *
 * What has the same account, origin and region in common, by whatever credential, option or expression,
 * shares rate limits, locks and what is remembered.
 *
 * @param api Operation of the API, where not all of them have the same host
 * @throws {Failure} `notSent`: the credential cannot be read, or holds what cannot become an address;
 *   `cancelled`
 */
async function resolve(resolving: Resolving, api?: string): Promise<Resolved> {
	const { context, vendor, region, isListedOnly = false } = resolving;
	const credentials = await credentialsOf(context, vendor);
	const node = context.getNode();
	const { region: asked } = destinationOf(vendor, credentials, region, api);
	const owner = await settled(resolving, credentials, asked);
	const leadingTo = (operation?: string) => {
		const {
			origin,
			account,
			region: finalRegion,
		} = destinationOf(vendor, credentials, region, operation);
		const allowedDomains = allowedDomainsFor(
			node,
			credentials as never,
			isListedOnly ? undefined : origin,
		);
		return {
			service: vendor.serviceOf?.(String(operation)),
			finalRegion,
			options: { baseURL: origin, ...(allowedDomains && { allowedDomains }) },
			addressee: [owner ?? account, withoutFinalDot(origin), finalRegion].join('|'),
			confirm(latest: IDataObject) {
				const now = destinationOf(vendor, latest, region, operation);
				if (now.origin !== origin || now.region !== finalRegion) throw moved('endpoint or region');
				// What is remembered and locked would be another account's.
				if (now.account !== account) throw moved('account');
			},
		};
	};
	return { credentials, ...leadingTo(api), elsewhere: leadingTo };
}

async function credentialsOf(context: IAllExecuteFunctions, vendor: Vendor): Promise<IDataObject> {
	try {
		const data = await context.getCredentials<IDataObject>(vendor.credential);
		await refuseNothingIn(context, vendor, data);
		return data;
	} catch (error) {
		throw unusable(error as Error & { description?: string });
	}
}

/**
 * The account where the credential alone does not say it all: otherwise the same place, named in two
 * ways, would have two locks.
 *
 * @throws {Failure} `notSent`, `cancelled`
 */
async function settled(
	{ context, vendor, clock, signal, options }: Resolving,
	credentials: IDataObject,
	region: string,
): Promise<string | undefined> {
	if (!vendor.settledAccount) return undefined;
	const { httpRequest } = context.helpers;
	const late = clock.timeout(Number(options.timeout) || clock.times.answer);
	const end = signal ? AbortSignal.any([signal, late]) : late;
	try {
		return await vendor.settledAccount(credentials, region, { httpRequest, clock, signal: end });
	} catch (error) {
		throwIfCancelled(signal);
		throw unusable(error as Error);
	}
}

/** Signed for one place, a request must not go to another. */
const moved = (what: string) =>
	new Failure('notSent', `the credential's ${what} has changed in the meantime`, {
		advice: 'Check the credential and any expression in it, then run this again.',
	});

/**
 * The connection of an item.
 *
 * @param options Proxy and time-out, as n8n's routing resolved them for the node
 */
export async function connectItem(
	base: Pick<
		Connection,
		'context' | 'vendor' | 'clock' | 'options' | 'region' | 'secrets' | 'signal'
	>,
	api: string,
): Promise<Connection> {
	const { credentials: _, ...resolved } = await resolve(base, api);
	return { ...base, ...resolved, options: { ...base.options, ...resolved.options } };
}

/** A request for a list or a poll, milliseconds. */
const LISTING = { timeout: 30_000 };

/**
 * The connection of a trigger's poll, a list search or an option loader, for which n8n's routing
 * prepares nothing.
 *
 * @param other Another region than the credential's
 * @param signal Ends what is asked for this, and every request
 * @param isListedOnly Whether the credential's list of domains, where it has one, holds for its own endpoints, too:
 *   for nodes that ask more services and regions than the credential names
 */
export async function connect(
	context: IAllExecuteFunctions,
	vendor: Vendor,
	clock: Clock,
	other?: string,
	signal?: AbortSignal,
	isListedOnly = false,
): Promise<Connection> {
	const region = other || undefined;
	const options = LISTING;
	const resolving = { context, vendor, clock, region, signal, options, isListedOnly };
	const resolved = await resolve(resolving);
	const { credentials, options: found, ...rest } = resolved;
	const secrets = new Secrets();
	secrets.addFrom(credentials);
	return {
		context,
		vendor,
		clock,
		region,
		secrets,
		proof: sha256Hex(JSON.stringify(credentials)),
		signal,
		...rest,
		options: { ...found, ...LISTING },
	};
}

/** A connection as it is for an operation, which may be one of another service with a host of its own. */
export function connectionFor(connection: Connection, api: string): Connection {
	const { vendor, service, options, elsewhere } = connection;
	if (!vendor.serviceOf || vendor.serviceOf(api) === service) return connection;
	const there = elsewhere(api);
	const { allowedDomains: _, ...others } = options;
	return { ...connection, ...there, options: { ...others, ...there.options } };
}

/** The credential holds something that cannot become an address. */
const unusable = (error: Error & { description?: string }) =>
	new Failure('notSent', error.message, {
		advice: error instanceof BadInput ? error.advice : error.description,
	});
