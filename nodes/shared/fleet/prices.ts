import type { Price, VendorRecord } from './record';
import type { Cloud } from './words';

/** A row of the user's price table: no cloud's list names a price. */
export interface PriceRow {
	/** `undefined` fits all clouds. */
	cloud?: Cloud;
	/** Text that `spec` or `edition` has to contain; "" fits all. */
	contains: string;
	/** A month. */
	perMonth: number;
	/** A month and GB of storage; 0 where storage is not counted. */
	perGb: number;
	currency: string;
}

/** The price of an instance by the first row that fits; `null` without one, or where its storage is not told. */
export function priceOf(
	one: Pick<VendorRecord, 'cloud' | 'spec' | 'edition' | 'storageGb'>,
	rows: readonly PriceRow[],
): Price | null {
	const row = rows.find(
		({ cloud, contains }) =>
			(cloud === undefined || cloud === one.cloud) &&
			(contains === '' || one.spec?.includes(contains) || one.edition.includes(contains)),
	);
	if (!row || (row.perGb > 0 && one.storageGb === null)) return null;
	const amount = row.perMonth + row.perGb * (one.storageGb ?? 0);
	return {
		amount: Math.round(amount * 100) / 100,
		currency: row.currency,
		per: 'month',
		from: 'table',
	};
}

/** What a number of instances costs together: a sum for each currency, and how many have a price. */
export interface PriceSums {
	sums: Record<string, number>;
	priced: number;
	of: number;
}

export function sumPrices(prices: ReadonlyArray<Price | null>): PriceSums {
	const sums: Record<string, number> = {};
	let priced = 0;
	for (const price of prices) {
		if (!price) continue;
		priced++;
		const { currency, amount } = price;
		sums[currency] = Math.round(((sums[currency] ?? 0) + amount) * 100) / 100;
	}
	return { sums, priced, of: prices.length };
}
