import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../shared/contract/failure';
import { listIn } from '../shared/contract/pages';
import type { ApiRequest } from '../shared/contract/vendor';
import type { Series } from '../shared/fleet/activity';
import { amount } from '../shared/fleet/times';
import type { MetricAsk } from '../shared/fleet/vendor';
import { inCloudTime, readClock } from '../shared/request/cloudTime';
import { call } from '../shared/request/call';
import type { Connection } from '../shared/request/connection';
import type { Caller } from '../shared/request/readList';
import { momentOf, nameOf, wholeNumber } from './api/records';

/** Values of Monitor (GetMonitorData, 2018-07-24): one metric a request, for several objects. */

const NAMESPACE = 'QCE/CKAFKA';

/** Objects of a request, by the pages of the API; the newer SDK says 50. */
const MOST_OBJECTS = 10;

/** Points of a request, by the same pages; whether of one object or of all is not said, so of all. */
const MOST_POINTS = 1440;

/** From so many hours on, days are asked for; values by the hour are kept for 93 days, by the day for 186. */
const HOURS_OF_DAYS = 48;
const HOUR = 3600;
const DAY = 86_400;

/** Days of China begin earlier than those of UTC, milliseconds: which ones the service means is not documented. */
const CHINA = 8 * HOUR * 1000;

/** Messages, summed up by period. */
const OF_INSTANCES = [
	['InstanceProCount', 'produced'],
	['InstanceConCount', 'consumed'],
] as const;

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

/** Period at which a window is asked for, seconds. */
export const periodOf = (hours: number): number => (hours >= HOURS_OF_DAYS ? DAY : HOUR);

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

function valuesRequest(
	at: Connection,
	metric: string,
	objects: readonly Dimensions[],
	{ from, to, period }: Span,
): ApiRequest {
	const now = inCloudTime(at.addressee, readClock(at.clock)) ?? at.clock.now();
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
const keyOf = (pairs: ReadonlyArray<readonly [name: string, value: unknown]>): string =>
	JSON.stringify(
		pairs
			.map(([name, value]) => [name.toLowerCase(), String(value)])
			.sort((a, b) => (a[0] < b[0] ? -1 : 1)),
	);

const listOrNone = (body: IDataObject, name: string): unknown[] =>
	body[name] === null ? [] : listIn(body, name);

/** A negative value, and what is no number, is no point. */
function pointsIn(entry: IDataObject): Series['points'] {
	const values = listOrNone(entry, 'Values');
	const points = new Map<number, number>();
	for (const [index, time] of listOrNone(entry, 'Timestamps').entries()) {
		const [start, value] = [momentOf(time), amount(values[index])];
		if (start !== undefined && value !== null) points.set(start, value);
	}
	return [...points];
}

/** Values by object; what the answer does not name is absent. */
function measuredIn(body: IDataObject, period: number): Map<string, Measured> {
	const used = wholeNumber(body.Period) ?? period;
	return new Map(
		listOrNone(body, 'DataPoints').map((one) => {
			const entry = one as IDataObject;
			const dimensions = listIn(entry, 'Dimensions');
			const key = keyOf(dimensions.map(({ Name, Value }) => [String(Name), Value] as const));
			return [key, { period: used, points: pointsIn(entry) }];
		}),
	);
}

/** Sets of dimensions by metric, asked for once for each connection. */
const knownSets = new WeakMap<Connection, Map<string, Promise<string[][] | undefined>>>();

async function readSets(caller: Caller, metric: string): Promise<string[][] | undefined> {
	const body = await caller.call(
		read('DescribeBaseMetrics', { Namespace: NAMESPACE, MetricName: metric }),
	);
	const found = listIn(body, 'MetricSet').find(({ MetricName }) => MetricName === metric);
	if (!found) return undefined;
	return listIn(found, 'Dimensions').map(({ Dimensions: names }) =>
		(Array.isArray(names) ? names : []).flatMap((name) => nameOf(name) ?? []),
	);
}

/**
 * Sets of names that a metric has values for, as the service spells them (DescribeBaseMetrics); `undefined` where there
 * is no such metric.
 *
 * @throws {Failure}
 */
export async function dimensionsOf(
	at: Connection,
	caller: Caller,
	metric: string,
): Promise<string[][] | undefined> {
	const sets = knownSets.get(at) ?? new Map<string, Promise<string[][] | undefined>>();
	knownSets.set(at, sets);
	let asked = sets.get(metric);
	if (!asked) sets.set(metric, (asked = readSets(caller, metric)));
	return await asked;
}

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
			const body = await caller.call(valuesRequest(at, metric, sent, span));
			return measuredIn(body, span.period);
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
	const caller: Caller = { call: async (request) => await call(at, request) };
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
