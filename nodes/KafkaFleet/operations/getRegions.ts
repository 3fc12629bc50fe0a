import type { IDataObject } from 'n8n-workflow';

import { readFleet } from '../run/inventory';
import { emitRows, emittingOf } from './emitting';
import type { FleetOperation } from './operation';

/** What "Regions" would read: each region or project, whether it was read, and how many instances it has. */
export const getRegions: FleetOperation = {
	resource: 'region',
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many regions',
	description: 'Get the regions and projects that are read, and why some cannot be',
	runs: 'shared',
	async run(run, index) {
		const settings = run.settings(index);
		const fleet = run.fleetRun(index);
		const inventory = await readFleet(fleet, settings, { details: false });
		const read = inventory.read.map(
			({ scope, instances }): IDataObject => ({
				...scope,
				read: true,
				instances,
				reason: null,
				message: null,
				code: null,
				requestId: null,
				whatToDo: null,
			}),
		);
		const unread = inventory.rows.map(
			({ kind: _, readAt: __, cloud, region, project, ...why }): IDataObject => ({
				cloud,
				region,
				project,
				projectId: null,
				read: false,
				instances: null,
				...why,
			}),
		);
		const emitting = { ...emittingOf(run.parameters(index), 'Regions'), summary: false };
		// The rows are the answer here, so that a region without permission is no failure of the operation.
		const told = { ...inventory, rows: [] };
		if (read.length === 0 && unread.length === 0) {
			return await emitRows(run, fleet, index, [], told, settings, emitting);
		}
		run.emit(index, ...read, ...unread);
		for (const { cloud, label } of settings.vendors) {
			const failure = inventory.failed.get(cloud);
			if (failure && !unread.some((row) => row.cloud === cloud)) {
				run.fail(index, failure.with({ message: `${label}: ${failure.message}` }), { cloud });
			}
		}
	},
};
