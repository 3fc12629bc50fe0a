import { asFailure } from '../shared/contract/failure';
import type { Series } from '../shared/fleet/activity';
import type { MetricAsk } from '../shared/fleet/vendor';
import { call } from '../shared/request/call';
import { inCloudTime, readClock } from '../shared/request/cloudTime';
import type { Connection } from '../shared/request/connection';
import type { Caller } from '../shared/request/readList';
import type { Dimensions, Measured, Span } from './api/monitor';
import {
	DAY,
	dimensionsIn,
	dimensionsRequest,
	HOUR,
	keyOf,
	measuredIn,
	toldOfMonitor,
	valuesRequest,
} from './api/monitor';
import { readOnce } from './api/readOnce';

/** Values of Monitor (GetMonitorData, 2018-07-24): one metric a request, for several objects. */

/** From so many hours on, days are asked for; values by the hour are kept for 93 days, by the day for 186. */
const HOURS_OF_DAYS = 48;

/** Objects of a request, by the pages of the API; the newer SDK says 50. */
const MOST_OBJECTS = 10;

/** Points of a request, by the same pages; whether of one object or of all is not said, so of all. */
const MOST_POINTS = 1440;

/** Messages, summed up by period. */
const OF_INSTANCES = [
	['InstanceProCount', 'produced'],
	['InstanceConCount', 'consumed'],
] as const;

/** Period at which a window is asked for, seconds. */
export const periodOf = (hours: number): number => (hours >= HOURS_OF_DAYS ? DAY : HOUR);

const onceByMetric = readOnce<string[][] | undefined>();

/**
 * Sets of names that a metric has values for, as the service spells them (DescribeBaseMetrics); `undefined` where there
 * is no such metric. Asked for once for each connection.
 *
 * @throws {Failure}
 */
export async function dimensionsOf(
	at: Connection,
	caller: Caller,
	metric: string,
): Promise<string[][] | undefined> {
	return await onceByMetric(at, metric, async () =>
		dimensionsIn(await caller.call(dimensionsRequest(metric)), metric),
	);
}

/** What asks Monitor alone. */
const monitorAt = (at: Connection): Caller => ({
	async call(request) {
		try {
			return await call(at, request);
		} catch (error) {
			const failure = asFailure(error);
			throw toldOfMonitor(failure);
		}
	},
});

/** The time by the clock of the cloud, as far as it is known, Unix time in milliseconds. */
const timeAt = ({ addressee, clock }: Connection): number =>
	inCloudTime(addressee, readClock(clock)) ?? clock.now();

/** An object under the names that the service has for it; as it is where it has others. */
function spelled(object: Dimensions, sets: string[][]): Dimensions {
	const names = Object.keys(object);
	const isSame = (set: string[]) =>
		set.length === names.length &&
		names.every((name) => set.some((other) => other.toLowerCase() === name.toLowerCase()));
	const set = sets.find(isSame) ?? names;
	return Object.fromEntries(
		names.map((name) => [
			set.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name,
			object[name],
		]),
	);
}

/** The names for an answer that had no value at all: its documents spell them in two ways. */
async function setsAfterNothing(at: Connection, caller: Caller, metric: string) {
	try {
		return { sets: await dimensionsOf(at, caller, metric) };
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind === 'cancelled') throw failure;
		return undefined;
	}
}

/**
 * Values of a metric, one entry for each object; `undefined` where the service has no such metric of it.
 *
 * @throws {Failure}
 */
export async function valuesOf(
	at: Connection,
	caller: Caller,
	metric: string,
	objects: readonly Dimensions[],
	span: Span,
): Promise<Array<Measured | undefined>> {
	const points = (span.to - span.from) / 1000 / span.period + 2;
	const size = Math.max(1, Math.min(MOST_OBJECTS, Math.floor(MOST_POINTS / points)));
	let sets: string[][] = [];
	const all: Array<Measured | undefined> = [];
	for (let start = 0; start < objects.length; start += size) {
		const some = objects.slice(start, start + size);
		const ask = async () => {
			const sent = some.map((object) => spelled(object, sets));
			const body = await caller.call(valuesRequest(metric, sent, span, timeAt(at)));
			return measuredIn(body, span);
		};
		let found = await ask();
		if (![...found.values()].some((one) => one.points.length > 0)) {
			const known = await setsAfterNothing(at, caller, metric);
			if (known && !known.sets) return objects.map(() => undefined);
			const before = JSON.stringify(some.map((object) => spelled(object, sets)));
			sets = known?.sets ?? sets;
			const isOther = JSON.stringify(some.map((object) => spelled(object, sets))) !== before;
			if (isOther) found = await ask();
		}
		all.push(...some.map((object) => found.get(keyOf(Object.entries(object)))));
	}
	return all;
}

/**
 * Messages into and out of instances: two requests for ten instances.
 *
 * @throws {Failure} See `metricsReason`
 */
export async function metrics(at: Connection, ask: MetricAsk): Promise<Map<string, Series[]>> {
	const caller = monitorAt(at);
	const objects = ask.instances.map(({ id }) => ({ instanceId: id }));
	const found = await Promise.all(
		OF_INSTANCES.map(async ([metric]) => await valuesOf(at, caller, metric, objects, ask)),
	);
	const all = ask.instances.map(({ id }, index) => {
		const series = OF_INSTANCES.flatMap(([, direction], which): Series[] => {
			const measured = found[which][index];
			return measured ? [{ direction, source: 'metrics', ...measured }] : [];
		});
		return [id, series] as const;
	});
	return new Map(all.filter(([, series]) => series.length > 0));
}
