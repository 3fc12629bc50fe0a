import { asFailure } from '../../shared/contract/failure';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Series, UnknownReason } from '../../shared/fleet/activity';
import { scopeOf, type VendorRecord } from '../../shared/fleet/record';
import { textIn } from '../../shared/fleet/times';
import type { MetricAsk } from '../../shared/fleet/vendor';
import type { Failure } from '../../shared/contract/failure';
import type { Connection } from '../../shared/request/connection';
import { recordsOf } from '../api/records';
import { showCesHierarchy } from '../api/requests';
import { readMetrics, type Measured, type Metric, type Point } from '../metrics';
import { callIn } from './inProject';

/** Whether instances are used, by Cloud Eye: those of whole instances, else of their brokers. */

const DIRECTIONS = [
	{ direction: 'produced', ofInstance: 'instance_bytes_in_rate', ofBroker: 'broker_bytes_in_rate' },
	{
		direction: 'consumed',
		ofInstance: 'instance_bytes_out_rate',
		ofBroker: 'broker_bytes_out_rate',
	},
] as const;

/** From windows of so many hours on, a day a point is fine enough. */
const COARSE_FROM = 48;

/** Seconds. */
const HOUR = 3600;
const DAY = 86_400;

export const period = (hours: number): number => (hours >= COARSE_FROM ? DAY : HOUR);

const senderIn = (at: Connection, ask: MetricAsk) => {
	const scope = scopeOf(ask.instances[0]);
	return async (request: ApiRequest) => await callIn(at, scope, request);
};

/**
 * Points of the traffic of instances, by ID. Some instances do not have the metrics of whole instances; the
 * brokers of those that run are asked then, which takes one more request for each to learn their names.
 *
 * @throws {Failure}
 */
export async function metrics(at: Connection, ask: MetricAsk): Promise<Map<string, Series[]>> {
	if (ask.instances.length === 0) return new Map();
	const wanted = ask.instances.flatMap(({ id }) =>
		DIRECTIONS.map(({ ofInstance }) => instanceMetric(ofInstance, id)),
	);
	const measured = await readMetrics(senderIn(at, ask), wanted, ask);
	const found = new Map(ask.instances.map(({ id }) => [id, seriesOf(measured, id, ask)]));
	const silent = ask.instances.filter(
		({ id, state }) => state === 'running' && isSilent(found.get(id)),
	);
	for (const [id, series] of await ofBrokers(at, silent, ask)) found.set(id, series);
	return new Map([...found].filter(([, series]) => series.length > 0));
}

const instanceMetric = (name: string, id: string): Metric => ({
	name,
	dimensions: { kafka_instance_id: id },
});

const isSilent = (series: Series[] = []) => series.every(({ points }) => points.length === 0);

const seriesOf = (measured: Measured, id: string, { period: length }: MetricAsk): Series[] =>
	DIRECTIONS.flatMap(({ direction, ofInstance }) => {
		const points = measured.of(instanceMetric(ofInstance, id));
		return points ? [{ direction, source: 'metrics' as const, period: length, points }] : [];
	});

/** An instance and the names of its brokers. */
type Brokers = readonly [id: string, brokers: string[]];

async function ofBrokers(
	at: Connection,
	silent: VendorRecord[],
	ask: MetricAsk,
): Promise<Map<string, Series[]>> {
	if (silent.length === 0) return new Map();
	const named = await Promise.all(silent.map(async (one) => await brokersOf(at, one)));
	const wanted = named.flatMap(([id, brokers]) =>
		DIRECTIONS.flatMap(({ ofBroker }) => brokers.map((name) => brokerMetric(ofBroker, id, name))),
	);
	const measured = await readMetrics(senderIn(at, ask), wanted, ask);
	const combined = named.map(
		([id, brokers]) => [id, brokerSeries(measured, id, brokers, ask)] as const,
	);
	return new Map(combined.filter(([, series]) => !isSilent(series)));
}

const brokerMetric = (name: string, id: string, broker: string): Metric => ({
	name,
	dimensions: { kafka_instance_id: id, kafka_broker: broker },
});

/** Names of the brokers; none where the instance does not tell them, of which nothing is known then. */
async function brokersOf(at: Connection, one: VendorRecord): Promise<Brokers> {
	try {
		const { nodes } = await callIn(at, scopeOf(one), showCesHierarchy(one.id));
		return [one.id, recordsOf(nodes).flatMap(({ name }) => textIn(name) ?? [])];
	} catch (error) {
		const failure = asFailure(error);
		if (failure.kind !== 'refused') throw failure;
		return [one.id, []];
	}
}

function brokerSeries(
	measured: Measured,
	id: string,
	brokers: string[],
	{ period: length, floor }: MetricAsk,
): Series[] {
	return DIRECTIONS.map(({ direction, ofBroker }) => {
		const each = brokers.map((name) => measured.of(brokerMetric(ofBroker, id, name)) ?? []);
		return { direction, source: 'brokerMetrics', period: length, points: together(each, floor) };
	});
}

/**
 * The traffic of all brokers. A period in which one of them told nothing counts only if the others show
 * traffic: without it, the instance is not known to be idle.
 */
function together(each: Point[][], floor: number): Point[] {
	const sums = new Map<number, { sum: number; count: number }>();
	for (const [start, value] of each.flat()) {
		const { sum, count } = sums.get(start) ?? { sum: 0, count: 0 };
		sums.set(start, { sum: sum + value, count: count + 1 });
	}
	return [...sums]
		.filter(([, { sum, count }]) => count === each.length || sum > floor)
		.map(([start, { sum }]) => [start, sum] as const)
		.sort(([one], [other]) => one - other);
}

/** Why metrics were refused, where a code says more than its kind. */
export function metricsReason({ kind, message, details }: Failure): UnknownReason | undefined {
	// An endpoint of one's own without {service} is Kafka's alone; what else is not sent, is not allowed.
	if (kind === 'notSent') return ENDPOINT.test(message) ? 'noEndpoint' : 'noPermission';
	return kind === 'refused' && [401, 403].includes(Number(details.httpStatus))
		? 'noPermission'
		: undefined;
}

const ENDPOINT = /'Endpoint'/;
