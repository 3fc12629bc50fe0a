import type { IDataObject } from 'n8n-workflow';

import { asFailure, type Failure } from '../shared/contract/failure';
import { listIn } from '../shared/contract/pages';
import type { ApiRequest } from '../shared/contract/vendor';
import { amount } from '../shared/fleet/times';
import { recordsOf } from './api/records';

/**
 * Requests to Cloud Eye, and what its responses say. BatchListMetricData; its limits are those of the page
 * ces_03_0034 of 2026-06.
 */

/** A metric of one instance, broker, topic, or group. */
export interface Metric {
	name: string;
	/** Values by dimension, the instance's first. */
	dimensions: Readonly<Record<string, string>>;
}

/** Start of a period (Unix time, milliseconds) and the highest value in it. */
export type Point = readonly [start: number, value: number];

/** The time that is asked for: Unix time in milliseconds, and the period in seconds. */
export interface Range {
	from: number;
	to: number;
	period: number;
}

/** Points of all metrics of a response together; beyond it, the service moves `from` without a word. */
const MOST_POINTS = 3000;

/** Metrics a request. Other clouds of the vendor take less. */
const MOST_METRICS = 500;
const FEWEST_METRICS = 10;

/** How many metrics one request may ask for, so that it reaches back to `from`. */
export function metricsPerRequest({ from, to, period }: Range): number {
	const periods = Math.max(1, Math.ceil((to - from) / (period * 1000)));
	return Math.max(1, Math.min(MOST_METRICS, Math.floor(MOST_POINTS / periods)));
}

const dimensionsOf = ({ dimensions }: Metric): IDataObject[] =>
	Object.entries(dimensions).map(([name, value]) => ({ name, value }));

/** A request for the highest value in each period. It only reads, although it is a POST. */
export const batchListMetricData = (
	metrics: Metric[],
	{ from, to, period }: Range,
): ApiRequest => ({
	api: 'BatchListMetricData',
	effect: 'read',
	method: 'POST',
	path: '/V1.0/{project_id}/batch-query-metric-data',
	body: {
		metrics: metrics.map((metric) => ({
			namespace: 'SYS.DMS',
			metric_name: metric.name,
			dimensions: dimensionsOf(metric),
		})),
		period: String(period),
		filter: 'max',
		from,
		to,
	},
});

const keyFrom = (name: unknown, dimensions: IDataObject[]): string =>
	JSON.stringify([
		name,
		...dimensions.map((one) => `${String(one.name)},${String(one.value)}`).sort(),
	]);

const keyOf = (metric: Metric): string => keyFrom(metric.name, dimensionsOf(metric));

/** What responses say of metrics. */
export class Measured {
	private readonly points = new Map<string, Point[]>();

	/**
	 * Takes over a response.
	 *
	 * @throws {Failure} `broken` for one without the list
	 */
	add(body: IDataObject): void {
		for (const entry of recordsOf(listIn(body, 'metrics'))) {
			const key = keyFrom(entry.metric_name, recordsOf(entry.dimensions));
			const found = recordsOf(entry.datapoints).flatMap(pointIn);
			this.points.set(key, [...(this.points.get(key) ?? []), ...found]);
		}
	}

	/** Points of a metric, in the order of time; `undefined` where the responses leave it out. */
	of(metric: Metric): Point[] | undefined {
		const points = this.points.get(keyOf(metric));
		return points && [...new Map(points)].sort(([one], [other]) => one - other);
	}
}

/** A value that is none is no point: no data are not 0. */
function pointIn({ timestamp, max }: IDataObject): Point[] {
	const start = amount(timestamp);
	const value = typeof max === 'number' ? amount(max) : null;
	return start === null || value === null ? [] : [[start, value]];
}

/** Whether a failure says that a request asked for more metrics than this cloud takes. */
const asksForLess = ({ kind, details }: Failure, count: number): boolean =>
	kind === 'refused' && details.httpStatus === 400 && count > FEWEST_METRICS;

const chunksOf = <T>(entries: T[], size: number): T[][] =>
	Array.from({ length: Math.ceil(entries.length / size) }, (_, index) =>
		entries.slice(index * size, (index + 1) * size),
	);

/**
 * Reads metrics with as few requests as the limits allow. The first one finds out whether the cloud takes as
 * many at once as its reference says.
 *
 * @param send Sends a request
 * @throws {Failure}
 */
export async function readMetrics(
	send: (request: ApiRequest) => Promise<IDataObject>,
	metrics: Metric[],
	range: Range,
): Promise<Measured> {
	const measured = new Measured();
	const [first, ...others] = chunksOf(metrics, metricsPerRequest(range));
	if (!first) return measured;
	const read = async (chunk: Metric[]) =>
		measured.add(await send(batchListMetricData(chunk, range)));
	try {
		await read(first);
	} catch (error) {
		const failure = asFailure(error);
		if (!asksForLess(failure, first.length)) throw failure;
		await Promise.all(chunksOf(metrics, FEWEST_METRICS).map(read));
		return measured;
	}
	await Promise.all(others.map(read));
	return measured;
}
