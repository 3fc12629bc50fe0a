import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { byLabel } from '../form/labels';

/** Properties that every vendor's trigger has. */

/** The events on offer, sorted. */
export const eventsField = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Trigger On',
	name: 'events',
	type: 'multiOptions',
	description: 'Events that start the workflow',
	hint: "The first poll after publishing only records what exists, unless 'Emit Current State' is on",
	required: true,
	default: ['instanceStatusChanged'],
	options: [...options].sort((a, b) => byLabel(a.name, b.name)),
});

/** Events of instances. */
export const instanceEventOptions: INodePropertyOptions[] = [
	{
		name: 'Instance Appeared',
		value: 'instanceAppeared',
		description: 'A new instance was found',
	},
	{
		name: 'Instance Disappeared',
		value: 'instanceDisappeared',
		description: 'An instance has been fully deleted',
	},
	{
		name: 'Instance Status Changed',
		value: 'instanceStatusChanged',
		description:
			"The status of an instance has changed; new instances trigger 'Instance Appeared' instead",
	},
];

/** The event of an instance whose time is nearly up. */
export const expiringOption: INodePropertyOptions = {
	name: 'Instance About to Expire',
	value: 'instanceExpiring',
	description: 'An instance is about to expire; emitted once',
};

/** @param options The statuses that a change can be narrowed down to */
export const statusesField = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	default: [],
	options,
	displayOptions: { show: { events: ['instanceStatusChanged'] } },
	description: 'Emit only changes to one of these statuses; leave empty for all',
});

/**
 * @param regions Regions of the vendor
 * @param more Further options of this vendor
 */
export const triggerOptions = (
	regions: INodePropertyOptions[],
	more: INodeProperties[] = [],
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		...more,
		{
			displayName: 'Emit Current State',
			name: 'emitCurrent',
			type: 'boolean' as const,
			default: false,
			description:
				'Whether the first poll emits everything that already exists instead of only recording it',
		},
		{
			displayName: 'Instance Name Contains',
			name: 'nameFilter',
			type: 'string' as const,
			default: '',
			placeholder: 'e.g. orders-',
			description: 'Watch only instances whose name contains this text',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options' as const,
			options: [{ name: 'From Credential', value: '' }, ...regions],
			default: '',
			description: "Region to use instead of the credential's region",
		},
	].sort((a, b) => byLabel(a.displayName, b.displayName)),
});

/** For the event of an expiry. */
export const expiryDaysOption: INodeProperties = {
	displayName: 'Days Before Expiry',
	name: 'expiryDays',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 7,
	description: "For 'Instance About to Expire': how many days before expiry to report an instance",
};
