import { Failure } from '../../shared/contract/failure';
import { cap, type Caps } from '../../shared/fleet/caps';
import type { Done } from '../deletion/run';
import { carryOut } from '../deletion/run';
import type { Judging, Planned } from '../deletion/decide';
import { checkAccounts, deletionSettings, type DeletionSettings } from '../deletion/settings';
import { reportOf } from '../report/report';
import { hasAccount, shaped, type FleetRow } from '../report/shapes';
import { withAccounts } from '../run/accounts';
import type { FleetRun } from '../run/fleetRun';
import { forItem } from '../run/itemContext';
import type { NodeRun } from '../run/nodeRun';
import { targetOf } from '../run/target';
import { doneRow, notesOf } from './deleteMarked';
import { emittingOf, type Emitting } from './emitting';
import type { FleetOperation } from './operation';

/** One item that asks for a deletion. */
interface Asked {
	planned: Planned;
	judging: Judging;
	settings: DeletionSettings;
	fleet: FleetRun;
	emitting: Emitting;
}

/** Deletes the instances that the items name, after all guards; the cap counts all of them together. */
export const deleteNamed: FleetOperation = {
	resource: 'cleanUp',
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Delete the instance of each item, after an approval or when its mark is due',
	runs: 'all',
	async run(run) {
		const asked = new Map<string, Asked>();
		for (const index of run.context.getInputData().keys()) {
			try {
				const one = askedBy(run, index);
				const { target } = one.planned;
				const key = [target.vendor.cloud, target.scope.region, target.scope.projectId, target.id];
				// Two items may name one instance.
				if (!asked.has(key.join(':'))) asked.set(key.join(':'), one);
			} catch (error) {
				run.fail(index, error);
			}
		}
		const all = [...asked.values()];
		if (all.length === 0) return;
		const read = new Map([['all', { due: all, read: 0 }]]);
		const { allowed, stopped } = cap(read, strictest(all), () => 0);
		if (stopped.length > 0 && allowed.length === 0) {
			return run.fail(0, tooManyNamed(stopped.length, strictest(all)));
		}
		for (const { one, because } of stopped) run.fail(one.planned.index, notSent(because));
		await checkEach(run, allowed);
		const jobs = allowed.map(({ fleet, planned, judging }) => ({ run: fleet, planned, judging }));
		await emit(run, await carryOut(jobs), allowed);
	},
};

function askedBy(run: NodeRun, index: number): Asked {
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

/** The accounts of all clouds that items are for, before the first instance is read. */
async function checkEach(run: NodeRun, all: readonly Asked[]): Promise<void> {
	const checked = new Set<string>();
	for (const { fleet, planned, settings } of all) {
		const { vendor } = planned.target;
		fleet.needCredential(vendor);
		// A credential with an expression may lead each item to another account.
		const item = forItem(run.context, planned.index);
		const account = await item.getCredentials(vendor.vendor.credential);
		const { onlyAccounts, neverAccounts } = settings;
		const key = JSON.stringify([vendor.cloud, account, onlyAccounts, neverAccounts]);
		if (checked.has(key)) continue;
		checked.add(key);
		await checkAccounts(fleet, [vendor], settings);
	}
}

const notSent = (because: string) =>
	new Failure('notSent', because.replace(/\.$/, ''), { advice: 'It was not deleted.' });

/** The caps hold for all items together, so the smallest one counts where an expression gives several. */
function strictest(all: readonly Asked[]): Caps {
	const caps = all.map(({ settings }) => settings.caps);
	return {
		most: Math.min(...caps.map(({ most }) => most)),
		mostPercent: Math.min(...caps.map(({ mostPercent }) => mostPercent)),
		whenTooMany: caps.some(({ whenTooMany }) => whenTooMany === 'none') ? 'none' : 'oldestFirst',
	};
}

const tooManyNamed = (count: number, { most }: Caps) =>
	new Failure('notSent', `${count} items name an instance, but 'Maximum Deletions' is ${most}`, {
		advice: 'Nothing was deleted. Increase the limit, or send fewer items.',
	});

/** Nothing of a list of regions stands behind a deletion by name. */
const NO_INVENTORY = { instances: [], rows: [], read: [], failed: new Map(), warnings: [] };

/** Gives out what was done; what did not succeed is a failure only after everything was tried. */
async function emit(
	run: NodeRun,
	results: readonly Done[],
	asked: readonly Asked[],
): Promise<void> {
	const notes = results.map(
		({ instance, outcome }) => `${instance.name} (${instance.key}): ${outcome.outcome}.`,
	);
	const askedFor = new Map(asked.map((one) => [one.planned.index, one]));
	const formOf = (index: number) => (askedFor.get(index) as Asked).emitting;
	/** The row of an instance, with its account where that comes out. */
	const rowOf = async (done: Done): Promise<FleetRow> => {
		const { planned, fleet, emitting } = askedFor.get(done.planned.index) as Asked;
		const isWanted = hasAccount(emitting.output, emitting.selected);
		const vendors = [planned.target.vendor];
		const { rows } = await withAccounts(fleet, vendors, [doneRow(done)], isWanted);
		return rows[0];
	};
	// In the order of the items, whichever cloud was done first.
	for (const done of [...results].sort((a, b) => a.planned.index - b.planned.index)) {
		const { index } = done.planned;
		const { failure, message } = done.outcome;
		if (failure) {
			run.fail(
				index,
				failure.with({ message: message.replace(/\.$/, '') }),
				{ key: done.instance.key },
				notes,
			);
			continue;
		}
		const { output, selected } = formOf(index);
		if (output !== 'report') run.emit(index, shaped(await rowOf(done), output, selected));
	}
	const [first] = asked.filter(({ emitting }) => emitting.output === 'report');
	if (!first) return;
	const { emitting, planned, settings } = first;
	const reported = results.filter(({ planned: { index } }) => formOf(index).output === 'report');
	const rows: FleetRow[] = [];
	for (const done of reported) rows.push(await rowOf(done));
	const said = notesOf(settings);
	const { title, mostRows } = emitting;
	const report = reportOf(title, rows, NO_INVENTORY, said, mostRows, run.vendors);
	run.emit(planned.index, report);
}
