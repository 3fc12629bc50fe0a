import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { STATES } from '../../shared/fleet/words';
import { cloudsField, regionFields } from '../fields/clouds';
import { TIME_LIMIT } from '../run/settings';
import { EVENTS, EXPIRY_DAYS, LIMIT_PERCENT, MARK_DUE_DAYS } from './settings';

/** What each event says. */
const ABOUT: Readonly<Record<keyof typeof EVENTS, string>> = {
	expiring: 'A subscription ends soon; told once',
	instanceAppeared: 'A new instance was found',
	instanceDisappeared: 'An instance is not there any more',
	instanceFailed: 'An instance has failed',
	limitNear: 'Most of the partitions or topics of an instance are used; told once',
	markDue: 'The mark of an instance is due; told once',
	markDueSoon: 'The mark of an instance is due soon; told once',
	regionNotReadable: 'A region could not be read three times in a row; told once',
	regionReadableAgain: 'A region that could not be read was read again',
	stateChanged: 'The state of an instance has changed',
};

const title = (word: string) =>
	word.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());

const number = (displayName: string, name: string, value: number, description: string) =>
	({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: value,
		description,
	}) satisfies INodeProperties;

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'All Fields',
			name: 'allFields',
			type: 'boolean',
			default: false,
			description: 'Whether to return every field of the record instead of the most important ones',
		},
		number(
			'Days Before a Mark Is Due',
			'markDays',
			MARK_DUE_DAYS,
			"For 'Mark Due Soon': how many days before",
		),
		number('Days Before Expiry', 'expiryDays', EXPIRY_DAYS, "For 'Expiring': how many days before"),
		{
			displayName: 'Emit Current State',
			name: 'emitCurrent',
			type: 'boolean',
			default: false,
			description:
				'Whether the first poll emits everything that already exists instead of only recording it',
		},
		{
			displayName: 'Exclude Regions',
			name: 'excludeRegions',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-north-11, ap-bangkok',
			description: 'IDs of regions to leave out in any case, separated by commas',
		},
		{
			displayName: 'Instance Name Contains',
			name: 'nameFilter',
			type: 'string',
			default: '',
			placeholder: 'e.g. orders-',
			description: 'Watch only instances whose name contains this text',
		},
		number(
			'Limit Near (%)',
			'limitPercent',
			LIMIT_PERCENT,
			"For 'Limit Near': part of the limit that is used",
		),
		number(
			'Time Limit per Region (Seconds)',
			'timeLimit',
			TIME_LIMIT,
			'How long one region may take, retries included',
		),
	],
};

/** The form of the trigger. */
export const triggerProperties = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	...cloudsField(vendors),
	...regionFields(vendors),
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['stateChanged'],
		description:
			"Events that start the workflow; for idle instances, run 'Find Candidates' of the node Kafka Fleet on a schedule",
		hint: 'With all regions, poll every five minutes or less often',
		options: (Object.keys(EVENTS) as Array<keyof typeof EVENTS>).map((value) => ({
			name: EVENTS[value],
			value,
			description: ABOUT[value],
		})),
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		default: [],
		description: 'Emit only changes to one of these states; leave empty for all',
		options: STATES.map((state) => ({ name: title(state), value: state })).sort((a, b) =>
			a.name < b.name ? -1 : 1,
		),
		displayOptions: { show: { events: ['stateChanged'] } },
	},
	options,
];
