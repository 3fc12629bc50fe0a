import { DAY } from '../../core/clock';
import { json } from '../../http/answer';
import type { Dimension, Filter } from '../model/metrics';
import { refuseAt, type Companion, type CompanionHandler } from './companion';

/** Points of all metrics of an answer together. */
const MOST_POINTS = 3000;
const LARGEST_BODY = 512 * 1024;
/** Raw, 1- and 5-minute data are kept for so long. */
const FINE_KEPT = 2 * DAY;
/** From this period on, seconds, data are kept for longer. */
const COARSE = 1200;

interface Query {
	metrics: Array<{ namespace: string; metric_name: string; dimensions: Dimension[] }>;
	period: string;
	filter: Filter;
	from: number;
	to: number;
}

const refuse = (problem: string): never =>
	refuseAt(ces, 'invalid', `Some content in message body is not correct: ${problem}.`);

/** Several metrics over a time range. What is too much for one answer moves its beginning, silently. */
const BatchListMetricData: CompanionHandler = ({ body, raw, state, project }) => {
	const { metrics, period, filter, from, to } = body as Query;
	const { now } = state;
	if (raw.body.length > LARGEST_BODY) refuse('it is too large');
	if (metrics.length > state.rules.metricsPerCall) {
		refuse(`metrics has more than ${state.rules.metricsPerCall} entries`);
	}
	if (from >= to) refuse('from is not before to');
	const seconds = Math.max(60, Number(period));
	const length = seconds * 1000;
	const reach = Math.floor((MOST_POINTS / metrics.length) * length);
	const kept = Number(period) < COARSE ? now - FINE_KEPT : 0;
	const begin = Math.max(from, to - reach, kept);
	const ids = new Set(state.of(project.id).map(({ id }) => id));
	const answers = metrics.map(({ namespace, metric_name, dimensions }) => {
		const isOwn = dimensions.some(
			({ name, value }) => name === 'kafka_instance_id' && ids.has(value),
		);
		const points =
			isOwn && namespace === 'SYS.DMS'
				? state.metrics.points(metric_name, dimensions, {
						from: begin,
						to: Math.min(to, now),
						period: length,
						filter,
					})
				: [];
		const datapoints = points.map(({ timestamp, value }) => ({ [filter]: value, timestamp }));
		return { namespace, metric_name, unit: 'Byte/s', dimensions, datapoints };
	});
	return json(200, { metrics: answers });
};

/** Status and code of each refusal; a missing permission has its status as code. Source: page "Error Codes". */
const STATUSES = {
	invalid: [400, 'ces.0014'],
	forbidden: [403, '403'],
	missing: [404, 'ces.0013'],
} as const;

/** Cloud Eye, as far as it tells whether an instance is used. */
export const ces: Companion = {
	operations: { BatchListMetricData },
	refusal: (kind, details) => {
		const [status, code] = STATUSES[kind];
		return { status, body: { http_code: String(status), message: { details, code } } };
	},
};
