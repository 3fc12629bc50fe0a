import { asFailure, type Failure } from '../../shared/contract/failure';
import type { Series, UnknownReason } from '../../shared/fleet/activity';
import type { VendorRecord } from '../../shared/fleet/record';
import { DAY } from '../../shared/fleet/times';
import type { MetricAsk } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import type { Caller } from '../../shared/request/readList';
import { isUsedUp } from '../api/decode';
import {
	PERIOD,
	metricValues,
	seriesKey,
	type Range,
	type Resource,
	type Values,
} from '../metrics';
import { callerOf } from './list';
import { notReadReason } from './scopes';

/** Traffic of instances, from CloudMonitor. */

type Direction = Series['direction'];

/** A metric of each direction. */
export type Traffic = Readonly<Record<Direction, string>>;

/**
 * Traffic of an instance in bytes a second, by series. Reserved: the vendor's page on monitoring. Serverless:
 * the vendor's skill for capacity checks (2026), which forbids the names of the other series.
 */
const TRAFFIC: Readonly<Record<string, Traffic>> = {
	reserved: { produced: 'instance_message_input', consumed: 'instance_message_output' },
	serverless: { produced: 'InstanceMessageInputV3', consumed: 'InstanceMessageOutputV3' },
};

/** Metrics of an instance; `undefined` for Confluent, which has none in this namespace. */
function trafficOf({ edition }: VendorRecord): Traffic | undefined {
	if (Object.hasOwn(TRAFFIC, edition)) return TRAFFIC[edition];
	return edition === 'confluent' ? undefined : TRAFFIC.reserved;
}

/** Series of each resource by its key; a direction without a metric is absent. */
export type SeriesByKey = Map<string, Series[]>;

const seriesIn = (direction: Direction, points: Values['points']): Series => ({
	direction,
	source: 'metrics',
	period: PERIOD,
	points,
});

/** What a refusal that names no action says: the policies for Kafka do not contain those of CloudMonitor. */
const GRANT =
	'Grant the RAM user the action cms:QueryMetricList, for example with the policy AliyunCloudMonitorReadOnlyAccess.';

const namesAction = ({ details }: Failure) => /\bcms:\w/.test(details.advice ?? '');

/** A metric of some resources; a refusal says which permission is missing. */
async function valuesOf(...asking: Parameters<typeof metricValues>): Promise<Values[] | undefined> {
	try {
		return await metricValues(...asking);
	} catch (error) {
		const failure = asFailure(error);
		const isMeant = notReadReason(failure) === 'noPermission' && !namesAction(failure);
		throw isMeant ? failure.with({ advice: GRANT }) : failure;
	}
}

/** Both directions of some resources in a range. */
export async function trafficIn(
	caller: Caller,
	metrics: Traffic,
	resources: readonly Resource[],
	range: Range,
): Promise<SeriesByKey> {
	const found: SeriesByKey = new Map();
	for (const direction of ['produced', 'consumed'] as const) {
		const values = await valuesOf(caller, metrics[direction], resources, range);
		for (const { resource, points } of values ?? []) {
			const key = seriesKey(resource);
			found.set(key, [...(found.get(key) ?? []), seriesIn(direction, points)]);
		}
	}
	return found;
}

const exceeds = (series: readonly Series[], floor: number): boolean =>
	series.some(({ points }) => points.some(([, value]) => value > floor));

/** The same direction over two ranges, the earlier one first. */
const joined = (earlier: readonly Series[], later: readonly Series[]): Series[] =>
	later.map((series) => {
		const before = earlier.find(({ direction }) => direction === series.direction);
		const byStart = new Map([...(before?.points ?? []), ...series.points]);
		return { ...series, points: [...byStart].sort(([a], [b]) => a - b) };
	});

/**
 * Both directions of some resources: the last day first, and what lies before it only for those without
 * traffic on it. Queries are counted by the month, and those of a long range have many pages.
 */
export async function recentFirst(
	caller: Caller,
	metrics: Traffic,
	resources: readonly Resource[],
	{ from, to, floor }: Pick<MetricAsk, 'from' | 'to' | 'floor'>,
): Promise<SeriesByKey> {
	const split = Math.max(from, to - DAY);
	const late = await trafficIn(caller, metrics, resources, { from: split, to });
	const silent = resources.filter((one) => !exceeds(late.get(seriesKey(one)) ?? [], floor));
	if (split === from || silent.length === 0) return late;
	const early = await trafficIn(caller, metrics, silent, { from, to: split });
	return new Map(
		[...late].map(([key, series]) => [key, joined(early.get(key) ?? [], series)] as const),
	);
}

/**
 * Points of instances by ID. One of a series without metrics is absent.
 *
 * @throws {Failure}
 */
export async function metrics(at: Connection, ask: MetricAsk): Promise<Map<string, Series[]>> {
	const caller = callerOf(at);
	const groups = new Map<Traffic, string[]>();
	for (const one of ask.instances) {
		const traffic = trafficOf(one);
		if (traffic) groups.set(traffic, [...(groups.get(traffic) ?? []), one.id]);
	}
	const found = new Map<string, Series[]>();
	for (const [traffic, ids] of groups) {
		const resources = ids.map((instanceId) => ({ instanceId }));
		const series = await recentFirst(caller, traffic, resources, ask);
		for (const one of resources) {
			const of = series.get(seriesKey(one));
			if (of) found.set(one.instanceId, of);
		}
	}
	return found;
}

/** Why metrics were refused, where more is known than the kind of failure. */
export function metricsReason(failure: Failure): UnknownReason | undefined {
	const { kind, message, details } = failure;
	if (isUsedUp(details)) return 'quotaUsedUp';
	if (details.code === 'ResourceNotFound') return 'noMetric';
	if (kind === 'notSent') return /'Endpoint'/.test(message) ? 'noEndpoint' : undefined;
	return notReadReason(failure) === 'noPermission' ? 'noPermission' : undefined;
}
