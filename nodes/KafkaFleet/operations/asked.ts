import { asFailure, type Failure } from '../../shared/contract/failure';
import type { Planned } from '../deletion/decide';
import type { Job } from '../deletion/job';
import { checkAccounts, deletionSettings, type DeletionSettings } from '../deletion/settings';
import type { FleetRun } from '../run/fleetRun';
import { forItem } from '../run/itemContext';
import type { NodeRun } from '../run/nodeRun';
import { targetOf } from '../run/target';
import { emittingOf, type Emitting } from './emitting';

/** One item that asks for a deletion. */
export interface Asked {
	planned: Planned;
	judging: Job['judging'];
	settings: DeletionSettings;
	fleet: FleetRun;
	emitting: Emitting;
}

/**
 * What an item asks for.
 *
 * @throws {BadInput}
 * @throws {Failure} `notSent`: an AI agent may not delete
 */
export function askedBy(run: NodeRun, index: number): Asked {
	run.check(index);
	const parameters = run.parameters(index);
	const { vendors, completing, timeLimit } = run.settings(index);
	const settings = deletionSettings(run, index);
	const needMark = parameters.isOn('needMark', 'Require a Mark', true);
	const target = targetOf(parameters, vendors);
	return {
		planned: { target, needMark, index },
		judging: { settings, zone: run.zone, completing, timeLimit },
		settings,
		fleet: run.fleetRun(index),
		emitting: emittingOf(parameters, 'Kafka instances deleted'),
	};
}

/** The deletion of an item as it is carried out. */
export const jobOf = ({ fleet, planned, judging }: Asked): Job => ({
	run: fleet,
	planned,
	judging,
});

/**
 * The items whose account may be deleted in, asked before the first instance is read; each other one is told.
 *
 * @throws {NodeApiError} The node is not set to go on
 */
export async function inRightAccounts(run: NodeRun, all: readonly Asked[]): Promise<Asked[]> {
	const checked = new Map<string, Promise<Failure | undefined>>();
	const right: Asked[] = [];
	for (const one of all) {
		const { index } = one.planned;
		const failure = await wrongAccountOf(run, one, checked);
		if (failure) run.fail(index, failure, run.about(index));
		else right.push(one);
	}
	return right;
}

/** Why nothing may be deleted in the account of an item; each account is asked for once. */
async function wrongAccountOf(
	run: NodeRun,
	{ fleet, planned, settings }: Asked,
	checked: Map<string, Promise<Failure | undefined>>,
): Promise<Failure | undefined> {
	const { vendor } = planned.target;
	try {
		fleet.needCredential(vendor);
		// A credential with an expression may lead each item to another account.
		const item = forItem(run.context, planned.index);
		const account = await item.getCredentials(vendor.vendor.credential);
		const { onlyAccounts, neverAccounts } = settings;
		const key = JSON.stringify([vendor.cloud, account, onlyAccounts, neverAccounts]);
		const checking =
			checked.get(key) ?? checkAccounts(fleet, [vendor], settings).then(() => undefined, asFailure);
		checked.set(key, checking);
		return await checking;
	} catch (error) {
		return asFailure(error);
	}
}
