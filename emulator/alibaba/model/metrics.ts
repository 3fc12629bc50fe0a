import { DAY, MINUTE } from '../../core/clock';
import { readFacts } from '../../core/facts';
import type { MetricSeed } from './contents';
import type { Instance } from './instance';
import { seriesOf } from './series';
import { WORKING } from './status';

/** A metric as CloudMonitor describes it. */
export interface Metric {
	name: string;
	/** What tells its series apart, beside the account. */
	dimensions: readonly string[];
	/** Name of the value in a point. */
	statistic: string;
	/** Series of the instances that have it; absent: reserved ones. */
	series?: string;
}

const { metrics: known } = readFacts<{ metrics: Metric[] }>('alibaba', 'companions/_metrics.json');

/** Metrics of instances and topics in the namespace `acs_kafka`, of which it is known how they are written. */
export const METRICS: readonly Metric[] = known
	.filter(({ dimensions }) => !dimensions.includes('consumerGroup'))
	.map((metric) => ({ ...metric, statistic: /^\w+/.exec(metric.statistic)?.[0] ?? '' }))
	.filter(({ statistic }) => ['Value', 'Maximum'].includes(statistic));

const isOf = ({ series = 'v2' }: Metric, instance: Instance) => seriesOf(instance) === series;

/** Periods that can be asked for, seconds; the document lists the others, and 300 in an older edition. */
export const PERIODS: readonly number[] = [15, 60, 300, 900, 3600];

/** How far back points of a period go, virtual ms. */
const retention = (period: number) => (period < 60 ? 7 : period < 300 ? 31 : 91) * DAY;

/** Points come with this delay, virtual ms. */
const DELAY = MINUTE;

/** A value of a series. */
export interface Point {
	/** Start of its period, virtual ms since the epoch. */
	timestamp: number;
	instanceId: string;
	topic?: string;
	value: number;
}

/** What is asked of a metric. */
export interface Asked {
	/** Seconds. */
	period: number;
	/** Excluded, and included; virtual ms since the epoch. */
	start: number;
	end: number;
	/** Virtual time. */
	now: number;
}

/** One series of a metric. */
interface Series {
	instance: Instance;
	topic?: string;
	seed: MetricSeed;
}

/** The points of a metric, by time. Instances that do not have it have no points. */
export function pointsOf(metric: Metric, instances: readonly Instance[], asked: Asked): Point[] {
	const length = asked.period * 1000;
	const all = instances.filter((one) => isOf(metric, one)).flatMap((one) => seriesIn(metric, one));
	const oldest = asked.now - retention(asked.period);
	const points: Point[] = [];
	for (
		let start = Math.max(firstAfter(asked.start, length), firstAfter(oldest, length));
		start <= Math.min(asked.end, asked.now - DELAY);
		start += length
	) {
		for (const { instance, topic, seed } of all) {
			if (start + length <= instance.createdAt) continue;
			const value = typeof seed === 'function' ? seed(start, start + length) : seed;
			if (value === null) continue;
			points.push({ timestamp: start, instanceId: instance.id, ...(topic && { topic }), value });
		}
	}
	return points;
}

const firstAfter = (time: number, length: number) => (Math.floor(time / length) + 1) * length;

/** The series of an instance; nothing was said of one: no traffic while it works, else no points. */
function seriesIn({ name, dimensions }: Metric, instance: Instance): Series[] {
	const usual = WORKING.includes(instance.phase) ? 0 : null;
	if (!dimensions.includes('topic')) {
		return [{ instance, seed: seedOf(instance, name, usual) }];
	}
	return instance.topics.map((topic) => ({
		instance,
		topic: topic.name,
		seed: seedOf(instance, `${name}/${topic.name}`, usual),
	}));
}

const seedOf = ({ metrics }: Instance, name: string, usual: MetricSeed): MetricSeed =>
	Object.hasOwn(metrics, name) ? metrics[name] : usual;
