import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import type { NotRead } from '../../shared/fleet/vendor';
import { withAccounts } from '../run/accounts';
import type { FleetRun } from '../run/fleetRun';
import type { Inventory } from '../run/inventory';
import type { NodeRun } from '../run/nodeRun';
import type { Parameters } from '../run/parameters';
import type { FleetSettings } from '../run/settings';
import { MOST_ROWS, reportOf } from '../report/report';
import type { FleetRow, Output } from '../report/shapes';
import { FIELDS, hasAccount, OUTPUTS, shaped } from '../report/shapes';
import { summaryOf } from '../report/summary';

/** How an operation gives out what it found. */
export interface Emitting {
	output: Output;
	selected: string[];
	summary: boolean;
	title: string;
	mostRows: number;
}

/**
 * How the user wants the output.
 *
 * @throws {BadInput}
 */
export function emittingOf(parameters: Parameters, title: string): Emitting {
	return {
		output: parameters.word('output', 'Output', OUTPUTS, 'simplified'),
		selected: parameters
			.list('selectedFields', 'Fields')
			.filter((field) => (FIELDS as readonly string[]).includes(field)),
		summary: parameters.isOn('summary', 'Add Summary', false),
		title: parameters.text('options.reportTitle', 'Report Title') || title,
		mostRows: parameters.number('options.mostRows', 'Maximum Rows', MOST_ROWS, [1, 1_000]),
	};
}

const rowItem = (row: NotRead): IDataObject => ({ ...row });

const bulletOf = ({ cloud, region, project, reason, message, whatToDo }: NotRead) =>
	`${cloud} ${project ?? region}: ${reason}, ${message}. ${whatToDo}`;

const regionsMissing = (rows: NotRead[]) =>
	new Failure(
		'unfinished',
		`${rows.length} of the regions could not be read, and 'Regions Not Read' is set to fail`,
		{ advice: rows.map(bulletOf).join(' ') },
	);

/**
 * Gives out rows, the regions that could not be read, and a summary, or a report of all that. A cloud of
 * which nothing could be read is a failure.
 *
 * @param notes What the report and summary say besides: full sentences
 * @throws {NodeApiError} The node is not set to go on
 */
export async function emitRows(
	run: NodeRun,
	fleet: FleetRun,
	index: number,
	rows: readonly FleetRow[],
	inventory: Inventory,
	settings: FleetSettings,
	emitting: Emitting,
	notes: readonly string[] = [],
): Promise<void> {
	const unread = inventory.rows.filter(({ reason }) => reason !== 'skipped');
	failClouds(run, index, inventory, settings);
	if (settings.regionsNotRead === 'fail' && unread.length > 0) {
		return run.fail(index, regionsMissing(unread));
	}
	const { output, selected, title, mostRows } = emitting;
	const isWanted = hasAccount(output, selected);
	const told = await withAccounts(fleet, settings.vendors, rows, isWanted);
	const said = [...notes, ...told.warnings];
	if (output === 'report') {
		const report = reportOf(title, told.rows, inventory, said, mostRows, run.vendors);
		return run.emit(index, report);
	}
	run.emit(index, ...told.rows.map((row) => shaped(row, output, selected)));
	run.emit(index, ...inventory.rows.map(rowItem));
	if (emitting.summary) run.emit(index, summaryOf(told.rows, inventory, said));
}

/**
 * Fails for what could not be read, for an operation that changes something afterwards.
 *
 * @returns Whether the operation is over: it was told as an item
 * @throws {NodeApiError} The node is not set to go on
 */
export function refusesUnread(
	run: NodeRun,
	index: number,
	inventory: Inventory,
	settings: FleetSettings,
): boolean {
	if (!run.goesOn) failClouds(run, index, inventory, settings);
	const unread = inventory.rows.filter(({ reason }) => reason !== 'skipped');
	if (settings.regionsNotRead !== 'fail' || unread.length === 0) return false;
	run.fail(index, regionsMissing(unread));
	return true;
}

/** @throws {NodeApiError} */
function failClouds(
	run: NodeRun,
	index: number,
	{ failed }: Inventory,
	{ vendors }: FleetSettings,
): void {
	for (const { cloud, label } of vendors) {
		const failure = failed.get(cloud);
		if (!failure) continue;
		const message =
			failure.kind === 'notSent' || failure.message.includes(label)
				? failure.message
				: `nothing of ${label} could be read: ${failure.message}`;
		run.fail(index, failure.with({ message }), { cloud });
	}
}
