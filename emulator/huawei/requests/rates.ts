import { refuse } from '../answers/errors';
import type { Rates } from '../model/contents';

/** Rates as on the wire, with hyphens. */
export interface RateFields {
	'producer-byte-rate'?: number;
	'consumer-byte-rate'?: number;
}

/** Reads the rates of a request; at least one is needed, each above 0. */
export function ratesOf(fields: RateFields): Rates {
	const { 'producer-byte-rate': producer, 'consumer-byte-rate': consumer } = fields;
	const given = [producer, consumer].filter((rate) => rate !== undefined);
	if (given.length === 0 || given.some((rate) => rate <= 0)) {
		refuse('DMS.00400062', 'At least one of the rates is needed, above 0.');
	}
	return { producer, consumer };
}

/** The rates as on the wire; one without a limit is left out. */
export function rateFields(rates: Rates): RateFields {
	return { 'producer-byte-rate': rates.producer, 'consumer-byte-rate': rates.consumer };
}
