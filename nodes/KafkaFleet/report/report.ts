import type { IDataObject } from 'n8n-workflow';

import { sumPrices } from '../../shared/fleet/prices';
import { millis } from '../../shared/fleet/times';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Inventory } from '../run/inventory';
import type { ReportContent, ReportLine } from './content';
import { FORMATS } from './formats';
import { flat, shaped, type FleetRow } from './shapes';
import { countBy, summaryOf } from './summary';
import { labelOf, numberText, OUTCOME_LABELS, REASONS } from './words';

type Labels = Readonly<Record<string, string>>;

/** Rows of a report, unless the user says otherwise. */
export const MOST_ROWS = 50;

/**
 * The one item of the output "Report".
 *
 * @param most Most instances with a line of their own
 * @param vendors The clouds of the node, whose names it says
 */
export function reportOf(
	title: string,
	rows: readonly FleetRow[],
	inventory: Inventory,
	notes: readonly string[],
	most: number,
	vendors: readonly FleetVendor[],
): IDataObject {
	const clouds = Object.fromEntries(vendors.map(({ cloud, label }) => [cloud, label]));
	const summary = summaryOf(rows, inventory, notes);
	const ordered = [...rows].sort(byUrgency);
	const shown = ordered.slice(0, most);
	const content: ReportContent = {
		title,
		incomplete: incompleteText(inventory, clouds),
		facts: [...factsOf(rows, summary, clouds), ...notes],
		lines: shown.map((row) => lineOf(row, clouds)),
		more: ordered.length - shown.length,
	};
	const outcomes = countBy(rows, ({ done }) => done?.outcome as string | undefined);
	return {
		title,
		...Object.fromEntries(Object.entries(FORMATS).map(([name, format]) => [name, format(content)])),
		rows: shown.map((row) => flat(shaped(row, 'all', []))),
		counts: {
			instances: rows.length,
			candidates: rows.filter(({ judgement }) => judgement?.candidate).length,
			...outcomes,
		},
		sums: summary.priceSums,
		regionsNotRead: inventory.rows as unknown as IDataObject[],
		complete: summary.complete,
		warnings: summary.warnings,
	};
}

function incompleteText({ rows, failed }: Inventory, labels: Labels): string | undefined {
	const unread = rows.filter(({ reason }) => reason !== 'skipped');
	const clouds = [...failed.keys()].filter((cloud) => !unread.some((one) => one.cloud === cloud));
	const all = [
		...unread.map(
			({ cloud, region, project, reason }) =>
				`${labelOf(labels, cloud)} ${project ?? region} (${labelOf(REASONS, reason)})`,
		),
		...clouds.map((cloud) => labelOf(labels, cloud)),
	];
	if (all.length === 0) return undefined;
	const [what, are] = all.length === 1 ? ['region', 'was'] : ['regions', 'were'];
	return `Incomplete: ${all.length} ${what} ${are} not read: ${all.join(', ')}.`;
}

/** Due first, then what costs most, then what is oldest. */
function byUrgency(a: FleetRow, b: FleetRow): number {
	const due = (row: FleetRow) => (row.judgement?.candidate ? 0 : 1);
	const price = ({ instance }: FleetRow) => instance.price?.amount ?? -1;
	const created = ({ instance }: FleetRow) => millis(instance.createdAt) ?? Infinity;
	return due(a) - due(b) || price(b) - price(a) || created(a) - created(b) || 0;
}

function factsOf(rows: readonly FleetRow[], summary: IDataObject, clouds: Labels): string[] {
	const list = (counts: unknown, labels: Labels) =>
		Object.entries(counts as Record<string, number>)
			.map(([word, count]) => `${labelOf(labels, word)} ${count}`)
			.join(', ');
	const sumText = (sums: Record<string, number>) =>
		Object.entries(sums)
			.map(([currency, sum]) => `${numberText(sum)} ${currency}`)
			.join(' and ');
	const of = rows.length > 0 ? `: ${list(summary.byCloud, clouds)}` : '';
	const judged = rows.filter(({ judgement }) => judgement);
	const due = judged.filter(({ judgement }) => judgement?.candidate);
	const candidates = due.length;
	const outcomes = summary.byOutcome
		? [`${outcomesText(summary.byOutcome as Record<string, number>)}.`]
		: judged.length > 0
			? [`${candidates} ${candidates === 1 ? 'is a candidate' : 'are candidates'} for clean-up.`]
			: [];
	const total = sumText(summary.priceSums as Record<string, number>);
	// The sum over all would be taken for what a clean-up saves.
	const saved = sumPrices(due.map(({ instance }) => instance.price));
	const isPart = candidates > 0 && candidates < rows.length && saved.priced > 0;
	return [
		`${rows.length} ${rows.length === 1 ? 'instance' : 'instances'}${of}.`,
		...outcomes,
		...(total ? [`Price per month: ${total}; ${String(summary.priced)} have a price.`] : []),
		...(isPart ? [`Price per month of the candidates: ${sumText(saved.sums)}.`] : []),
	];
}

function lineOf(row: FleetRow, clouds: Labels): ReportLine {
	const { name, key, cloud, account, region, state, ageDays, price, owner } = row.instance;
	return {
		name,
		key,
		cloud: labelOf(clouds, cloud),
		account: account ?? '',
		region,
		state,
		days: ageDays === null ? '' : String(Math.floor(ageDays)),
		price: price === null ? '' : numberText(price.amount),
		currency: price?.currency ?? '',
		owner: owner ?? '',
		note: noteOf(row),
		due: row.judgement?.candidate === true,
	};
}

/** "2 would be deleted, 9 kept" */
const outcomesText = (counts: Record<string, number>): string =>
	Object.entries(counts)
		.map(([outcome, count]) => `${count} ${labelOf(OUTCOME_LABELS, outcome)}`)
		.join(', ');

/** What was found out or done: the outcome, and why. */
function noteOf({ instance, judgement, activity, done }: FleetRow): string {
	const { outcome, message, deleteAfter } = done ?? {};
	const { rules = [], kept = [], unclear = [] } = judgement ?? {};
	const why = instance.mark?.why ? ` (${instance.mark.why})` : '';
	const found = judgement?.candidate ? rules : [...kept, ...unclear].slice(0, 1);
	const because =
		(message as string) ||
		(deleteAfter ? `may be deleted from ${String(deleteAfter)} on` : '') ||
		found.map((one) => one.because).join('; ') ||
		activity?.verdict;
	const isDue = outcome === 'wouldDelete' || deleteAfter;
	return [
		outcome && labelOf(OUTCOME_LABELS, outcome as string),
		because && because + (isDue ? why : ''),
	]
		.filter(Boolean)
		.join(': ');
}
