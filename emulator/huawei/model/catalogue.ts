import { createHash } from 'node:crypto';

import { factsOf } from '../../core/facts';

/** An availability zone of a region. */
export interface Zone {
	id: string;
	code: string;
	name: string;
	soldOut: boolean;
}

const ZONES_PER_REGION = 4;

/** Zones of a region: four, the last one sold out. The IDs are fixed per region. */
export function zonesOf(region: string): Zone[] {
	return Array.from({ length: ZONES_PER_REGION }, (_, i) => {
		const code = `${region}${'abcd'[i]}`;
		return {
			id: createHash('md5').update(code).digest('hex'),
			code,
			name: `AZ${i + 1}`,
			soldOut: i === ZONES_PER_REGION - 1,
		};
	});
}

/** IDs of a region's zones, as product records list them. */
export function zoneLists(region: string) {
	const ids = (soldOut: boolean) =>
		zonesOf(region)
			.filter((zone) => zone.soldOut === soldOut)
			.map((zone) => zone.id);
	return { available_zones: ids(false), unavailable_zones: ids(true) };
}

/** A product as listed, with its limits as numbers. */
export interface Product {
	id: string;
	/** Other name, such as kafka.2u4g.cluster. */
	alias: string;
	minBrokers: number;
	maxBrokers: number;
	partitionsPerBroker: number;
	/** GB over all brokers. */
	maxStorage: number;
	/** The record of ListEngineProducts, zones still to be filled in. */
	record: ProductRecord;
}

export interface ProductRecord {
	product_id: string;
	ios: Array<{ available_zones: string[]; unavailable_zones: string[] }>;
	properties: Record<string, string>;
	[field: string]: unknown;
}

interface ProductsAnswer {
	engine: string;
	versions: string[];
	products: ProductRecord[];
}

const LARGE_STORAGE_GB = 1_500_000;
/** Storage limits of the small flavors (the create operation's table); larger ones share a limit. */
const STORAGE_GB: Record<string, number> = {
	'c6.2u4g.cluster': 300_000,
	'c6.4u8g.cluster': 600_000,
};
/** Brokers a cluster may have: 30 for the small flavors, 50 for the others. */
const SMALL_MAX_BROKERS = 30;
const LARGE_MAX_BROKERS = 50;

const listed = factsOf('huawei', 'ListEngineProducts').examples[0].response as ProductsAnswer;

function maxBrokersOf({ product_id: id, properties }: ProductRecord, small: boolean): number {
	if (!id.endsWith('.cluster')) return Number(properties.max_broker);
	return small ? SMALL_MAX_BROKERS : LARGE_MAX_BROKERS;
}

export const VERSIONS = listed.versions;

/** Kernel version of new instances, and the latest; the form of such numbers is not documented. */
export const KERNELS = ['2.7.2.1', '2.7.2.5'] as const;

/** Flavors that the document does not have, but that are sold (opentelekomcloud provider #2681). */
function furtherRecords([first]: ProductRecord[]): ProductRecord[] {
	return [
		{ type: 'single', product_id: 's6.2u4g.single.small', min_broker: '1', max_broker: '1' },
		{
			type: 'cluster.small',
			product_id: 's6.2u4g.cluster.small',
			min_broker: '3',
			max_broker: '30',
		},
	].map(({ type, product_id, ...brokers }) => ({
		...first,
		type,
		product_id,
		properties: {
			...first.properties,
			...brokers,
			product_alias: product_id.replace('s6', 'kafka'),
		},
	}));
}

const records = [...listed.products, ...furtherRecords(listed.products)];

export const PRODUCTS: Product[] = records.map((record) => {
	const small = record.product_id in STORAGE_GB;
	return {
		id: record.product_id,
		alias: record.properties.product_alias,
		minBrokers: Number(record.properties.min_broker),
		maxBrokers: maxBrokersOf(record, small),
		partitionsPerBroker: Number(record.properties.max_partition_per_broker),
		maxStorage: STORAGE_GB[record.product_id] ?? LARGE_STORAGE_GB,
		record,
	};
});

/** The product of an ID; alias names are accepted as well. */
export function productOf(id: string): Product | undefined {
	return PRODUCTS.find((product) => product.id === id || product.alias === id);
}

/** vCPUs of a broker of a product, as its name tells. */
export function coresOf(product: Product): number {
	return Number(/(\d+)u\d+g/.exec(product.id)?.[1] ?? 0);
}

export interface MaintainWindow {
	default: boolean;
	seq: number;
	begin: string;
	end: string;
}

export const MAINTAIN_WINDOWS = (
	factsOf('huawei', 'ShowMaintainWindows').examples[0].response as {
		maintain_windows: MaintainWindow[];
	}
).maintain_windows;

/** The window for two times `HH:mm` or `HH:mm:ss`; undefined when none is on offer. */
export function windowOf(begin: string, end: string): MaintainWindow | undefined {
	const hour = (text: string) => /^(\d\d):00(:00)?$/.exec(text)?.[1];
	return MAINTAIN_WINDOWS.find((w) => w.begin === hour(begin) && w.end === hour(end));
}

export const DEFAULT_WINDOW = MAINTAIN_WINDOWS.find((w) => w.default) ?? MAINTAIN_WINDOWS[0];
