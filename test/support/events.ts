/** The events of instances that every vendor's trigger has. */
export const ALL_INSTANCE_EVENTS = [
	'instanceStatusChanged',
	'instanceAppeared',
	'instanceDisappeared',
];

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
