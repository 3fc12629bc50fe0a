import { DAY } from '../../core/clock';
import { METRICS, PERIODS, pointsOf, type Metric, type Point } from '../model/metrics';
import type { AlibabaState } from '../model/state';
import type { CompanionContext, CompanionHandler } from './companion';

/** CloudMonitor (CMS 2019-01-01): metrics of the namespace of Kafka. */

const NAMESPACE = 'acs_kafka';
const ACCOUNT = '1234567890123456';

/** Points of a page: usual and at most. */
const USUAL_LENGTH = '1000';
const MOST_POINTS = 1440;
/** Resources a request may name. */
const MOST_RESOURCES = 50;
const LONGEST_RANGE = 31 * DAY;
/** Seconds, where the request does not say it: that with which the metrics are reported. */
const USUAL_PERIOD = '60';

interface Query {
	Namespace: string;
	MetricName: string;
	Dimensions?: string;
	Period?: string;
	StartTime?: string;
	EndTime?: string;
	Length?: string;
	NextToken?: string;
	RegionId?: string;
}

interface Resource {
	instanceId?: string;
	topic?: string;
}

type Reject = CompanionContext['reject'];

const refuse = (reject: Reject, text: string) => reject(400, 'InvalidParameterValue', text);

function metricNamed({ Namespace, MetricName }: Query, reject: Reject): Metric {
	const found = METRICS.find(({ name }) => name === MetricName);
	if (Namespace === NAMESPACE && found) return found;
	return reject(404, 'ResourceNotFound', 'The specified resource is not found.');
}

/** The facts have made sure that it is JSON of this form. */
function resourcesIn({ Dimensions = '[]' }: Query, reject: Reject): Resource[] {
	const resources = [JSON.parse(Dimensions) as Resource | Resource[]].flat();
	if (resources.length > MOST_RESOURCES) refuse(reject, 'Dimensions: at most 50 resources.');
	return resources;
}

/** Epoch milliseconds, or a date as the document prints it, which is in the time of Beijing. */
function timeIn(text: string, reject: Reject): number {
	if (/^\d{13}$/.test(text)) return Number(text);
	if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) {
		return Date.parse(`${text.replace(' ', 'T')}+08:00`);
	}
	return refuse(reject, `${text} is no time.`);
}

function rangeOf(query: Query, period: number, now: number, reject: Reject) {
	const { StartTime, EndTime } = query;
	const end = EndTime === undefined ? now : timeIn(EndTime, reject);
	// By default 2 hours of minutes, and 2 days of hours.
	const usual = end - (period < 3600 ? 2 * 3_600_000 : 2 * DAY);
	const start = StartTime === undefined ? usual : timeIn(StartTime, reject);
	if (start >= end) refuse(reject, 'StartTime must be earlier than EndTime.');
	if (end - start > LONGEST_RANGE) refuse(reject, 'At most 31 days.');
	return { start, end };
}

/** Counts a query of this month; without any left it is refused, as the vendor's page on quotas words it. */
function countQuery({ rules }: AlibabaState, reject: Reject): void {
	if (rules.metricCalls < 1) reject(400, 'Throttling.User', 'user api quota limit');
	rules.metricCalls -= 1;
}

function found(query: Query, { state, reject }: CompanionContext): Point[] {
	const metric = metricNamed(query, reject);
	const resources = resourcesIn(query, reject);
	const period = Number(query.Period ?? USUAL_PERIOD);
	if (!PERIODS.includes(period)) refuse(reject, `Period: one of ${PERIODS.join(', ')}.`);
	const { start, end } = rangeOf(query, period, state.now, reject);
	const isIn = (region: string) => !query.RegionId || region === query.RegionId;
	const instances = state.visible.filter(({ region }) => isIn(region));
	const isMeant = ({ instanceId, topic }: Point) =>
		resources.length === 0 ||
		resources.some(
			(one) => one.instanceId === instanceId && (one.topic === undefined || one.topic === topic),
		);
	return pointsOf(metric, instances, { period, start, end, now: state.now }).filter(isMeant);
}

const body = (query: Query, points: Point[], { rules }: AlibabaState) => {
	const { statistic = 'Value' } = METRICS.find(({ name }) => name === query.MetricName) ?? {};
	const list = points.map(({ value, ...point }) => ({
		...point,
		userId: ACCOUNT,
		[statistic]: value,
	}));
	return {
		Code: '200',
		Success: true,
		Period: query.Period ?? USUAL_PERIOD,
		// A text that holds the list, and not the list that the document prints.
		...((list.length > 0 || !rules.noEmptyPoints) && { Datapoints: JSON.stringify(list) }),
	};
};

/** A token for the points from a place on. */
const tokenFor = (place: number): string => place.toString(16).padStart(32, '0');

function startOf(token: string | undefined, reject: Reject): number {
	if (!token) return 0;
	return /^[0-9a-f]{32}$/.test(token) ? parseInt(token, 16) : refuse(reject, 'NextToken');
}

/** Values of a metric in a time range, by time, page by page. */
export const DescribeMetricList: CompanionHandler = ({ parameters }, context) => {
	const query = parameters as unknown as Query;
	const { state, reject } = context;
	countQuery(state, reject);
	const points = found(query, context);
	const length = Number(query.Length ?? USUAL_LENGTH);
	if (!(length >= 1 && length <= MOST_POINTS)) refuse(reject, 'Length: 1 to 1440.');
	const start = startOf(query.NextToken, reject);
	const end = start + length;
	return {
		...body(query, points.slice(start, end), state),
		...(end < points.length && { NextToken: tokenFor(end) }),
	};
};
