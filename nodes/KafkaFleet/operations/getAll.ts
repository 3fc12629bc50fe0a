import type { FleetInstance } from '../../shared/fleet/record';
import { filterBy } from '../../shared/fleet/filters';
import { readActivities } from '../run/activities';
import { readFleet } from '../run/inventory';
import { filtersOf } from '../run/judging';
import { activityWanted } from '../run/wanted';
import type { FleetOperation } from './operation';
import { emitRows, emittingOf } from './emitting';

/** The instances of all chosen clouds and regions, in one form. */
export const getAll: FleetOperation = {
	resource: 'instance',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get many Kafka instances of the chosen clouds and regions, in one form',
	runs: 'shared',
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const filters = filtersOf(parameters, run.zone);
		const isAll = parameters.isOn('returnAll', 'Return All', false);
		const limit = isAll ? Infinity : parameters.number('limit', 'Limit', 50, [1, Infinity]);
		const details = parameters.isOn('readDetails', 'Read Details', false);
		const withActivity = parameters.isOn('withActivity', 'Include Activity', false);
		const wanted = withActivity ? activityWanted(parameters, settings) : undefined;
		const emitting = emittingOf(parameters, 'Kafka instances');
		const fleet = run.fleetRun(index);
		const inventory = await readFleet(fleet, settings, { details });
		const fits = filterBy(filters, run.clock.now());
		const found = inventory.instances.filter(fits);
		const shown = [...found].sort(byPlace).slice(0, limit);
		const activities = wanted && (await readActivities(fleet, settings.vendors, shown, wanted));
		const rows = shown.map((instance) => ({
			instance,
			...(activities && { activity: activities.byKey.get(instance.key) ?? null }),
		}));
		const cut =
			shown.length < found.length
				? [`'Limit' left out ${found.length - shown.length} of ${found.length} instances.`]
				: [];
		const notes = [...cut, ...(activities?.warnings ?? [])];
		await emitRows(run, fleet, index, rows, inventory, settings, emitting, notes);
	},
};

/** By cloud, region, and name, whatever came first. */
function byPlace(a: FleetInstance, b: FleetInstance): number {
	const place = ({ cloud, region, name, id }: FleetInstance) =>
		[cloud, region, name, id].join('\n');
	const [one, other] = [place(a), place(b)];
	return one < other ? -1 : one > other ? 1 : 0;
}
