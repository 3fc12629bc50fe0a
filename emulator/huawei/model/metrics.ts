/** A dimension of a metric: `kafka_instance_id`, `kafka_broker`. */
export interface Dimension {
	name: string;
	value: string;
}

/** A value that a metric has for a while; what is in no stretch was not reported, which is not 0. */
export interface Stretch {
	/** Unix time in milliseconds; the first is in it, the last is not. */
	from: number;
	to: number;
	/** A number; anything else comes out as it is, as no document rules it out. */
	value: unknown;
}

/** How points are put together from what was reported. */
export type Filter = 'average' | 'variance' | 'min' | 'max' | 'sum';

/** A point of an answer, at the beginning of its period. */
export interface Point {
	timestamp: number;
	value: unknown;
}

/** Raw data come once a minute. */
const EVERY = 60_000;

const keyOf = (metric: string, dimensions: Dimension[]): string =>
	[metric, ...dimensions.map(({ name, value }) => `${name},${value}`).sort()].join('|');

/** What instances report to Cloud Eye. */
export class Metrics {
	private readonly reported = new Map<string, Stretch[]>();

	/**
	 * Has an instance report a metric for a while.
	 * @param within Further dimensions, by name; a text is the broker that reports it: `broker-0`
	 */
	report(
		instanceId: string,
		metric: string,
		stretch: Stretch,
		within: string | Record<string, string> = {},
	): void {
		const further = typeof within === 'string' ? { kafka_broker: within } : within;
		const dimensions = Object.entries({ kafka_instance_id: instanceId, ...further });
		const key = keyOf(
			metric,
			dimensions.map(([name, value]) => ({ name, value })),
		);
		this.reported.set(key, [...(this.reported.get(key) ?? []), stretch]);
	}

	/**
	 * The points of a metric, one for each period in which something was reported.
	 * @param period Milliseconds
	 */
	points(
		metric: string,
		dimensions: Dimension[],
		{ from, to, period, filter }: { from: number; to: number; period: number; filter: Filter },
	): Point[] {
		const stretches = this.reported.get(keyOf(metric, dimensions)) ?? [];
		const points: Point[] = [];
		// The service rounds `from` down to a whole period.
		for (let start = from - (from % period); start <= to; start += period) {
			const within = stretches.filter((one) => one.from < start + period && one.to > start);
			if (within.length > 0)
				points.push({ timestamp: start, value: valueOf(within, start, period, filter) });
		}
		return points;
	}
}

function valueOf(within: Stretch[], start: number, period: number, filter: Filter): unknown {
	const odd = within.find(({ value }) => typeof value !== 'number');
	if (odd) return odd.value;
	const weighted = within.map(({ from, to, value }) => ({
		value: value as number,
		count: Math.max(1, (Math.min(to, start + period) - Math.max(from, start)) / EVERY),
	}));
	const values = weighted.map(({ value }) => value);
	const sum = weighted.reduce((all, { value, count }) => all + value * count, 0);
	const mean = sum / weighted.reduce((all, { count }) => all + count, 0);
	if (filter === 'max') return Math.max(...values);
	if (filter === 'min') return Math.min(...values);
	if (filter === 'sum') return sum;
	// Without the last digits, which are those of the sum.
	if (filter === 'average') return Number(mean.toPrecision(12));
	return values.reduce((all, value) => all + (value - mean) ** 2, 0) / values.length;
}
