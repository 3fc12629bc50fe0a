import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { isResourceLocatorValue } from 'n8n-workflow';

import type { Clock } from '../contract/clock';
import { isBlank } from '../contract/field';
import { Failure, asFailure, toNodeError } from '../contract/failure';
import type { ApiRequest, Vendor } from '../contract/vendor';
import type { Lookup, LookupEntry } from '../contract/lookup';
import { call } from '../request/call';
import type { Connection } from '../request/connection';
import { connect } from '../request/connection';
import { keptRows } from '../request/keptRows';
import { lookUp, unlisted } from '../request/lookUp';
import { REGION } from './regionOption';

/** What the list searches of resource locators and the option loaders of drop-downs have in common. */

/** Most entries that a list shows; more is what the search is for. */
export const MOST_ENTRIES = 500;

/** What a list search or an option loader may do: read the API in the region that the node is set to. */
export class ListSource {
	private connection?: Promise<Connection>;

	constructor(
		private readonly context: ILoadOptionsFunctions,
		private readonly vendor: Vendor,
		private readonly clock: Clock,
		private readonly followsRegion = true,
	) {}

	/** The same in the credential's own region, whatever region the node is set to. */
	inCredentialRegion(): ListSource {
		return new ListSource(this.context, this.vendor, this.clock, false);
	}

	/** Sends a request; the first one reads the credential. */
	async call(request: ApiRequest): Promise<IDataObject> {
		return await call(await (this.connection ??= this.connect()), request);
	}

	/**
	 * ID of the instance that the field 'Instance' names.
	 *
	 * @throws {Failure} `notSent`
	 */
	get instanceId(): string {
		const given = this.context.getCurrentNodeParameter('instanceId', { extractValue: true });
		const id = resolved(given, 'Instance');
		if (id) return String(id as string);
		// The editor gives nothing, too, for an expression that it could not resolve.
		const message =
			"Select an instance first, or run the previous nodes if 'Instance' is an expression";
		throw new Failure('notSent', message, { advice: "The list depends on the field 'Instance'." });
	}

	/**
	 * A field of the node as it is now, `undefined` where it is not set.
	 *
	 * @param label Display name of the field
	 * @throws {Failure} `notSent` for an expression whose value is not known yet
	 */
	nodeParameter(name: string, label: string): unknown {
		return resolved(this.context.getCurrentNodeParameter(name), label);
	}

	/**
	 * What can be chosen for a field, narrowed down by the fields that it depends on; up to a minute old.
	 *
	 * @throws {Failure} Says which permission is missing, and that an ID can be entered
	 */
	async entries(lookup: Lookup): Promise<LookupEntry[]> {
		const connection = await (this.connection ??= this.connect());
		const values = new Map<string, unknown>();
		for (const { name, label, lookup: outer } of lookup.within ?? []) {
			const given = this.nodeParameter(name, label);
			const { value, mode } = isResourceLocatorValue(given) ? given : { value: given };
			if (isBlank(value)) continue;
			const asked = { label, value: String(value), mode };
			const id = outer && (await lookUp(this, outer, asked, (other) => values.get(other)));
			values.set(name, id ?? value);
		}
		const chosen = (name: string) => values.get(name);
		try {
			const rows = await keptRows(connection, lookup.request(chosen), lookup.pages);
			return rows
				.filter((row) => lookup.keep?.(row, chosen) ?? true)
				.map((row) => lookup.entry(row));
		} catch (error) {
			throw unlisted(lookup, error, BY_ID);
		}
	}

	/** What was read, without what was sent as a secret. */
	async masked<T>(result: T): Promise<T> {
		return this.connection ? (await this.connection).secrets.hide(result) : result;
	}

	private async connect(): Promise<Connection> {
		const region = this.followsRegion
			? this.nodeParameter(`options.${REGION}`, 'Region Name or ID')
			: undefined;
		return await connect(this.context, this.vendor, this.clock, region as string | undefined);
	}
}

/** What a list that cannot be read leaves. */
const BY_ID = "You can enter the ID instead: select 'By ID', or use an expression.";

/**
 * A value of the form, which is an expression's text where nobody could resolve it: none of the fields
 * on which lists depend has a value that begins like one.
 *
 * @throws {Failure} `notSent` for an expression
 */
function resolved(value: unknown, label: string): unknown {
	const text = isResourceLocatorValue(value) ? value.value : value;
	if (typeof text !== 'string' || !text.startsWith('=')) return value;
	throw new Failure(
		'notSent',
		`Run the previous nodes first: the list depends on '${label}', which is an expression`,
	);
}

/**
 * A list search: entries that fit what was typed.
 *
 * @param page Token of the page, as the one before gave it
 */
export type ListSearch = (
	source: ListSource,
	filter?: string,
	page?: string,
) => Promise<INodeListSearchResult>;

/** An option loader: all entries of a drop-down. */
export type OptionLoader = (source: ListSource) => Promise<INodePropertyOptions[]>;

type Bound<T> = (this: ILoadOptionsFunctions, filter?: string, page?: string) => Promise<T>;

/**
 * Methods as n8n calls them, out of functions that know neither n8n's context nor the time.
 *
 * @returns Functions that throw `NodeApiError`, which n8n shows below the field
 */
export function bound<T>(
	functions: Record<string, (source: ListSource, filter?: string, page?: string) => Promise<T>>,
	vendor: Vendor,
	clock: Clock,
): Record<string, Bound<T>> {
	const bind = (
		list: (source: ListSource, filter?: string, page?: string) => Promise<T>,
	): Bound<T> =>
		async function (this: ILoadOptionsFunctions, filter?: string, page?: string) {
			const source = new ListSource(this, vendor, clock);
			try {
				return await source.masked(await list(source, filter, page));
			} catch (error) {
				throw toNodeError(this.getNode(), asFailure(error));
			}
		};
	return Object.fromEntries(Object.entries(functions).map(([name, list]) => [name, bind(list)]));
}

export const sorted = <T extends { name: string }>(entries: T[]): T[] =>
	entries.sort((a, b) => a.name.localeCompare(b.name));

/** Whether an entry's name contains what was typed, whatever the case. */
export const containing =
	(filter = '') =>
	({ name }: { name: string }) =>
		name.toLowerCase().includes(filter.toLowerCase());

/**
 * Entries of a resource locator in the order of their names. The clouds allow several with one name;
 * those get their ID behind it, as the wrong one could be deleted otherwise.
 */
export function distinguishable(entries: INodeListSearchItems[]): INodeListSearchItems[] {
	const count = new Map<string, number>();
	for (const { name } of entries) count.set(name, (count.get(name) ?? 0) + 1);
	return sorted(
		entries.map((entry) =>
			count.get(entry.name) === 1
				? entry
				: { ...entry, name: `${entry.name}, ID ${String(entry.value)}` },
		),
	);
}

/** What the option of the region does: said once in its list, not in the description of each operation. */
const ABOUT_REGION =
	"Select another entry to use that region instead of the credential's region; if the credential restricts domains, its host must be allowed";

/** The option loader of the regions; the empty one is the credential's own. */
export const regionLoader =
	(regions: readonly INodePropertyOptions[]): OptionLoader =>
	async () => [{ name: 'From Credential', value: '', description: ABOUT_REGION }, ...regions];

/** Of the methods of a vendor, those that the fields of one of its nodes name. */
export function usedBy<T>(description: object, methods: Record<string, T>): Record<string, T> {
	const form = JSON.stringify(description);
	return Object.fromEntries(
		Object.entries(methods).filter(([name]) => form.includes(`Method":"${name}"`)),
	);
}
