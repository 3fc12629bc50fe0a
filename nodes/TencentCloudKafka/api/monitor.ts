import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../shared/contract/failure';
import { listIn } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Series } from '../../shared/fleet/activity';
import { amount } from '../../shared/fleet/times';
import type { MetricAsk } from '../../shared/fleet/vendor';
import { isForbidden } from './decode';
import { momentOf, nameOf, wholeNumber } from './records';

/** Requests to Monitor (2018-07-24), and what its answers say. */

const NAMESPACE = 'QCE/CKAFKA';

/** Seconds. */
export const HOUR = 3600;
export const DAY = 86_400;

/** Days of China begin earlier than those of UTC, milliseconds: which ones the service means is not documented. */
const CHINA = 8 * HOUR * 1000;

/** What tells an object apart: `{ instanceId: 'ckafka-8j4ro59xx' }`. */
export type Dimensions = Readonly<Record<string, string>>;

/** Values of one object. */
export interface Measured {
	/** Seconds, as the answer says it. */
	period: number;
	points: Series['points'];
}

/** When and how finely. */
export type Span = Pick<MetricAsk, 'from' | 'to' | 'period'>;

const read = (api: string, body: IDataObject): ApiRequest => ({
	api,
	effect: 'read',
	method: 'POST',
	path: '/',
	body,
});

/** `2018-09-22T19:51:23+08:00`, as the documents write times. */
const inChina = (time: number) => new Date(time + CHINA).toISOString().replace(/\.\d+Z$/, '+08:00');

/** Start of the day of China that a time is in. */
const dayOf = (time: number) => Math.floor((time + CHINA) / (DAY * 1000)) * DAY * 1000 - CHINA;

/**
 * Asks for the values of a metric (GetMonitorData); the last period may be unfinished.
 *
 * @param now Unix time by the clock of the cloud, milliseconds
 */
export function valuesRequest(
	metric: string,
	objects: readonly Dimensions[],
	{ from, to, period }: Span,
	now: number,
): ApiRequest {
	return read('GetMonitorData', {
		Namespace: NAMESPACE,
		MetricName: metric,
		Instances: objects.map((object) => ({
			Dimensions: Object.entries(object).map(([Name, Value]) => ({ Name, Value })),
		})),
		Period: period,
		StartTime: inChina(period === DAY ? dayOf(from) : from),
		EndTime: inChina(Math.max(from, Math.min(to, now))),
	});
}

/** What tells an object apart, whatever the spelling and order of names. */
export const keyOf = (pairs: ReadonlyArray<readonly [name: string, value: unknown]>): string =>
	JSON.stringify(
		pairs
			.map(([name, value]) => [name.toLowerCase(), String(value)])
			.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
	);

const listOrNone = (body: IDataObject, name: string): unknown[] =>
	body[name] === null ? [] : listIn(body, name);

/**
 * The points of one object. A negative value, and what is no number, is no point. A period that has begun before the
 * span, such as a day of China, begins with it.
 */
function pointsIn(entry: IDataObject, period: number, from: number): Series['points'] {
	const values = listOrNone(entry, 'Values');
	const points = new Map<number, number>();
	for (const [index, time] of listOrNone(entry, 'Timestamps').entries()) {
		const [moment, value] = [momentOf(time), amount(values[index])];
		if (moment === undefined || value === null || moment + period * 1000 <= from) continue;
		const start = Math.max(moment, from);
		points.set(start, Math.max(value, points.get(start) ?? 0));
	}
	return [...points];
}

/**
 * Values by object, see {@link keyOf}; what the answer does not name is absent.
 *
 * @throws {Failure} `broken`
 */
export function measuredIn(body: IDataObject, { period, from }: Span): Map<string, Measured> {
	const used = wholeNumber(body.Period) ?? period;
	return new Map(
		listOrNone(body, 'DataPoints').map((one) => {
			const entry = one as IDataObject;
			const dimensions = listIn(entry, 'Dimensions');
			const key = keyOf(dimensions.map(({ Name, Value }) => [String(Name), Value] as const));
			return [key, { period: used, points: pointsIn(entry, used, from) }];
		}),
	);
}

/** Asks which dimensions a metric has (DescribeBaseMetrics). */
export const dimensionsRequest = (metric: string): ApiRequest =>
	read('DescribeBaseMetrics', { Namespace: NAMESPACE, MetricName: metric });

/** Sets of names that a metric has values for, as the service spells them; `undefined` where there is no such metric. */
export function dimensionsIn(body: IDataObject, metric: string): string[][] | undefined {
	const found = listIn(body, 'MetricSet').find(({ MetricName }) => MetricName === metric);
	if (!found) return undefined;
	return listIn(found, 'Dimensions').map(({ Dimensions: names }) =>
		(Array.isArray(names) ? names : []).flatMap((name) => nameOf(name) ?? []),
	);
}

/** A failure of Monitor in words that fit it: the same codes mean something else at CKafka. */
export function toldOfMonitor(failure: Failure): Failure {
	const [family] = (failure.details.code ?? '').split('.');
	if (family === 'LimitExceeded') {
		return failure.with({
			message: 'the free requests of this month for monitoring data are used up',
			advice:
				'Wait for the next month, or turn pay-as-you-go on for API requests in the console of Tencent Cloud Observability Platform (TCOP).',
		});
	}
	return isForbidden(failure)
		? failure.with({ advice: 'Grant the CAM user monitor:GetMonitorData.' })
		: failure;
}
