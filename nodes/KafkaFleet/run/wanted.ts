import type { ActivityWanted } from './activities';
import type { Parameters } from './parameters';
import type { FleetSettings } from './settings';

/** Window of an activity, hours: from one to 30 days. */
const WINDOW: [number, number] = [1, 30 * 24];

/** Days of a window unless the user says otherwise. */
export const WINDOW_DAYS = 14;

/**
 * How activity is to be read.
 *
 * @throws {BadInput}
 */
export function activityWanted(
	parameters: Parameters,
	{ timeLimit }: Pick<FleetSettings, 'timeLimit'>,
): ActivityWanted {
	const unit = parameters.word('windowUnit', 'Window Unit', ['days', 'hours'], 'days');
	const factor = unit === 'days' ? 24 : 1;
	const [least, most] = WINDOW.map((hours) => hours / factor);
	return {
		hours: parameters.number('window', 'Window', WINDOW_DAYS, [least, most]) * factor,
		whenMissing: parameters.word(
			'whenMissing',
			'When Metrics Are Missing',
			['unknown', 'service'],
			'unknown',
		),
		floor: parameters.number('noiseFloor', 'Noise Floor', 0),
		timeLimit,
	};
}
