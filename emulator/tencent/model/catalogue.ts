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

/** What VPC calls the zone of a number: its last digits count the zones of the region. */
export const zoneName = (region: string, id: number): string => `${region}-${id % 10_000}`;

/** Kafka versions, oldest first; 2.4.1 and 2.4.2 are the same release. */
export const VERSIONS = ['0.10.2', '1.1.1', '2.4.1', '2.4.2', '2.8.1', '3.2.3'];

/** Newest broker build for each Kafka version, as the example of DescribeCkafkaVersion lists them. */
export const NEWEST_BUILDS: Readonly<Record<string, string>> = {
	'0.10.2': 'v0.10.2.1_r1.2.11',
	'3.2.3': 'v3.2.3_r1.0.7',
	'2.8.1': 'v2.8.1_r1.1.6',
	'2.4.1': 'v2.4.2_r1.2.4',
	'1.1.1': 'v1.1.1_r1.1.14',
};

/** The build that an instance of a version begins with; the oldest ones are written in another way. */
export function firstBuild(version: string): string {
	const newest = NEWEST_BUILDS[version === '2.4.2' ? '2.4.1' : version] ?? `v${version}_r1.0.0`;
	const first = newest.replace(/\.\d+$/, '.0');
	return version < '2' ? first.replace(/^v/, '').replace('_r', '_') : first;
}

/** A build as one of the two ways of writing has it. */
export const plainBuild = (build: string): string => build.replace(/^v/, '').replace('_r', '_');

/** Brokers of every instance. */
export const BROKERS = 3;

/** Bandwidths of the standard edition, in MB/s. */
export const STANDARD_BANDWIDTHS = [40, 100, 150];

/** Largest bandwidth for sale, in MB/s. */
export const MAX_BANDWIDTH = 100_000;
