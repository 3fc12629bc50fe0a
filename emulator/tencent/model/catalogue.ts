import { readFacts } from '../../core/facts';

export interface Region {
	code: string;
	name: string;
	area: string;
}

/** Regions of the service. */
export const { regions: REGIONS } = readFacts<{ regions: Region[] }>('tencent', '_endpoints.json');

/** The first region's zones are those of the examples: 450001 and so on. */
const FIRST_REGION_ID = 45;
const ZONES_PER_REGION = 4;

/** Number of a region; 0 for one that is not listed. */
export function regionId(code: string): number {
	const index = REGIONS.findIndex((region) => region.code === code);
	return index < 0 ? 0 : FIRST_REGION_ID + index;
}

export interface Zone {
	id: number;
	name: string;
	soldOut: boolean;
}

/** Zones of a region; the last one is sold out. Made up: the documents list none. */
export function zonesOf(code: string): Zone[] {
	const region = REGIONS.find((candidate) => candidate.code === code);
	if (!region) return [];
	return Array.from({ length: ZONES_PER_REGION }, (_, i) => ({
		id: regionId(code) * 10_000 + i + 1,
		name: `${region.name} Zone ${i + 1}`,
		soldOut: i === ZONES_PER_REGION - 1,
	}));
}

/** Kafka versions, oldest first; 2.4.1 and 2.4.2 are the same release. */
export const VERSIONS = ['0.10.2', '1.1.1', '2.4.1', '2.4.2', '2.8.1', '3.2.3'];

/** Brokers of every instance. */
export const BROKERS = 3;

/** Bandwidths of the standard edition, in MB/s. */
export const STANDARD_BANDWIDTHS = [40, 100, 150];

/** Largest bandwidth for sale, in MB/s. */
export const MAX_BANDWIDTH = 100_000;
