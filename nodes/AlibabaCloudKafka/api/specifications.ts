import type { IDataObject } from 'n8n-workflow';

/**
 * Traffic specifications of reserved instances, from what the vendor and its tools have printed until
 * 2026-11-30. They are suggestions: the vendor adds codes, and any other one is passed on.
 */

/** What a specification holds. */
export interface Specification {
	/** `alikafka.hw.2xlarge` */
	code: string;
	/** Editions (`SpecType`) that it is sold for. */
	editions: readonly string[];
	/** Peak of writing and reading, MB/s. */
	write: number;
	read: number;
	/** Partitions included, and most that an instance can have. */
	included: number;
	most: number;
	/** Smallest disk that the Terraform provider names, GB; other sources contradict it. */
	leastDisk?: number;
	/** Whether no page of the vendor that could be read has it, but only lists of others. */
	isUnconfirmed: boolean;
}

/** State of the table. */
export const SPECIFICATIONS_AS_OF = '2026-11-30';

type Row = [size: number, write: number, read: number, included: number, most: number];

/** High write. */
const WRITE: readonly Row[] = [
	[2, 20, 20, 1000, 4000],
	[3, 30, 30, 1000, 4200],
	[6, 60, 60, 1000, 4400],
	[9, 90, 90, 1000, 4600],
	[12, 120, 120, 1000, 4800],
	[16, 160, 160, 2000, 5000],
	[20, 200, 200, 2000, 6000],
	[25, 250, 250, 2000, 7000],
	[30, 300, 300, 2000, 8000],
	[60, 600, 600, 2000, 9000],
	[80, 800, 800, 2000, 10000],
	[100, 1000, 1000, 3000, 12000],
	[120, 1200, 1200, 3000, 14000],
	[150, 1500, 1500, 3000, 16000],
	[180, 1800, 1800, 3000, 18000],
	[200, 2000, 2000, 3000, 20000],
	[220, 2200, 2200, 4000, 24000],
	[300, 3000, 3000, 4000, 26000],
	[400, 4000, 4000, 4000, 28000],
	[500, 5000, 5000, 4000, 30000],
	[600, 6000, 6000, 5000, 32000],
	[700, 7000, 7000, 5000, 34000],
	[800, 8000, 8000, 5000, 36000],
	[900, 9000, 9000, 5000, 38000],
	[1000, 10000, 10000, 5000, 40000],
];

/** High read. */
const READ: readonly Row[] = [
	[2, 10, 50, 1000, 4000],
	[3, 15, 75, 1000, 4200],
	[6, 30, 150, 1000, 4400],
	[9, 45, 180, 1000, 4600],
	[12, 60, 240, 1000, 4800],
	[16, 80, 240, 2000, 5000],
	[20, 100, 300, 2000, 6000],
	[25, 125, 375, 2000, 7000],
	[30, 150, 450, 2000, 8000],
	[60, 300, 900, 2000, 9000],
	[80, 400, 1200, 2000, 10000],
	[100, 500, 1500, 3000, 12000],
	[120, 600, 1800, 3000, 14000],
	[150, 750, 2250, 3000, 16000],
	[180, 900, 2700, 3000, 18000],
	[200, 1000, 3000, 3000, 20000],
	[220, 1100, 3300, 4000, 24000],
	[300, 1500, 4500, 4000, 26000],
	[400, 2000, 6000, 4000, 28000],
	[500, 2500, 7500, 4000, 30000],
	[600, 3000, 9000, 5000, 32000],
	[700, 3500, 10500, 5000, 34000],
	[800, 4000, 12000, 5000, 36000],
	[900, 4500, 13500, 5000, 38000],
	[1000, 5000, 15000, 5000, 40000],
];

/** Largest that the Standard Edition is sold with. */
const LARGEST_STANDARD = 12;

/** From this size on, codes have a 2 behind the kind of traffic. */
const SECOND = 220;

/** Sizes up to these are in pages of the vendor that could be read. */
const CONFIRMED = { hw: 200, hr: 12 } as const;

/** Smallest disks by size (GB), by the documentation of the Terraform provider. */
const LEAST_DISK: Readonly<Record<number, number>> = { 2: 500, 3: 800, 6: 1400, 9: 2100, 12: 2700 };

const specification =
	(kind: 'hw' | 'hr') =>
	([size, write, read, included, most]: Row): Specification => {
		const professional = kind === 'hw' ? 'professional' : 'professionalForHighRead';
		const isStandard = kind === 'hw' && size <= LARGEST_STANDARD;
		return {
			code: `alikafka.${kind}${size >= SECOND ? '2' : ''}.${size}xlarge`,
			editions: isStandard ? ['normal', professional] : [professional],
			write,
			read,
			included,
			most,
			...(kind === 'hw' && { leastDisk: LEAST_DISK[size] }),
			isUnconfirmed: size > CONFIRMED[kind],
		};
	};

/** Every specification that is known. */
export const SPECIFICATIONS: readonly Specification[] = [
	...WRITE.map(specification('hw')),
	...READ.map(specification('hr')),
];

/** The specification with this code; `undefined` for one that is not known. */
export const specificationOf = (code: unknown): Specification | undefined =>
	SPECIFICATIONS.find((one) => one.code === code);

const thousands = (count: number) => count.toLocaleString('en-US');

/** What it holds, for texts: "20 MB/s write, 20 MB/s read, 1,000 partitions included, at most 4,000". */
export const held = ({ write, read, included, most }: Specification): string =>
	[
		`${thousands(write)} MB/s write`,
		`${thousands(read)} MB/s read`,
		`${thousands(included)} partitions included`,
		`at most ${thousands(most)}`,
	].join(', ');

/** Whether a specification is sold for an edition; an edition that is not known fits all. */
export const isSoldFor = ({ editions }: Specification, { SpecType }: IDataObject): boolean =>
	!['normal', 'professional', 'professionalForHighRead'].includes(String(SpecType)) ||
	editions.includes(String(SpecType));
