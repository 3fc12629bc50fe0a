import type { IDataObject } from 'n8n-workflow';

import { millis } from '../../shared/fleet/times';
import type { Inventory } from '../run/inventory';
import { FORMATS } from './formats';
import { flat, shaped, type FleetRow } from './shapes';
import { countBy, summaryOf } from './summary';

/** A line of a report: what is shown of one instance. */
export interface ReportLine {
	name: string;
	key: string;
	cloud: string;
	region: string;
	state: string;
	age: string;
	price: string;
	owner: string;
	/** What was found or done, a sentence. */
	note: string;
}

/** What a report says, before it has a format. */
export interface ReportContent {
	title: string;
	/** That it is not complete, if so: the first line. */
	incomplete: string | undefined;
	/** Counts and sums, a sentence each. */
	facts: string[];
	lines: ReportLine[];
	/** How many instances have no line. */
	more: number;
}

/** Rows of a report, unless the user says otherwise. */
export const MOST_ROWS = 50;

/**
 * The one item of the output "Report".
 *
 * @param most Most instances with a line of their own
 */
export function reportOf(
	title: string,
	rows: readonly FleetRow[],
	inventory: Inventory,
	notes: readonly string[],
	most: number,
): IDataObject {
	const summary = summaryOf(rows, inventory, notes);
	const ordered = [...rows].sort(byUrgency);
	const shown = ordered.slice(0, most);
	const content: ReportContent = {
		title,
		incomplete: incompleteText(inventory),
		facts: factsOf(rows, summary),
		lines: shown.map(lineOf),
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

function incompleteText({ rows, failed }: Inventory): string | undefined {
	const unread = rows
		.filter(({ reason }) => reason !== 'skipped')
		.map(({ cloud, region, project }) => `${cloud} ${project ?? region}`);
	const clouds = [...failed.keys()].filter((cloud) => !unread.some((one) => one.startsWith(cloud)));
	const all = [...unread, ...clouds];
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

function factsOf(rows: readonly FleetRow[], summary: IDataObject): string[] {
	const list = (counts: unknown) =>
		Object.entries(counts as Record<string, number>)
			.map(([word, count]) => `${word} ${count}`)
			.join(', ');
	const sums = Object.entries(summary.priceSums as Record<string, number>);
	const outcomes = summary.byOutcome ? [`Outcome: ${list(summary.byOutcome)}.`] : [];
	return [
		`${rows.length} instances${rows.length > 0 ? `: ${list(summary.byCloud)}` : ''}.`,
		...outcomes,
		...(sums.length > 0
			? [
					`${sums.map(([currency, sum]) => `${sum} ${currency}`).join(' and ')} a month, with ${String(summary.priced)} priced.`,
				]
			: []),
	];
}

function lineOf({ instance, judgement, activity, done }: FleetRow): ReportLine {
	const { name, key, cloud, region, state, ageDays, price, owner } = instance;
	const because = judgement?.candidate
		? judgement.rules.map((rule) => rule.because).join('; ')
		: judgement?.kept[0]?.because;
	const said = [done?.outcome, done?.message ?? because ?? activity?.verdict].filter(Boolean);
	return {
		name,
		key,
		cloud,
		region,
		state,
		age: ageDays === null ? '' : `${Math.floor(ageDays)} d`,
		price: price === null ? '' : `${price.amount} ${price.currency}`,
		owner: owner ?? '',
		note: said.map(String).join(': '),
	};
}
