import { DAY } from '../../core/clock';
import { AnswerError, json, type Answer } from '../../http/answer';
import type { Dimension, Filter } from '../model/metrics';
import type { Handler } from '../requests/context';

/** Cloud Eye, as far as it tells whether an instance is used. Facts: companions/BatchListMetricData.json. */

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

/** An error in the form of Cloud Eye's page "Error Codes". */
export const cesError = (status: number, code: string, details: string): Answer =>
	json(status, { http_code: status, message: { details, code } });

const refuse = (details: string): never => {
	throw new AnswerError(cesError(400, 'ces.0014', details));
};

/** Several metrics over a time range. What is too much for one answer moves its beginning, silently. */
export const BatchListMetricData: Handler = (request, { state, now, project }) => {
	const { metrics, period, filter, from, to } = request.body as Query;
	if (JSON.stringify(request.body).length > LARGEST_BODY) refuse('The request is too large.');
	if (metrics.length > state.rules.metricsPerCall) {
		refuse(
			`Some content in message body is not correct: metrics has more than ${state.rules.metricsPerCall} entries.`,
		);
	}
	if (from >= to) refuse('Some content in message body is not correct: from is not before to.');
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
