import type { VendorRecord } from './record';
import { HOUR, millis } from './times';
import type { Time } from './words';

/** Why nothing can be said about activity. */
export const UNKNOWN_REASONS = [
	'noData',
	'noMetric',
	'noPermission',
	'noEndpoint',
	'quotaUsedUp',
	'throttled',
	'unreachable',
	'broken',
	'timedOut',
	'tooYoung',
	'ageUnknown',
	'notRunning',
	'notRead',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What monitoring says of one direction of an instance's traffic. */
export interface Series {
	direction: 'produced' | 'consumed';
	/** What was measured: the instance, its brokers, or one topic or consumer group. */
	source: 'metrics' | 'brokerMetrics';
	/** Length of a period, seconds. */
	period: number;
	/**
	 * Start of a period (Unix time, milliseconds) and what was measured in it, in the metric's own unit;
	 * one point a period. Periods without data are left out; a negative or unreadable value is no point.
	 */
	points: ReadonlyArray<readonly [start: number, value: number]>;
}

/** Signs of the Kafka service itself, where metrics say nothing. `null`: cannot be told. */
export interface ServiceSigns {
	/** Whether anything was produced in the window, or is connected to produce. */
	producing: boolean | null;
	/** Whether any consumer group has members. */
	consuming: boolean | null;
	/** Unix time, milliseconds. */
	lastProducedAt: number | null;
	/** Requests that this took. */
	requests: number;
}

export const CONFIDENCES = ['certain', 'high', 'low', 'none'] as const;

/** Whether anything was produced or consumed in a window. */
export interface FleetActivity {
	verdict: 'active' | 'idle' | 'unknown';
	confidence: (typeof CONFIDENCES)[number];
	/** End of the last period with traffic above the floor. */
	lastProducedAt: Time | null;
	lastConsumedAt: Time | null;
	windowFrom: Time;
	windowTo: Time;
	/** Length of a period, seconds; `null` where nothing was measured. */
	granularitySeconds: number | null;
	/** Periods with data, of the direction with the fewest. */
	points: number;
	/** Finished periods in which there can be data. */
	pointsExpected: number;
	source: 'metrics' | 'brokerMetrics' | 'groups' | 'none';
	/** Only with the verdict `unknown`. */
	reason: UnknownReason | null;
}

/** A window in whole periods, rounded outwards. */
export interface Window {
	/** As it was asked for. */
	hours: number;
	/** Seconds. */
	period: number;
	/** Unix time, milliseconds. */
	from: number;
	to: number;
	/** Unix time by the clock of the cloud, milliseconds. */
	now: number;
}

/** The window that ends now. */
export function windowOf(hours: number, period: number, now: number): Window {
	const length = period * 1_000;
	return {
		hours,
		period,
		now,
		from: Math.floor((now - hours * HOUR) / length) * length,
		to: Math.ceil(now / length) * length,
	};
}

/** What is known of the traffic of an instance. */
export interface Traffic {
	/** Empty where no metric exists, or none was read. */
	series: readonly Series[];
	/** Why metrics could not be read. */
	refused?: UnknownReason;
	signs?: ServiceSigns;
}

/** Part of the expected points from which an instance is idle for certain enough, and from which it may be. */
const MOST_OF = 0.95;
const HALF_OF = 0.5;

type Instance = Pick<VendorRecord, 'state' | 'createdAt'>;

/**
 * Whether an instance was active: the one rule for everything that decides. No data is not zero.
 *
 * @param floor What counts as no traffic, in the metric's unit
 */
export function activityOf(
	one: Instance,
	window: Window,
	traffic: Traffic,
	floor: number,
): FleetActivity {
	const byMetrics = judgeMetrics(one, window, traffic, floor);
	if (byMetrics.verdict !== 'unknown' || !traffic.signs) return byMetrics;
	return judgeSigns(byMetrics, traffic.signs);
}

function judgeMetrics(
	one: Instance,
	window: Window,
	{ series, refused }: Traffic,
	floor: number,
): FleetActivity {
	const length = window.period * 1_000;
	const created = millis(one.createdAt);
	const start = Math.max(window.from, Math.ceil((created ?? window.from) / length) * length);
	const finished = Math.floor(window.now / length) * length;
	const pointsExpected = Math.max(0, Math.round((finished - start) / length));
	const counted = series.map((each) => countedIn(each, start, finished, length));
	const points = counted.length === 0 ? 0 : fewest(counted);
	const lastOf = (direction: Series['direction']) => lastAbove(series, direction, window, floor);
	const [lastProducedAt, lastConsumedAt] = [lastOf('produced'), lastOf('consumed')];
	const told: FleetActivity = {
		verdict: 'unknown',
		confidence: 'none',
		lastProducedAt,
		lastConsumedAt,
		windowFrom: new Date(window.from).toISOString(),
		windowTo: new Date(window.to).toISOString(),
		granularitySeconds: series.length > 0 ? window.period : null,
		points,
		pointsExpected,
		source: series[0]?.source ?? 'none',
		reason: null,
	};
	if (lastProducedAt || lastConsumedAt)
		return { ...told, verdict: 'active', confidence: 'certain' };
	const isCut = isBeginningMissing(series, start, length);
	const reason = reasonAgainst(one, window, told, refused) ?? (isCut ? 'noData' : undefined);
	if (reason) return { ...told, reason };
	const isBoth = ['produced', 'consumed'].every((direction) =>
		counted.some((each) => each.direction === direction && each.count > 0),
	);
	const share = points / pointsExpected;
	return { ...told, verdict: 'idle', confidence: isBoth && share >= MOST_OF ? 'high' : 'low' };
}

/** Why an instance without traffic is not called idle. */
function reasonAgainst(
	{ state, createdAt }: Instance,
	window: Window,
	{ points, pointsExpected, source }: FleetActivity,
	refused: UnknownReason | undefined,
): UnknownReason | undefined {
	if (refused) return refused;
	if (state !== 'running') return 'notRunning';
	const created = millis(createdAt);
	if (created === null) return 'ageUnknown';
	if (window.now - created < window.hours * HOUR) return 'tooYoung';
	if (source === 'none') return 'noMetric';
	return points === 0 || pointsExpected === 0 || points / pointsExpected < HALF_OF
		? 'noData'
		: undefined;
}

/** A service that moves the beginning of a query without a word leaves out what came first: that is not known. */
function isBeginningMissing(series: readonly Series[], start: number, length: number): boolean {
	const starts = series.flatMap(({ points }) =>
		points.filter(([, value]) => isPoint(value)).map(([time]) => time),
	);
	return starts.length > 0 && Math.min(...starts) > start + length;
}

/** Finished periods with a readable point. Points that come closer count once a period. */
function countedIn({ direction, points }: Series, from: number, to: number, length: number) {
	const starts = points
		.filter(([start, value]) => isPoint(value) && start >= from && start < to)
		.map(([start]) => Math.floor(start / length));
	return { direction, count: new Set(starts).size };
}

/** A direction without any points says nothing about the other one. */
function fewest(counted: Array<{ count: number }>): number {
	const some = counted.map(({ count }) => count).filter((count) => count > 0);
	return some.length === 0 ? 0 : Math.min(...some);
}

const isPoint = (value: number) => Number.isFinite(value) && value >= 0;

/** End of the last period above the floor, but not after now. */
function lastAbove(
	series: readonly Series[],
	direction: Series['direction'],
	{ from, to, now }: Window,
	floor: number,
): Time | null {
	const ends = series
		.filter((each) => each.direction === direction)
		.flatMap(({ period, points }) =>
			points
				.filter(([start, value]) => isPoint(value) && value > floor && start >= from && start < to)
				.map(([start]) => Math.min(start + period * 1_000, now)),
		);
	return ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString();
}

/** Reasons that are about the instance, which no sign of its service changes. */
const ABOUT_INSTANCE: ReadonlySet<UnknownReason | null> = new Set<UnknownReason>([
	'tooYoung',
	'ageUnknown',
	'notRunning',
]);

function judgeSigns(told: FleetActivity, signs: ServiceSigns): FleetActivity {
	const { producing, consuming, lastProducedAt } = signs;
	const last = lastProducedAt === null ? null : new Date(lastProducedAt).toISOString();
	const found = { ...told, source: 'groups' as const, lastProducedAt: last };
	if (producing === true || consuming === true) {
		return { ...found, verdict: 'active', confidence: 'low', reason: null };
	}
	if (ABOUT_INSTANCE.has(told.reason) || producing === null || consuming === null) return told;
	return { ...found, verdict: 'idle', confidence: 'low', reason: null };
}

/** What a verdict rests on, for texts: "idle: 0 of 14 days with traffic (confidence high)". */
export function activitySentence(activity: FleetActivity): string {
	const { verdict, confidence, reason, source, points, pointsExpected } = activity;
	if (verdict === 'unknown') return `activity unknown: ${UNKNOWN_TEXTS[reason ?? 'noData']}`;
	if (source === 'groups') return `${verdict}: by its consumer groups and topics (confidence low)`;
	if (verdict === 'active') {
		const last = [activity.lastProducedAt, activity.lastConsumedAt].filter((time) => time !== null);
		return `active: last traffic before ${last.sort().at(-1)}`;
	}
	const units = activity.granularitySeconds === 86_400 ? 'days' : 'hours';
	const known = points < pointsExpected ? `, ${pointsExpected - points} without data` : '';
	return `idle: 0 of ${pointsExpected} ${units} with traffic${known} (confidence ${confidence})`;
}

/** The reasons in words. */
export const UNKNOWN_TEXTS: Readonly<Record<UnknownReason, string>> = {
	noData: 'monitoring has too little data',
	noMetric: 'the cloud has no such metric for this instance',
	noPermission: 'the credential is not allowed to read monitoring data',
	noEndpoint: "the credential's 'Endpoint' does not lead to the monitoring service",
	quotaUsedUp: 'the free monitoring calls of this month are used up',
	throttled: 'the monitoring service turned requests away for their rate',
	unreachable: 'the monitoring service is unreachable',
	broken: 'the monitoring service failed',
	timedOut: 'the monitoring service did not respond in time',
	tooYoung: 'the instance is younger than the window',
	ageUnknown: 'the cloud does not tell the age of the instance',
	notRunning: 'the instance is not running',
	notRead: 'activity was not read',
};
