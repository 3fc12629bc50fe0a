import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API, asFailure } from '../shared/contract/failure';
import type { Pages } from '../shared/contract/pages';
import type { ApiRequest } from '../shared/contract/vendor';
import { listAll, type Caller } from '../shared/request/readList';
import { readRequest } from './api/requests';

/** CloudMonitor (CMS 2019-01-01, DescribeMetricList): requests for the values of a metric, and what they give. */

/** Seconds; the document has 15, 60, 900, and 3600. */
export const PERIOD = 3600;

/** Resources that one request may name. */
const MOST_RESOURCES = 50;

/** Points a page, for any number of resources. */
const PAGE_SIZE = 1440;

/** Longest range of one request, milliseconds: 31 days, less the moment by which it begins earlier. */
const LONGEST_RANGE = (31 * 24 * 3600 - PERIOD) * 1000;

/** What the values of a metric are of, as CloudMonitor's dimensions name it. */
export interface Resource {
	instanceId: string;
	topic?: string;
}

/** A time range: Unix time in milliseconds, whole periods. */
export interface Range {
	from: number;
	to: number;
}

/** Values of one resource: start of the period (Unix time, milliseconds), and the value. */
export interface Values {
	resource: Resource;
	points: Array<readonly [start: number, value: number]>;
}

/** What tells the series of a metric apart. */
export const seriesKey = ({ instanceId, topic }: Resource): string =>
	JSON.stringify([instanceId, topic ?? null]);

/**
 * A request for the values of some resources. The start does not belong to its range, so that it is set a
 * moment earlier.
 */
export const describeMetricList = (
	metric: string,
	resources: readonly Resource[],
	{ from, to }: Range,
): ApiRequest =>
	readRequest('DescribeMetricList', {
		Namespace: 'acs_kafka',
		MetricName: metric,
		Dimensions: JSON.stringify(resources),
		Period: String(PERIOD),
		StartTime: String(from - 1),
		EndTime: String(to),
		Length: String(PAGE_SIZE),
	});

const unreadable = () =>
	new Failure('broken', "the response does not contain the list 'Datapoints'", {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/** The list of points, which comes as a text that holds JSON; an answer without any may leave it out. */
function pointsOf({ Datapoints: given }: IDataObject): IDataObject[] {
	if (given === undefined || given === null || given === '') return [];
	const list = typeof given === 'string' ? parsed(given) : given;
	if (!Array.isArray(list)) throw unreadable();
	return list as IDataObject[];
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw unreadable();
	}
}

const pages: Pages = {
	rows: pointsOf,
	at: () => ({}),
	next: ({ NextToken }) => (NextToken ? { NextToken } : undefined),
	size: Infinity,
	key: ['instanceId', 'topic', 'timestamp'],
};

/** Names of the value, the one that misses least first: a metric has one of them, or the last three. */
const STATISTICS = ['Maximum', 'Value', 'Average', 'Sum'] as const;

/** The value of a point; `undefined` for what is no number, or a negative one, which is no traffic either. */
function valueIn(point: IDataObject): number | undefined {
	const values = STATISTICS.map((name) => point[name]);
	return values.find(
		(value): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0,
	);
}

/** Adds points to those by period; of two in one period the larger one stays. */
function addTo(byStart: Map<number, number>, point: IDataObject): void {
	const value = valueIn(point);
	const time = Number(point.timestamp);
	if (value === undefined || !Number.isFinite(time)) return;
	const length = PERIOD * 1000;
	const start = Math.floor(time / length) * length;
	byStart.set(start, Math.max(value, byStart.get(start) ?? 0));
}

/** Parts of a range that one request may ask for, the earliest first. */
function parts({ from, to }: Range): Range[] {
	const found: Range[] = [];
	for (let start = from; start < to; start += LONGEST_RANGE) {
		found.push({ from: start, to: Math.min(start + LONGEST_RANGE, to) });
	}
	return found;
}

function batches<T>(all: readonly T[], size: number): T[][] {
	const count = Math.ceil(all.length / size);
	return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size));
}

/** Whether the service says that it has no such metric. */
const isUnknown = (error: unknown): boolean =>
	error instanceof Failure && error.details.code === 'ResourceNotFound';

/**
 * Values of a metric for some resources, the ones without any included.
 *
 * @returns `undefined` where the service has no such metric
 * @throws {Failure}
 */
export async function metricValues(
	caller: Caller,
	metric: string,
	resources: readonly Resource[],
	range: Range,
): Promise<Values[] | undefined> {
	const found = new Map(
		resources.map((one) => [seriesKey(one), { resource: one, byStart: new Map<number, number>() }]),
	);
	try {
		for (const some of batches(resources, MOST_RESOURCES)) {
			for (const part of parts(range)) {
				const request = describeMetricList(metric, some, part);
				for (const point of await listAll(caller, request, pages)) {
					const series = found.get(seriesKey(point as unknown as Resource));
					if (series) addTo(series.byStart, point);
				}
			}
		}
	} catch (error) {
		if (isUnknown(error)) return undefined;
		throw asFailure(error);
	}
	return [...found.values()].map(({ resource, byStart }) => ({
		resource,
		points: [...byStart].sort(([a], [b]) => a - b),
	}));
}
