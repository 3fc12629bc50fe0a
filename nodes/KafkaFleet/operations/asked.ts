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
	/** See `Job`. */
	login?: string;
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
export const jobOf = ({ fleet, planned, judging, login }: Asked): Job => ({
	run: fleet,
	planned,
	judging,
	login,
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
		const login = await loginOf(run, one).catch(asFailure);
		const failure = typeof login === 'string' ? await wrongAccountOf(one, login, checked) : login;
		if (failure) run.fail(index, failure, run.about(index));
		else right.push({ ...one, login: login as string });
	}
	return right;
}

/** A credential with an expression may lead each item to another account. */
async function loginOf(run: NodeRun, { fleet, planned }: Asked): Promise<string> {
	const { vendor } = planned.target;
	fleet.needCredential(vendor);
	const item = forItem(run.context, planned.index);
	return JSON.stringify(await item.getCredentials(vendor.vendor.credential));
}

/** Why nothing may be deleted in the account of an item; each account is asked for once. */
async function wrongAccountOf(
	{ fleet, planned, settings }: Asked,
	login: string,
	checked: Map<string, Promise<Failure | undefined>>,
): Promise<Failure | undefined> {
	const { vendor } = planned.target;
	const { onlyAccounts, neverAccounts } = settings;
	const key = JSON.stringify([vendor.cloud, login, onlyAccounts, neverAccounts]);
	const checking =
		checked.get(key) ?? checkAccounts(fleet, [vendor], settings).then(() => undefined, asFailure);
	checked.set(key, checking);
	return await checking;
}
