import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { byLabel } from './order';

/** Properties that every vendor's trigger has. */

/** The events on offer, sorted. */
export const eventsField = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	default: ['instanceStatusChanged'],
	options: [...options].sort((a, b) => byLabel(a.name, b.name)),
});

/** Events of instances. */
export const instanceEventOptions: INodePropertyOptions[] = [
	{
		name: 'Instance Appeared',
		value: 'instanceAppeared',
		description: 'An instance is there that was not there before',
	},
	{
		name: 'Instance Disappeared',
		value: 'instanceDisappeared',
		description: 'An instance has been deleted completely',
	},
	{
		name: 'Instance Status Changed',
		value: 'instanceStatusChanged',
		description: 'An instance has another status than before; a new one has appeared instead',
	},
];

/** The event of an instance whose time is nearly up. */
export const expiringOption: INodePropertyOptions = {
	name: 'Instance About to Expire',
	value: 'instanceExpiring',
	description: 'The paid time of an instance ends within some days; told once',
};

/** @param options The statuses that a change can be narrowed down to */
export const statusesField = (options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	default: [],
	options,
	displayOptions: { show: { events: ['instanceStatusChanged'] } },
	description: 'Only changes to one of these statuses; leave empty for all',
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
				'Whether the first poll emits what is there already, instead of only taking note of it',
		},
		{
			displayName: 'Instance Name',
			name: 'nameFilter',
			type: 'string' as const,
			default: '',
			placeholder: 'e.g. orders-',
			description: 'Only instances whose name holds this text',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options' as const,
			options: [{ name: 'From Credential', value: '' }, ...regions],
			default: '',
			description: "Another region than the credential's",
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
	description: "For 'Instance About to Expire': how many days before its end an instance is told",
};
