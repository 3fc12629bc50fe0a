import type { IDataObject } from 'n8n-workflow';

/** What can be bought, as DescribeCkafkaZone says it in JSON within text. */

/** Sizes that are for sale. */
export interface Range {
	least: number;
	most: number;
	step: number;
}

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function rangeOf(value: unknown): Range | undefined {
	if (!isObject(value)) return undefined;
	const [least, most, step] = [value.Minimal, value.Maximum, value.Step ?? value.step].map(Number);
	return Number.isFinite(least) && Number.isFinite(most)
		? { least, most, step: step > 0 ? step : 1 }
		: undefined;
}

/** What the sizes of one of the Pro Edition's kinds are. */
export interface Sizes {
	bandwidth: Range;
	disk?: Range;
	partitions?: Range;
	/** Hours. */
	retention?: Range;
}

/** The range for a bandwidth: keys are the bandwidths from which one applies. */
function from(table: unknown, bandwidth: number): Range | undefined {
	if (!isObject(table)) return undefined;
	const below = Object.keys(table)
		.map(Number)
		.filter((least) => least <= bandwidth)
		.sort((a, b) => a - b);
	return rangeOf(table[String(below.at(-1))]);
}

const parsed = (text: unknown): unknown => {
	try {
		return JSON.parse(String(text)) as unknown;
	} catch {
		return undefined;
	}
};

/** All ranges of bandwidth of the Pro Edition, MB/s; none where the service does not say. */
function kinds(profession: unknown): Array<{ kind: IDataObject; bandwidth: Range }> {
	const config = parsed(profession);
	return (isObject(config) ? Object.values(config) : []).flatMap((kind) => {
		const bandwidth = isObject(kind) ? rangeOf(kind.Bandwidth) : undefined;
		return bandwidth ? [{ kind: kind as IDataObject, bandwidth }] : [];
	});
}

/** Whether a size is for sale. */
export const isIn = ({ least, most, step }: Range, size: number): boolean =>
	size >= least && size <= most && size % step === 0;

/** "500 to 500000 in steps of 100" */
export const rangeText = ({ least, most, step }: Range): string =>
	`${least} to ${most}${step > 1 ? ` in steps of ${step}` : ''}`;

/** Bandwidths of the Pro Edition, for texts; empty where the service does not say. */
export const bandwidthsOf = (profession: unknown): string =>
	kinds(profession)
		.map(({ bandwidth }) => rangeText(bandwidth))
		.join(', or ');

/** Sizes that go with a bandwidth in the Pro Edition; `undefined` where it is not for sale. */
export function sizesFor(profession: unknown, bandwidth: number): Sizes | undefined {
	const found = kinds(profession).find((one) => isIn(one.bandwidth, bandwidth));
	return (
		found && {
			bandwidth: found.bandwidth,
			disk: from(found.kind.DiskCapacity, bandwidth),
			partitions: from(found.kind.Partition, bandwidth),
			retention: rangeOf(found.kind.MessageRetention),
		}
	);
}
