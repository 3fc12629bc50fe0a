import type { Done } from '../deletion/job';
import { reportOf } from '../report/report';
import { hasAccount, shaped, type FleetRow } from '../report/shapes';
import { withAccounts } from '../run/accounts';
import type { NodeRun } from '../run/nodeRun';
import type { Asked } from './asked';
import { doneRow, notesOf } from './doneRows';

/** Nothing of a list of regions stands behind a deletion by name. */
const NO_INVENTORY = { instances: [], rows: [], read: [], failed: new Map(), warnings: [] };

/**
 * Gives out what was done; what did not succeed is a failure only after everything was tried.
 *
 * @throws {NodeApiError} The node is not set to go on
 */
export async function emitNamed(
	run: NodeRun,
	results: readonly Done[],
	all: readonly Asked[],
): Promise<void> {
	const askedBy = new Map(all.map((one) => [one.planned.index, one]));
	const askedFor = ({ planned }: Done) => askedBy.get(planned.index) as Asked;
	const notes = results.map(
		({ instance, outcome }) => `${instance.name} (${instance.key}): ${outcome.outcome}.`,
	);
	// In the order of the items, whichever cloud was done first.
	const ordered = [...results].sort((a, b) => a.planned.index - b.planned.index);
	const reported: Done[] = [];
	for (const done of ordered) {
		const { index } = done.planned;
		const { failure, message } = done.outcome;
		const { output, selected } = askedFor(done).emitting;
		if (failure) {
			const told = failure.with({ message: message.replace(/\.$/, '') });
			run.fail(index, told, { key: done.instance.key }, notes);
		} else if (output === 'report') reported.push(done);
		else run.emit(index, shaped(await rowOf(askedFor(done), done), output, selected));
	}
	const first = all.find(({ emitting }) => emitting.output === 'report');
	if (first) await emitReport(run, first, reported, askedFor);
}

/** The row of an instance, with its account where that comes out. */
async function rowOf({ planned, fleet, emitting }: Asked, done: Done): Promise<FleetRow> {
	const isWanted = hasAccount(emitting.output, emitting.selected);
	const vendors = [planned.target.vendor];
	const { rows } = await withAccounts(fleet, vendors, [doneRow(done)], isWanted);
	return rows[0];
}

/** One report over all items, in which an instance that several of them name has one row. */
async function emitReport(
	run: NodeRun,
	{ emitting, planned, settings }: Asked,
	reported: readonly Done[],
	askedFor: (done: Done) => Asked,
): Promise<void> {
	const once = reported.filter(({ outcome }) => outcome.outcome !== 'repeated');
	const rows: FleetRow[] = [];
	for (const done of once) rows.push(await rowOf(askedFor(done), done));
	const { title, mostRows } = emitting;
	const notes = notesOf(settings);
	run.emit(planned.index, reportOf(title, rows, NO_INVENTORY, notes, mostRows, run.vendors));
}
