import type { ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';

import type { Connection } from '../request/call';
import { connect } from '../request/call';
import { Failure, asFailure, toNodeError } from '../contract/failure';
import { REGION } from '../run/send';
import type { Vendor } from '../contract/vendor';

/** What the look-ups of resource locators and drop-downs have in common. */

/** Most entries that a list shows; more is what the search is for. */
export const MOST_ENTRIES = 500;

/**
 * Runs a look-up in the region that the node is set to.
 *
 * @throws {NodeApiError} What n8n shows below the field
 */
export async function lookUp<T>(
	context: ILoadOptionsFunctions,
	vendor: Vendor,
	task: (connection: Connection) => Promise<T>,
): Promise<T> {
	try {
		const region = context.getCurrentNodeParameter(`options.${REGION}`) as string | undefined;
		const connection = await connect(context, vendor, region);
		return connection.secrets.hide(await task(connection));
	} catch (error) {
		throw toNodeError(context.getNode(), asFailure(error));
	}
}

/**
 * ID of the instance that the field 'Instance' names.
 *
 * @throws {Failure} `notSent`
 */
export function chosenInstance(context: ILoadOptionsFunctions): string {
	const id = context.getCurrentNodeParameter('instanceId', { extractValue: true });
	if (id) return String(id as string);
	throw new Failure('notSent', 'Select an instance first', {
		mend: "The list depends on the field 'Instance'.",
	});
}

export const sorted = <T extends { name: string }>(entries: T[]): T[] =>
	entries.sort((a, b) => a.name.localeCompare(b.name));

/** Whether an entry's name holds what was typed, whatever the case. */
export const containing =
	(filter = '') =>
	({ name }: { name: string }) =>
		name.toLowerCase().includes(filter.toLowerCase());

/**
 * Entries of a resource locator in the order of their names. The clouds allow several of one name;
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
