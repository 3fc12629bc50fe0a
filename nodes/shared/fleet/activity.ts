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
	'notRunning',
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
