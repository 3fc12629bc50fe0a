import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';

interface Limits {
	brokers: number;
	/** GB. */
	storage: number;
}

/** Upper limits by flavor size, as in `c6.2u4g.cluster`. Source: reference, 5.1.1. */
const LIMITS: Readonly<Record<string, Limits>> = {
	'2u4g': { brokers: 30, storage: 300_000 },
	'4u8g': { brokers: 30, storage: 600_000 },
};

/**
 * Holds brokers and storage against what the flavor allows; flavors of other sizes only have the
 * limits of the fields themselves.
 *
 * @throws {BadInput}
 */
export function checkSizes({ product_id: flavor, broker_num, storage_space }: IDataObject): void {
	const size = /\.(\d+u\d+g)\./.exec(String(flavor))?.[1] ?? '';
	if (!Object.hasOwn(LIMITS, size)) return;
	const { brokers, storage } = LIMITS[size];
	if (Number(broker_num) > brokers) {
		throw new BadInput(
			'Brokers',
			`is ${String(broker_num)}`,
			`Flavor ${String(flavor)} supports at most ${brokers}.`,
		);
	}
	if (Number(storage_space) > storage) {
		throw new BadInput(
			'Storage (GB)',
			`is ${String(storage_space)}`,
			`Flavor ${String(flavor)} supports at most ${storage} GB.`,
		);
	}
}
