import type { IPollFunctions } from 'n8n-workflow';

import { missing } from '../../shared/contract/badInput';
import type { Clock } from '../../shared/contract/clock';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { STATES } from '../../shared/fleet/words';
import { Parameters } from '../run/parameters';
import type { FleetSettings } from '../run/settings';
import { settingsOf } from '../run/settings';

/** What the trigger emits; sorted by label. */
export const EVENTS = {
	expiring: 'Expiring',
	instanceAppeared: 'Instance Appeared',
	instanceDisappeared: 'Instance Disappeared',
	instanceFailed: 'Instance Failed',
	limitNear: 'Limit Near',
	markDue: 'Mark Due',
	markDueSoon: 'Mark Due Soon',
	regionNotReadable: 'Region Not Readable',
	regionReadableAgain: 'Region Readable Again',
	stateChanged: 'State Changed',
} as const;
export type FleetEvent = keyof typeof EVENTS;

/** What the user set on the trigger. */
export interface FleetTriggerSettings {
	fleet: FleetSettings;
	events: readonly string[];
	/** Words to which a change is told; empty for all. */
	states: readonly string[];
	expiryDays: number;
	markDays: number;
	/** Percent of a limit from which it is near. */
	limitPercent: number;
	emitCurrent: boolean;
	nameFilter: string;
	allFields: boolean;
	observedAt: number;
}

/** Defaults of the thresholds. */
export const EXPIRY_DAYS = 7;
export const MARK_DUE_DAYS = 2;
export const LIMIT_PERCENT = 80;

/**
 * Reads and checks the parameters of the trigger.
 *
 * @throws {BadInput}
 */
export function triggerSettings(
	context: IPollFunctions,
	clock: Clock,
	vendors: readonly FleetVendor[],
): FleetTriggerSettings {
	// Without a fallback, n8n throws for what is not in the node.
	const parameters = new Parameters((name) => context.getNodeParameter(name, null) ?? undefined);
	const events = parameters.list('events', 'Trigger On');
	if (events.length === 0) throw missing('Trigger On');
	const days = (name: string, label: string, fallback: number) =>
		parameters.number(`options.${name}`, label, fallback, [0, 3_650]);
	return {
		fleet: settingsOf(parameters, vendors, context.getTimezone()),
		events,
		states: parameters
			.list('states', 'States')
			.filter((state) => (STATES as readonly string[]).includes(state)),
		expiryDays: days('expiryDays', 'Days Before Expiry', EXPIRY_DAYS),
		markDays: days('markDays', 'Days Before a Mark Is Due', MARK_DUE_DAYS),
		limitPercent: parameters.number(
			'options.limitPercent',
			'Limit Near (%)',
			LIMIT_PERCENT,
			[1, 100],
		),
		emitCurrent: parameters.isOn('options.emitCurrent', 'Emit Current State', false),
		nameFilter: parameters.text('options.nameFilter', 'Instance Name Contains'),
		allFields: parameters.isOn('options.allFields', 'All Fields', false),
		observedAt: clock.now(),
	};
}
