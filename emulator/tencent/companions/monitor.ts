import { readFacts } from '../../core/facts';
import { refuse, refuseValue, success } from '../answers/errors';
import { seconds } from '../answers/time';
import type { Aggregation } from '../model/monitor';
import type { TencentState } from '../model/state';
import type { Handler } from '../requests/context';

/** Monitor (2018-07-24), as far as it watches CKafka. */

const NAMESPACE = 'QCE/CKAFKA';

interface Metric {
	name: string;
	meaning: string;
	unit: string;
	dimensions: string[];
	aggregation: string;
}

const { metrics: METRICS } = readFacts<{ metrics: Metric[] }>(
	'tencent',
	'companions/_metrics.json',
);

/** Periods of every metric, seconds. */
const PERIODS = [60, 300, 3600, 86_400];

interface Dimension {
	Name: string;
	Value: string;
}

interface DataBody {
	Namespace: string;
	MetricName: string;
	Instances: Array<{ Dimensions: Dimension[] }>;
	Period?: number;
	StartTime?: string;
	EndTime?: string;
}

const aggregationOf = ({ aggregation }: Metric): Aggregation =>
	aggregation === 'sum' || aggregation === 'max' ? aggregation : 'last';

/** Names of dimensions as the service takes them: the metric pages print them in another way. */
const namesOf = ({ dimensions }: Metric, first: string): string[] =>
	dimensions.map((name) => (/^instanceid$/i.test(name) ? first : lowerFirst(name)));

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function timeOf(name: 'StartTime' | 'EndTime', text: string | undefined, usual: number): number {
	if (text === undefined) return usual;
	const time = Date.parse(text);
	if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(time)) {
		refuseValue(name, 'it must be a time with its offset');
	}
	return time;
}

/**
 * What values are kept under: the ID of an instance of the region, of a topic, or `group topic partition`; undefined
 * where the names are not all that the metric has.
 */
function objectOf(
	dimensions: Dimension[],
	names: string[],
	state: TencentState,
	region: string,
): string | undefined {
	const values = new Map(dimensions.map(({ Name, Value }) => [Name, Value]));
	const isWhole = values.size === names.length && names.every((name) => values.has(name));
	const id = values.get(state.rules.monitorDimension);
	const instance = state.of(region).find((one) => one.id === id);
	if (!isWhole || !instance) return undefined;
	const group = values.get('consumerGroup');
	const topic = values.get('topicId');
	return group === undefined
		? (topic ?? instance.id)
		: `${group} ${topic} ${values.get('partition')}`;
}

/** Values of one metric for several objects; times without a value are left out, as are all of what is not there. */
export const GetMonitorData: Handler = (request, { state, region, now }) => {
	const body = request.body as DataBody;
	const { Namespace, MetricName, Instances, Period = 300 } = body;
	const { monitor, rules } = state;
	const metric = METRICS.find(({ name }) => name === MetricName);
	if (Namespace !== NAMESPACE) refuseValue('Namespace', `${Namespace} does not exist`);
	if (!metric) refuseValue('MetricName', `${MetricName} does not exist`);
	if (!PERIODS.includes(Period)) refuseValue('Period', `${Period} is not supported`);
	if (Instances.length > rules.monitorObjects) {
		refuse('InvalidParameter', `At most ${rules.monitorObjects} objects can be asked for.`);
	}
	const startOfDay = Math.floor(now / 86_400_000) * 86_400_000;
	const from = timeOf('StartTime', body.StartTime, startOfDay);
	const to = timeOf('EndTime', body.EndTime, now);
	if (to < from) refuseValue('EndTime', 'it must not be before StartTime');
	if ((to - from) / 1000 / Period > rules.monitorPoints) {
		refuse('InvalidParameter', `At most ${rules.monitorPoints} points can be asked for.`);
	}
	if (monitor.freeRequests <= 0) {
		refuse('LimitExceeded', 'The free requests of this month are used up.');
	}
	monitor.freeRequests -= 1;
	const names = namesOf(metric, rules.monitorDimension);
	const DataPoints = Instances.map(({ Dimensions }) => {
		const object = objectOf(Dimensions, names, state, region);
		const points =
			object === undefined
				? []
				: monitor.read(
						{ metric: MetricName, object, aggregation: aggregationOf(metric) },
						{ period: Period, from, to, now },
					);
		return {
			Dimensions,
			Timestamps: points.map(({ at }) => seconds(at)),
			Values: points.map(({ value }) => value),
			MaxValues: null,
			MinValues: null,
			AvgValues: null,
		};
	});
	return success({
		Period,
		MetricName,
		DataPoints,
		StartTime: new Date(from).toISOString().replace('.000Z', '+00:00'),
		EndTime: new Date(to).toISOString().replace('.000Z', '+00:00'),
		Msg: '',
	});
};

interface MetricsBody {
	Namespace: string;
	MetricName?: string;
	Dimensions?: string[];
}

/** The metrics of the namespace, with the names of their dimensions. */
export const DescribeBaseMetrics: Handler = (request, { state }) => {
	const { Namespace, MetricName, Dimensions } = request.body as MetricsBody;
	const listed = METRICS.filter(() => Namespace === NAMESPACE)
		.filter(({ name }) => MetricName === undefined || name === MetricName)
		.map((metric) => ({ metric, names: namesOf(metric, state.rules.monitorDimension) }))
		.filter(({ names }) => !Dimensions || Dimensions.every((name) => names.includes(name)));
	const MetricSet = listed.map(({ metric, names }) => ({
		Namespace,
		MetricName: metric.name,
		MetricCName: null,
		MetricEName: metric.name,
		Unit: metric.unit,
		UnitCname: metric.unit,
		Period: PERIODS,
		Periods: PERIODS.map((period) => ({ Period: String(period), StatType: ['avg'] })),
		Dimensions: [{ Dimensions: names }],
		Meaning: { En: metric.meaning, Zh: null },
	}));
	return success({ MetricSet });
};
