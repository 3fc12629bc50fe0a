import { factsOf } from '../../core/facts';
import { zoneLists } from './catalogue';

/** A product of the V1 operations: a bandwidth with fixed limits. */
export interface V1Product {
	id: string;
	specCode: string;
	/** As `specification` names it. */
	bandwidth: string;
	partitions: number;
	/** Smallest storage in GB. */
	minStorage: number;
	brokers: number;
	/** Disk I/O classes on offer. */
	storageSpecs: string[];
}

interface Detail {
	product_id: string;
	spec_code: string;
	bandwidth: string;
	partition_num: string;
	storage: string;
	io: Array<{ storage_spec_code: string }>;
	[field: string]: unknown;
}

interface Value {
	detail: Detail[];
	[field: string]: unknown;
}

const BROKERS: Record<string, number> = { '100MB': 3, '300MB': 3, '600MB': 4, '1200MB': 8 };

const listed = factsOf('huawei', 'V1ListProducts').examples[0].response as {
	Hourly: Array<{ values: Value[] }>;
};

const PRODUCTS: V1Product[] = listed.Hourly[0].values[0].detail.map((detail) => ({
	id: detail.product_id,
	specCode: detail.spec_code,
	bandwidth: detail.bandwidth,
	partitions: Number(detail.partition_num),
	minStorage: Number(detail.storage),
	brokers: BROKERS[detail.bandwidth],
	storageSpecs: detail.io.map((io) => io.storage_spec_code),
}));

/** The V1 product of an ID. */
export function v1ProductOf(id: string): V1Product | undefined {
	return PRODUCTS.find((product) => product.id === id);
}

/** The answer of V1ListProducts with the zones of a region filled in. */
export function v1ProductList(region: string): unknown {
	const zones = zoneLists(region);
	const detailOf = (detail: Detail) => ({
		...detail,
		...zones,
		io: detail.io.map((io) => ({ ...io, ...zones })),
	});
	const valueOf = (value: Value) => ({ ...value, ...zones, detail: value.detail.map(detailOf) });
	const Hourly = listed.Hourly.map((one) => ({ ...one, values: one.values.map(valueOf) }));
	return { Hourly };
}
