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

/** Least GB of storage of a broker. */
const LEAST_PER_BROKER = 100;

/** Fewest brokers of a cluster. Source: reference, 5.1.1; product list of opentelekomcloud provider #2681. */
const FEWEST_OF_CLUSTER = 3;

/**
 * Holds brokers and storage against what the flavor allows; flavors of other sizes only have the
 * limits of the fields themselves.
 *
 * @throws {BadInput}
 */
export function checkSizes({ product_id, broker_num, storage_space }: IDataObject): void {
	const flavor = String(product_id);
	const [brokers, storage] = [Number(broker_num), Number(storage_space)];
	checkBrokers(flavor, brokers);
	const size = /\.(\d+u\d+g)\./.exec(flavor)?.[1] ?? '';
	const most = Object.hasOwn(LIMITS, size) ? LIMITS[size] : undefined;
	if (most && brokers > most.brokers) {
		throw new BadInput(
			'Brokers',
			`is ${brokers}`,
			`Flavor ${flavor} supports at most ${most.brokers}.`,
		);
	}
	if (most && storage > most.storage) {
		throw new BadInput(
			'Storage (GB)',
			`is ${storage}`,
			`Flavor ${flavor} supports at most ${most.storage} GB.`,
		);
	}
	const least = LEAST_PER_BROKER * brokers;
	if (storage >= least) return;
	throw new BadInput(
		'Storage (GB)',
		`is ${storage}`,
		`Enter at least ${least} GB: ${LEAST_PER_BROKER} GB per broker.`,
	);
}

/** Brokers by type of flavor, as in `s6.2u4g.single.small` and `c6.2u4g.cluster`. */
function checkBrokers(flavor: string, brokers: number): void {
	if (/\.single(\.|$)/.test(flavor) && brokers !== 1) {
		throw new BadInput(
			'Brokers',
			`is ${brokers}`,
			`Flavor ${flavor} is a single-node flavor: enter 1, or select a cluster flavor.`,
		);
	}
	if (/\.cluster(\.|$)/.test(flavor) && brokers < FEWEST_OF_CLUSTER) {
		throw new BadInput(
			'Brokers',
			`is ${brokers}`,
			`Flavor ${flavor} is a cluster flavor: enter at least ${FEWEST_OF_CLUSTER}, or select a single-node flavor.`,
		);
	}
}
