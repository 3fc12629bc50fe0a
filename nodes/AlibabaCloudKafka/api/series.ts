import type { IDataObject } from 'n8n-workflow';

import { PAID_TYPE } from './records';

/** What differs between reserved, serverless, and Confluent instances, which only the way to pay tells. */

export type Series = 'reserved' | 'serverless' | 'confluent';

const SERIES_OF: Readonly<Record<string, Series>> = {
	[PAID_TYPE.subscription]: 'reserved',
	[PAID_TYPE.payAsYouGo]: 'reserved',
	[PAID_TYPE.serverless]: 'serverless',
	[PAID_TYPE.confluent]: 'confluent',
};

/** Series of an instance or an order; `undefined` for a way to pay that is not known. */
export const seriesOf = ({ PaidType }: IDataObject = {}): Series | undefined => {
	const paid = String(PaidType);
	return Object.hasOwn(SERIES_OF, paid) ? SERIES_OF[paid] : undefined;
};

/** A series in a sentence. */
export const nameOf = (series: Series) => (series === 'confluent' ? 'Confluent' : series);

/** Longest name that a reserved instance keeps: it cuts off the rest without a word (reference of 2022). */
export const LONGEST_RESERVED_NAME = 64;
