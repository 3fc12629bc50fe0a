import type { IDataObject } from 'n8n-workflow';

import { sumPrices } from '../../shared/fleet/prices';
import type { Inventory } from '../run/inventory';
import type { FleetRow } from './shapes';

/** Counts things by a word. */
export function countBy<T>(list: readonly T[], wordOf: (one: T) => string | undefined) {
	const counts: Record<string, number> = {};
	for (const one of list) {
		const word = wordOf(one);
		if (word !== undefined) counts[word] = (counts[word] ?? 0) + 1;
	}
	return counts;
}

/** The last item with "Add Summary": what there is altogether, and what was not read. */
export function summaryOf(
	rows: readonly FleetRow[],
	{ read, rows: notRead, failed, warnings }: Inventory,
	notes: readonly string[],
): IDataObject {
	const unreadable = notRead.filter(({ reason }) => reason !== 'skipped');
	const activities = rows.filter(({ activity }) => activity);
	const outcomes = countBy(rows, ({ done }) => done?.outcome as string | undefined);
	const prices = sumPrices(rows.map(({ instance }) => instance.price));
	return {
		kind: 'summary',
		instances: rows.length,
		byCloud: countBy(rows, ({ instance }) => instance.cloud),
		byState: countBy(rows, ({ instance }) => instance.state),
		byBilling: countBy(rows, ({ instance }) => instance.billing),
		...(activities.length > 0 && {
			byVerdict: countBy(activities, ({ activity }) => activity?.verdict),
		}),
		...(Object.keys(outcomes).length > 0 && { byOutcome: outcomes }),
		regionsRead: read.length,
		regionsNotRead: unreadable.length,
		complete: unreadable.length === 0 && failed.size === 0,
		cloudsNotRead: [...failed.keys()],
		priceSums: prices.sums,
		priced: `${prices.priced} of ${prices.of}`,
		unclear: countBy(
			rows.flatMap(({ judgement }) => judgement?.unclear ?? []),
			({ because }) => because,
		),
		warnings: [...warnings, ...notes],
	};
}
