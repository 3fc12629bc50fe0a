import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';

import { asFailure, Failure, toNodeError } from '../shared/contract/failure';
import type { Clock } from '../shared/contract/clock';
import type { FleetInstance } from '../shared/fleet/record';
import type { FleetVendor } from '../shared/fleet/vendor';
import { MOST_ENTRIES } from '../shared/form/listSearch';
import { regionsMethodOf } from './fields/clouds';
import { FleetRun } from './run/fleetRun';
import { readFleet } from './run/inventory';
import { Parameters } from './run/parameters';
import { settingsOf } from './run/settings';

const ZONE = 'UTC';

/** What the lists of the form offer. */
export const methodsOf = (
	vendors: readonly FleetVendor[],
	clock: Clock,
): NonNullable<INodeType['methods']> => ({
	loadOptions: Object.fromEntries(
		vendors.map((vendor) => [
			regionsMethodOf(vendor),
			async (): Promise<INodePropertyOptions[]> => await Promise.resolve([...vendor.regions]),
		]),
	),
	listSearch: {
		async searchInstances(
			this: ILoadOptionsFunctions,
			filter = '',
		): Promise<INodeListSearchResult> {
			try {
				return await search(this, vendors, clock, filter);
			} catch (error) {
				throw toNodeError(this.getNode(), asFailure(error));
			}
		},
	},
});

async function search(
	context: ILoadOptionsFunctions,
	vendors: readonly FleetVendor[],
	clock: Clock,
	filter: string,
): Promise<INodeListSearchResult> {
	const parameters = new Parameters((name) => context.getCurrentNodeParameter(name));
	const run = new FleetRun(context, clock, undefined, 0);
	const inventory = await readFleet(run, settingsOf(parameters, vendors, ZONE), { details: false });
	const [failure] = inventory.failed.values();
	if (failure) throw failure;
	const [row] = inventory.rows.filter(({ reason }) => reason !== 'skipped');
	if (row && inventory.instances.length === 0) {
		throw new Failure('refused', `${row.region}: ${row.message}`, { advice: row.whatToDo });
	}
	const wanted = filter.toLowerCase();
	const results = inventory.instances
		.map((one) => ({ name: entryOf(one), value: one.key }))
		.filter(({ name }) => name.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name))
		.slice(0, MOST_ENTRIES);
	return { results };
}

/** Name, cloud and region, state, and ID. */
const entryOf = ({ name, cloud, region, state, id }: FleetInstance): string =>
	[name, `${cloud} ${region}`, state, ...(id === name ? [] : [id])].join(', ');
