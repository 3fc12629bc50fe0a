/** What Monitor knows of instances and topics: values by metric, object and hour. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long values are kept by their period in seconds (facts of GetMonitorData, "Retention"). */
const KEPT: ReadonlyArray<readonly [period: number, kept: number]> = [
	[60, 15 * DAY],
	[300, 31 * DAY],
	[3600, 93 * DAY],
	[86_400, 186 * DAY],
];

/** How the values of a period become one. */
export type Aggregation = 'sum' | 'max' | 'last';

/** One value. */
export interface Point {
	/** Start of its period, ms since the epoch. */
	at: number;
	value: number;
}

const ADDED: Record<Aggregation, (one: number, next: number) => number> = {
	sum: (one, next) => one + next,
	max: Math.max,
	last: (_, next) => next,
};

/** Values of the metrics, and what is left of the free requests of the month. */
export class Monitor {
	/** Requests for values that are still free; without a limit unless a test says so. */
	freeRequests = Infinity;
	/** How long before midnight of UTC days begin, ms: at that of China by default, which no document says. */
	dayOffset = 8 * HOUR;
	private readonly values = new Map<string, Point[]>();

	/**
	 * Writes values of a metric, in whatever order.
	 *
	 * @param object ID of an instance or a topic; of a consumer group, `group topicId partition`
	 */
	add(metric: string, object: string, ...points: Point[]): void {
		const key = `${metric} ${object}`;
		const all = [...(this.values.get(key) ?? []), ...points];
		this.values.set(
			key,
			all.sort((a, b) => a.at - b.at),
		);
	}

	/** Writes one value for each hour of a time, both ends included. */
	fill(metric: string, object: string, from: number, to: number, value: number): void {
		const first = Math.ceil(from / HOUR);
		const count = Math.max(0, Math.floor(to / HOUR) - first + 1);
		const points = Array.from({ length: count }, (_, hour) => ({
			at: (first + hour) * HOUR,
			value,
		}));
		this.add(metric, object, ...points);
	}

	/** Forgets a metric of an object, or all that there is. */
	clear(metric?: string, object?: string): void {
		if (metric === undefined) this.values.clear();
		else this.values.delete(`${metric} ${object}`);
	}

	/**
	 * Values by period, of the times that have one; older ones than are kept are left out.
	 *
	 * @param period Seconds
	 * @param from Earliest beginning of a period, ms since the epoch, and latest in `to`
	 */
	read(
		{ metric, object, aggregation }: { metric: string; object: string; aggregation: Aggregation },
		{ period, from, to, now }: { period: number; from: number; to: number; now: number },
	): Point[] {
		const length = period * 1000;
		const offset = length === DAY ? this.dayOffset : 0;
		const kept = KEPT.find(([longest]) => period <= longest)?.[1] ?? 0;
		const periods = new Map<number, number>();
		for (const { at, value } of this.values.get(`${metric} ${object}`) ?? []) {
			const start = Math.floor((at + offset) / length) * length - offset;
			if (start < from || start > to || start < now - kept) continue;
			const before = periods.get(start);
			periods.set(start, before === undefined ? value : ADDED[aggregation](before, value));
		}
		return [...periods].map(([at, value]) => ({ at, value }));
	}
}
