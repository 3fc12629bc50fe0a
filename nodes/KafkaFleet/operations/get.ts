import { Failure } from '../../shared/contract/failure';
import { hasAccount, shaped } from '../report/shapes';
import { withAccounts } from '../run/accounts';
import { readTarget, targetOf, type Target } from '../run/target';
import type { FleetOperation } from './operation';
import { emittingOf } from './emitting';

/** That an instance is not there, in one text for all operations. */
export const noSuchInstance = ({ id, scope }: Target): Failure =>
	new Failure('refused', `there is no instance ${id} in ${scope.project ?? scope.region}`, {
		advice: "Check the field 'Instance': it may have been deleted.",
	});

/** One instance, read afresh and with its details. */
export const get: FleetOperation = {
	resource: 'instance',
	value: 'get',
	name: 'Get',
	action: 'Get instance',
	description: 'Get one Kafka instance with all its details',
	runs: 'item',
	check(run, index) {
		targetOf(run.parameters(index), run.settings(index).vendors);
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const target = targetOf(parameters, settings.vendors);
		const { output, selected } = emittingOf(parameters, 'Kafka instance');
		const fleet = run.fleetRun(index);
		const { instance, target: read } = await readTarget(
			fleet,
			target,
			settings.completing,
			settings.raw,
		);
		if (!instance) throw noSuchInstance(read);
		const form = output === 'report' ? 'all' : output;
		const isWanted = hasAccount(form, selected);
		const { rows } = await withAccounts(fleet, [target.vendor], [{ instance }], isWanted);
		run.emit(index, ...rows.map((row) => shaped(row, form, selected)));
	},
};
