import type { TriggerSettings } from '../../shared/trigger/settings';

/** What the user set on the trigger. */
export interface Settings extends TriggerSettings {
	/** Flow IDs of the tasks whose end is watched; `undefined` without that event. */
	flowIds?: number[];
	/** Log topics whose imports are watched; `undefined` without those events. */
	logTopicIds?: string[];
}
